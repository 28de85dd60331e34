import { command, given } from '#testing/decisions.js';
import { reference } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from './timeline.js';

const twice = given(
  ...workedUntil('serviceEnded'),
  ...secondMigration('2010-05-03'),
  command('declare-go-live', { effectiveDate: '2010-06-01', targetInstanceId: 'E2' }),
);
const licence = (id: string) =>
  fundingTimeline(twice.state, reference)
    .filter(({ instanceId, row }) => instanceId === id && row === 'SOFTWARE_LICENCE')
    .map(({ from, to, payerOrg, reason }) => `${from} ${to} ${payerOrg} ${reason}`);

describe('S25 A16: a system that is the target of one migration and the source of the next', () => {
  it('A16 S25: is centrally funded as target, then in bedding-in as source, and local after that', () =>
    expect(licence('V1')).toEqual([
      '2009-03-12 2010-06-01 NATIONAL CALL_OFF',
      '2010-06-01 2010-09-02 NATIONAL BEDDING_IN',
      '2010-09-02 null 5ZZ AFTER_BEDDING_IN',
    ]));
  it('S25: the first source keeps its own bedding-in', () =>
    expect(licence('E1').slice(1)).toEqual([
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 2009-08-01 5ZZ AFTER_BEDDING_IN',
    ]));
});
