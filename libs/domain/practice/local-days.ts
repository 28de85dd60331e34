import { addDays, daysBetween, earlierOf, type CivilDate } from '../calendar/dates.js';
import { longestRuns } from '../calendar/runs.js';
import { agreementCuts, lacksAgreement } from './pct-practice-agreement.js';
import type { Instance, PracticeState } from './state.js';

/**
 * How many days after `fundedUntil`, up to `lastDay`, are local: all that no national exception covers (A9), and those
 * that one does while the PCT-Practice Agreement is missing (R6).
 */
export const localDays = (
  state: PracticeState,
  { fundingExceptions }: Instance,
  fundedUntil: CivilDate,
  lastDay: CivilDate,
): number => {
  const cuts = [
    ...fundingExceptions.flatMap(({ from, until }) => [from, addDays(until, 1)]),
    ...agreementCuts(state),
  ];
  const isExcepted = (on: CivilDate) =>
    fundingExceptions.some(({ from, until }) => from <= on && on <= until) && !lacksAgreement(state, on);
  return longestRuns(addDays(fundedUntil, 1), cuts, (on) => (isExcepted(on) ? null : 'LOCAL'))
    .filter(({ value, from }) => value !== null && from <= lastDay)
    .reduce((days, { from, until }) => days + daysBetween(from, earlierOf(until ?? lastDay, lastDay)) + 1, 0);
};
