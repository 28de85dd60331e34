import { addDays, type CivilDate } from '../calendar/dates.js';
import type { RetentionOption } from '../fields.js';
import { destroyedBy } from './custody.js';
import { retentionSpans } from './retention-span.js';
import { serviceSpans } from './service-span.js';
import type { Entry, PracticeState } from './state.js';
import { hasDay } from './spans.js';

/** How the old system's audit trail is reached (C2). The trail itself stays with its system, always (S26, X6). */
export type AuditAccess = 'NOT_CHOSEN' | RetentionOption | 'ENDED' | 'GAP';

/** Days after a service's end, while it is not taken up again, that no retention option covers, both inclusive; `until` null is open (A22). */
export interface AccessGap {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** The gaps of an instance whose service has an end on record and for which an option was ever chosen (A22). */
export const accessGaps = (state: PracticeState, instanceId: string): readonly AccessGap[] => {
  const instance = state.instances[instanceId];
  const isEverChosen = state.retentions.some((retention) => retention.instanceId === instanceId);
  if (!instance || !isEverChosen) return [];
  const covered = [...serviceSpans(state, instance), ...retentionSpans(state, instanceId)];
  const daysAfter = new Set(covered.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])));
  return [...daysAfter]
    .filter((day) => !covered.some((span) => hasDay(span, day)))
    .sort()
    .map((from) => {
      const [next] = covered.flatMap((span) => (from < span.from ? [span.from] : [])).sort();
      return { from, until: next === undefined ? null : addDays(next, -1) };
    });
};

/** The failure to give out an audit trail that still leaves a gap on a day: nothing given out nor chosen since (F9). */
export const openFailure = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate,
): Entry<'AuditAccessFailed'> | undefined => {
  const ofInstance = (fact: { readonly instanceId: string; readonly effectiveDate: CivilDate }) =>
    fact.instanceId === instanceId && fact.effectiveDate <= on;
  const requests = state.accessRequests.filter((request) => request.instanceId === instanceId);
  const failures = requests.flatMap((request) => request.failures.filter(ofInstance));
  const given = requests.flatMap(({ fulfilled }) => fulfilled ?? []);
  const later = [...failures, ...[...given, ...state.retentions].filter(ofInstance)];
  return failures.findLast((failure) => !later.some((one) => orderOf(failure) < orderOf(one)));
};

/** By their days, and of one day by their recording. */
const orderOf = (fact: { readonly effectiveDate: CivilDate; readonly recordedAt: string }): string =>
  `${fact.effectiveDate}${fact.recordedAt}`;

/**
 * How access stands on a day: the option that holds, or the one chosen for the days after the service's end; GAP while
 * what was asked for could not be given out (F9); ENDED once the trail is destroyed (X6).
 */
export const auditAccessOn = (state: PracticeState, instanceId: string, on: CivilDate): AuditAccess => {
  const chosen = state.retentions.filter(
    (retention) => retention.instanceId === instanceId && retention.effectiveDate <= on,
  );
  if (destroyedBy(state, instanceId, on) !== undefined) return 'ENDED';
  if (openFailure(state, instanceId, on)) return 'GAP';
  const last = chosen.at(-1);
  if (!last) return 'NOT_CHOSEN';
  const held = retentionSpans(state, instanceId).find((span) => hasDay(span, on));
  if (held) return held.retention.option;
  const gap = accessGaps(state, instanceId).find((span) => hasDay(span, on));
  if (gap) return gap.until === null ? 'ENDED' : 'GAP';
  return last.option;
};
