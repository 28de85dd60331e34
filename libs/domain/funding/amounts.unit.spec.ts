import { cut, sumOfPence, withAmounts } from './amounts.js';
import { practiceAfter, reference } from './funding.fixture.js';
import type { FundingInterval } from './interval.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

const support = (): FundingInterval => {
  const found = fundingTimeline(practiceAfter(...W.w), reference).find(({ row }) => row === 'SYSTEM_SUPPORT');
  if (!found) throw new Error('E1 has no support row');
  return found;
};

describe('R4 A33: parts of an interval', () => {
  it('R4: 8 days of E1’s support are 812.67 − 798.10 = £14.57, and 49 days £89.28', () => {
    expect(cut(support(), '2009-06-13', '2009-06-21', '2009-12-31')).toMatchObject({ days: 8, pence: 1457 });
    expect(cut(support(), '2009-06-13', '2009-08-01', '2009-12-31')).toMatchObject({ days: 49, pence: 8928 });
    expect(cut(support(), '2009-06-13', null, '2009-12-31')).toMatchObject({ to: '2009-08-01', pence: 8928 });
  });
  it('R4: 202 days of a support that runs on are £368.07', () => {
    const [, interval] = fundingTimeline(practiceAfter(...W.withoutNotice), reference).filter(
      ({ row }) => row === 'SYSTEM_SUPPORT',
    );
    const first = fundingTimeline(practiceAfter(...W.withoutNotice), reference).find(
      ({ row }) => row === 'SYSTEM_SUPPORT',
    );
    expect(interval?.instanceId).toBe('V1');
    expect(first && cut(first, '2009-06-13', null, '2009-12-31')).toMatchObject({
      to: null,
      days: 202,
      pence: 36807,
    });
  });
  it('R4: no day in common is no part', () => {
    expect(cut(support(), '2009-08-01', null, '2009-12-31')).toBeNull();
    expect(cut(support(), '2000-01-01', '2008-04-01', '2009-12-31')).toBeNull();
  });
  it('R7: an open end that starts after `until` is 0 days and 0 pence; without a price pence are null', () => {
    const open = { ...support(), from: '2010-01-01', to: null };
    expect(withAmounts(open, '2009-12-31')).toMatchObject({ days: 0, pence: 0 });
    expect(withAmounts(open, '2010-01-01')).toMatchObject({ days: 1, pence: 182 });
    expect(withAmounts({ ...open, yearlyPence: null }, '2010-01-01')).toMatchObject({ days: 1, pence: null });
  });
  it('R4, R7: a part of an open interval counts to `until` too, so that the parts add up', () => {
    const open = { ...support(), from: '2010-01-01', to: null };
    const parts = [
      cut(open, '2010-01-01', '2013-04-01', '2010-01-31'),
      cut(open, '2013-04-01', null, '2010-01-31'),
    ];
    expect(parts).toMatchObject([
      { to: '2013-04-01', days: 31, pence: 5649 },
      { to: null, days: 0, pence: 0 },
    ]);
    expect(withAmounts(open, '2010-01-31')).toMatchObject({ days: 31, pence: 5649 });
  });
  it('R6: a sum with an unknown part is unknown', () => {
    expect(sumOfPence([{ pence: 1 }, { pence: 2 }])).toBe(3);
    expect(sumOfPence([{ pence: 1 }, { pence: null }])).toBeNull();
  });
});
