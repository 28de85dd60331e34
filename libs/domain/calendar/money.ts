import { daysBetween, type CivilDate } from './dates.js';

/**
 * The pence that a yearly charge comes to over the days from `from` up to, not including, `to`: yearly × days / 365,
 * rounded half-up once (A33, `accrual.basis=ACT_365F`).
 */
export const accrue = (yearlyPence: number, from: CivilDate, to: CivilDate): number =>
  Math.floor((yearlyPence * daysBetween(from, to) * 2 + 365) / 730);
