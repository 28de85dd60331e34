import fc from 'fast-check';
import { addDays, addMonths, daysBetween } from './dates.js';
import { latestAnchor, periodEnd, type PeriodRule } from './periods.js';

const corresponding: PeriodRule = { months: 3, endConvention: 'CORRESPONDING_DATE' };
const dayBefore: PeriodRule = { months: 3, endConvention: 'DAY_BEFORE' };

const anchor = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const length = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 731 }) }),
);
const rule: fc.Arbitrary<PeriodRule> = fc
  .tuple(length, fc.constantFrom('CORRESPONDING_DATE' as const, 'DAY_BEFORE' as const))
  .map(([period, endConvention]) => ({ ...period, endConvention }));

describe('A1, A2, A3: the period of three calendar months (B4)', () => {
  it.each([
    // anchor, CORRESPONDING_DATE, DAY_BEFORE, days after the anchor, latest zero-cost notice
    ['2009-03-12', '2009-06-12', '2009-06-11', 92, '2009-03-12'],
    ['2008-02-29', '2008-05-29', '2008-05-28', 90, '2008-02-29'],
    ['2009-08-31', '2009-11-30', '2009-11-29', 91, '2009-08-31'],
    ['2009-11-28', '2010-02-28', '2010-02-27', 92, '2009-11-30'],
    ['2009-11-30', '2010-02-28', '2010-02-27', 90, '2009-11-30'],
  ])('A3, A7: from %s to %s, or the day before, %s', (from, end, before, days, latest) => {
    expect(periodEnd(from, corresponding)).toBe(end);
    expect(periodEnd(from, dayBefore)).toBe(before);
    expect(daysBetween(from, end)).toBe(days);
    expect(latestAnchor(end, corresponding)).toBe(latest);
  });

  it('A7: one day before the month’s last, notice is free on one day more', () => {
    expect(latestAnchor(periodEnd('2009-11-29', corresponding), corresponding)).toBe('2009-11-30');
  });

  it('A7: of a period that ends on the day before, the latest zero-cost notice is the same day', () => {
    expect(latestAnchor(periodEnd('2009-11-28', dayBefore), dayBefore)).toBe('2009-11-30');
  });

  it('B4: a later anchor never ends its period earlier', () => {
    fc.assert(
      fc.property(anchor, fc.integer({ min: 0, max: 400 }), rule, (from, later, period) => {
        expect(periodEnd(addDays(from, later), period) >= periodEnd(from, period)).toBe(true);
      }),
    );
  });

  it('A2: a period ends in the month that lies so many months on, never in the next', () => {
    fc.assert(
      fc.property(anchor, fc.integer({ min: 1, max: 24 }), (from, months) => {
        const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        const end = addMonths(from, months);
        expect(monthOf(end)).toBe(monthOf(from) + months);
        expect(end.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });

  it('A7: notice costs nothing locally exactly up to the latest zero-cost date', () => {
    fc.assert(
      fc.property(anchor, fc.integer({ min: 0, max: 40 }), rule, (goLive, delay, period) => {
        const notice = addDays(goLive, delay);
        const isFree = periodEnd(notice, period) <= periodEnd(goLive, period);
        expect(isFree).toBe(notice <= latestAnchor(periodEnd(goLive, period), period));
      }),
    );
  });
});

describe('A1, B3: a period of days, such as the 90 after go-live', () => {
  const of90Days = (endConvention: PeriodRule['endConvention']): PeriodRule => ({ days: 90, endConvention });

  it.each([
    // anchor, CORRESPONDING_DATE, DAY_BEFORE
    ['2009-03-12', '2009-06-10', '2009-06-09'],
    ['2008-02-29', '2008-05-29', '2008-05-28'],
    ['2009-11-30', '2010-02-28', '2010-02-27'],
    ['2009-12-31', '2010-03-31', '2010-03-30'],
  ])('A1, A3: from %s to %s, or the day before, %s', (from, end, before) => {
    expect(periodEnd(from, of90Days('CORRESPONDING_DATE'))).toBe(end);
    expect(periodEnd(from, of90Days('DAY_BEFORE'))).toBe(before);
    expect(daysBetween(from, end)).toBe(90);
  });

  it('A7: has one latest zero-cost notice, the anchor itself: no two days end theirs on the same day', () => {
    fc.assert(
      fc.property(anchor, fc.constantFrom('CORRESPONDING_DATE', 'DAY_BEFORE'), (from, endConvention) => {
        expect(latestAnchor(periodEnd(from, of90Days(endConvention)), of90Days(endConvention))).toBe(from);
      }),
    );
  });
});
