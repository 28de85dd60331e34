import { daysBetween, earlierOf, type CivilDate } from './dates.js';

/** How days are counted against a year: each as a 365th (ACT_365F), or as a part of its own calendar year (ACT_ACT). */
export type AccrualBasis = 'ACT_365F' | 'ACT_ACT';

/**
 * The pence that a yearly charge comes to over the days from `from` up to, not including, `to`: yearly × days / 365,
 * rounded half-up once (A33); in another basis by the lengths of the calendar years (`accrual.basis=ACT_ACT`). Of a
 * charge that is shared only that percent counts (R5).
 * @rule A33
 */
export const accrue = (
  yearlyPence: number,
  from: CivilDate,
  to: CivilDate,
  basis: AccrualBasis = 'ACT_365F',
  percent = 100,
): number => {
  const { parts, of } =
    basis === 'ACT_365F' ? { parts: daysBetween(from, to), of: 365 } : yearParts(from, to);
  const [charge, whole] = [BigInt(yearlyPence) * BigInt(percent) * BigInt(parts), BigInt(100 * of)];
  return Number((2n * charge + whole) / (2n * whole));
};

/** Days of common and of leap years over one denominator, so that nothing is rounded before its time. */
const yearParts = (from: CivilDate, to: CivilDate): { readonly parts: number; readonly of: number } => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  let parts = 0;
  for (let year = first; year <= last; year += 1) {
    const start = year === first ? from : `${year}-01-01`;
    const days = daysBetween(start, earlierOf(to, `${year + 1}-01-01`));
    parts += days * (daysBetween(`${year}-01-01`, `${year + 1}-01-01`) === 366 ? 365 : 366);
  }
  return { parts, of: 365 * 366 };
};
