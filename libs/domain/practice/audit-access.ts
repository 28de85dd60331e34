import { addDays, laterOf, type CivilDate } from '../calendar/dates.js';
import type { RetentionOption } from '../fields.js';
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
  const retained = retentionSpans(state, instanceId);
  const isEverChosen = state.retentions.some((retention) => retention.instanceId === instanceId);
  if (!instance || !isEverChosen) return [];
  const [first, ...rest] = [...serviceSpans(state, instance), ...retained].sort((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
  );
  const gaps: AccessGap[] = [];
  let covered = first?.until ?? null;
  for (const { from, until } of rest) {
    if (covered === null) break;
    if (addDays(covered, 1) < from) gaps.push({ from: addDays(covered, 1), until: addDays(from, -1) });
    covered = until === null ? null : laterOf(covered, until);
  }
  return covered === null ? gaps : [...gaps, { from: addDays(covered, 1), until: null }];
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
  const failure = requests
    .flatMap(({ failures }) => failures.filter(ofInstance))
    .sort(inOrder)
    .at(-1);
  const remedies = [...requests.flatMap(({ fulfilled }) => fulfilled ?? []), ...state.retentions];
  const isOver = remedies.filter(ofInstance).some((remedy) => failure && inOrder(failure, remedy) < 0);
  return isOver ? undefined : failure;
};

/** By their days, and of one day by their recording. */
const inOrder = (one: Dated, other: Dated): number =>
  `${one.effectiveDate}${one.recordedAt}` < `${other.effectiveDate}${other.recordedAt}` ? -1 : 1;

type Dated = { readonly effectiveDate: CivilDate; readonly recordedAt: string };

/**
 * How access stands on a day: the option that holds, or the one chosen for the days after the service's end; GAP while
 * what was asked for could not be given out (F9); ENDED once the trail is destroyed (X6).
 */
export const auditAccessOn = (state: PracticeState, instanceId: string, on: CivilDate): AuditAccess => {
  const chosen = state.retentions.filter(
    (retention) => retention.instanceId === instanceId && retention.effectiveDate <= on,
  );
  if ((state.destroyed[instanceId]?.effectiveDate ?? '9999') <= on) return 'ENDED';
  if (openFailure(state, instanceId, on)) return 'GAP';
  const [first] = chosen;
  if (!first) return 'NOT_CHOSEN';
  const held = retentionSpans(state, instanceId).find((span) => hasDay(span, on));
  if (held) return held.retention.option;
  const gap = accessGaps(state, instanceId).find((span) => hasDay(span, on));
  if (gap) return gap.until === null ? 'ENDED' : 'GAP';
  return (chosen.at(-1) ?? first).option;
};
