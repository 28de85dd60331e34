import { addDays, daysBetween, laterOf, type CivilDate } from '../calendar/dates.js';
import type { Instance } from './state.js';

/** How many days after `fundedUntil`, up to `lastDay`, are local: all that no national exception covers (A9). */
export const localDays = (
  { fundingExceptions }: Instance,
  fundedUntil: CivilDate,
  lastDay: CivilDate,
): number => {
  const exceptions = fundingExceptions
    .filter(({ from }) => from <= lastDay)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const { days, coveredUntil } = exceptions.reduce(
    (sum, { from, until }) => ({
      days: sum.days + daysAfter(sum.coveredUntil, addDays(from, -1)),
      coveredUntil: laterOf(sum.coveredUntil, until),
    }),
    { days: 0, coveredUntil: fundedUntil },
  );
  return days + daysAfter(coveredUntil, lastDay);
};

const daysAfter = (day: CivilDate, lastDay: CivilDate): number => Math.max(0, daysBetween(day, lastDay));
