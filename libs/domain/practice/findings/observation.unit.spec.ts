import { given } from '#testing/decisions.js';
import { importer, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { Reference } from '../../reference.js';
import type { Entry, PracticeState } from '../state.js';
import { findings } from './index.js';

const noticed = given(...workedUntil('noticeGiven'));

const codes = (state: PracticeState, on: string, facts: Reference = reference) =>
  findings(state, facts, on).map(({ code }) => code);
const found = (state: PracticeState, on: string, code: string, facts: Reference = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);

const observed = (supplier: string, product: string, firstMonth: string, lastMonth: string) =>
  ({
    supplier,
    product,
    firstMonth,
    lastMonth,
    monthsListed: 1,
    monthsMissing: 0,
    eventId: `${product}-${firstMonth}`,
    recordedAt: '2019-05-01T09:00:00.000Z',
    recordedBy: importer,
  }) satisfies Entry<'SystemUseObserved'>;

describe('O5: what published lists show and no decision explains', () => {
  const registered = given(...workedUntil('registered')).state;

  it('O5: two observations of different products without a go-live between them', () => {
    const observations = [
      observed('EMIS', 'EMIS Web', '2014-02', '2015-12'),
      observed('TPP', 'SystmOne', '2016-01', '2018-12'),
    ];
    const state = { ...registered, observations };
    expect(found(state, '2018-01-01', 'OBSERVED_CHANGE_WITHOUT_DECISION')).toMatchObject([
      { rule: 'O5', events: ['EMIS Web-2014-02', 'SystmOne-2016-01'] },
    ]);
    expect(codes(state, '2015-12-31')).toEqual([]);
    const same = [...observations.slice(0, 1), observed('EMIS', 'EMIS Web', '2016-01', '2016-12')];
    expect(codes({ ...registered, observations: same }, '2018-01-01')).toEqual([]);
  });

  it('O5: a change that a go-live explains is none', () => {
    const observations = [
      observed('EMIS', 'EMIS LV', '2008-06', '2009-02'),
      observed('INPS', 'Vision 3', '2009-04', '2010-12'),
    ];
    expect(codes({ ...noticed.state, observations }, '2009-05-01')).toEqual([]);
  });

  it('O5: a declared instance that an observation contradicts', () => {
    const observations = [observed('TPP', 'SystmOne', '2009-05', '2010-12')];
    expect(
      found({ ...noticed.state, observations }, '2009-05-01', 'OBSERVED_CHANGE_WITHOUT_DECISION'),
    ).toMatchObject([{ rule: 'O5', instanceId: 'V1' }]);
  });
});
