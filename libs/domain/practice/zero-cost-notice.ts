import { addDays, earlierOf, laterOf, type CivilDate } from '../calendar/dates.js';
import { latestAnchor } from '../calendar/periods.js';
import { periodRule } from '../policy/state.js';
import type { Reference } from '../reference.js';
import { lacksAgreement } from './pct-practice-agreement.js';
import type { GoLive, PracticeState } from './state.js';
import { hasDay } from './spans.js';
import { fundedUntilAfter } from './wind-down.js';

/**
 * The latest day on which notice to a go-live's source costs nothing locally (A7), each day counted by the policy set
 * in force on it (B3); null where no day does: without bedding-in (A12, A13), or where that ends before any notice
 * can, as but a remainder (A20) or with the practice (A11).
 * @rule A7
 */
export const latestZeroCostFor = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): CivilDate | null => {
  const fundedUntil = fundedUntilAfter(goLive, state, reference);
  if (fundedUntil === null) return null;
  const limit = lastCentralDay(goLive, state, fundedUntil);
  const { sets } = reference.policy;
  const latest = sets.flatMap((set, index) => {
    const next = sets[index + 1];
    const first = index === 0 ? goLive.on : laterOf(goLive.on, set.from);
    const last = earlierOf(latestAnchor(limit, periodRule(set)), next ? addDays(next.from, -1) : limit);
    return first <= last ? [last] : [];
  });
  return latest.at(-1) ?? null;
};

/** The last day of bedding-in, with those that a national exception adds to it without a gap (A9, X1). */
const lastCentralDay = (
  { sourceInstanceId }: GoLive,
  state: PracticeState,
  fundedUntil: CivilDate,
): CivilDate => {
  const source = state.instances[sourceInstanceId];
  const isExcepted = (on: CivilDate) =>
    source?.fundingExceptions.some((exception) => hasDay(exception, on)) && !lacksAgreement(state, on);
  let last = fundedUntil;
  while (isExcepted(addDays(last, 1))) last = addDays(last, 1);
  return last;
};
