import { addDays, daysBetween, earlierOf, laterOf, type CivilDate } from '../calendar/dates.js';
import { accrue } from '../calendar/money.js';
import type { FundingAmount, FundingInterval } from './interval.js';

/**
 * The interval with its days and pence, rounded once (A33). An open one runs to the end of `until`, and comes to
 * nothing where it starts later; a closed one is counted in full, even where it lies ahead (R7).
 * @rule R7
 */
export const withAmounts = (interval: FundingInterval, until: CivilDate): FundingAmount =>
  amounts(interval, interval.from, interval.to, until);

/**
 * The part of an interval from `from` up to, not including, `toExclusive` (null leaves that end as it is), or null
 * where they have no day in common. Its pence are round(to its end) − round(to its start), so that the parts of an
 * interval add up to it (R4): of an open one too, all of whose days count to the end of `until` (R7).
 */
export const cut = (
  interval: FundingInterval,
  from: CivilDate,
  toExclusive: CivilDate | null,
  until: CivilDate,
): FundingAmount | null => {
  const start = laterOf(interval.from, from);
  const end = earlierEnd(interval.to, toExclusive);
  return end !== null && end <= start ? null : amounts(interval, start, end, until);
};

const amounts = (
  interval: FundingInterval,
  from: CivilDate,
  to: CivilDate | null,
  until: CivilDate,
): FundingAmount => {
  const lastEnd = interval.to === null ? laterOf(from, addDays(until, 1)) : interval.to;
  const end = earlierEnd(to, lastEnd) ?? lastEnd;
  const { yearlyPence } = interval;
  return {
    ...interval,
    from,
    to,
    days: daysBetween(from, end),
    pence:
      yearlyPence === null
        ? null
        : accrued(interval, yearlyPence, end) - accrued(interval, yearlyPence, from),
  };
};

/** The practice's share is rounded half-up, the commissioner's is the rest (R5). */
const accrued = (interval: FundingInterval, yearlyPence: number, day: CivilDate): number => {
  const { from, payer, accrualBasis, sharePercent } = interval;
  const of = (percent: number) => accrue(yearlyPence, from, day, accrualBasis, percent);
  if (sharePercent === undefined) return of(100);
  return payer === 'PRACTICE' ? of(sharePercent) : of(100) - of(100 - sharePercent);
};

const earlierEnd = (one: CivilDate | null, other: CivilDate | null): CivilDate | null => {
  if (one === null) return other;
  return other === null ? one : earlierOf(one, other);
};

/** The sum of pence; null as soon as one of them is not known (R6). */
export const sumOfPence = (parts: readonly { readonly pence: number | null }[]): number | null =>
  parts.reduce<number | null>((sum, { pence }) => (sum === null || pence === null ? null : sum + pence), 0);
