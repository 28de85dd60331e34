import { practiceAfter, told } from '../funding/funding.fixture.js';
import {
  e1,
  e1Joined,
  registered,
  requested,
  serviceEnded,
  v1,
  v1Joined,
  wentLive,
} from '../funding/worked-example.fixture.js';
import { coverCuts, isOnCallOff } from './cover.js';

const left = told('PracticeLeftCallOff', {
  effectiveDate: '2010-03-31',
  pct: '5ZZ',
  supplier: 'INPS',
  instanceId: 'V1',
  reason: 'moves to the LSP',
});
const migrated = practiceAfter(
  registered,
  e1,
  e1Joined('2008-06-01'),
  requested,
  v1,
  v1Joined(),
  wentLive('2009-03-12'),
  serviceEnded(),
  left,
);

describe('S8: whether a practice is on a Call-Off', () => {
  it.each([
    ['2008-05-31', false],
    ['2008-06-01', true],
    ['2009-07-31', true],
    ['2010-03-31', true],
    ['2010-04-01', false],
  ])('S8: by any of its systems that is in service and joined, on %s: %s', (on, isSo) =>
    expect(isOnCallOff(migrated, on)).toBe(isSo),
  );
  it('S8, R6: not by a system that has joined but is not live yet', () =>
    expect(isOnCallOff(practiceAfter(registered, e1, requested, v1, v1Joined()), '2009-03-10')).toBe(false));
  it('S8: may change where a service or a time on a Call-Off begins, and after its last day', () =>
    expect([...coverCuts(migrated)].sort()).toEqual([
      '2008-04-01',
      '2008-06-01',
      '2009-03-09',
      '2009-03-12',
      '2009-08-01',
      '2010-04-01',
    ]));
});
