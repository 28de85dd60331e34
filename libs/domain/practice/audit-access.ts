import { addDays, laterOf, type CivilDate } from '../calendar/dates.js';
import type { RetentionOption } from '../fields.js';
import { retentionSpans } from './retention-span.js';
import { lastServiceDay } from './notice-end.js';
import { type PracticeState } from './state.js';

/** How the old system's audit trail is reached (C2). The trail itself stays with its system, always (S26, X6). */
export type AuditAccess = 'NOT_CHOSEN' | RetentionOption | 'ENDED' | 'GAP';

/** Days after a service's end that no retention option covers, both inclusive; `until` null is open (A22). */
export interface AccessGap {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** The gaps of an instance whose service has an end on record and for which an option was ever chosen (A22). */
export const accessGaps = (state: PracticeState, instanceId: string): readonly AccessGap[] => {
  const lastDay = lastServiceDay(state, instanceId);
  const spans = retentionSpans(state, instanceId);
  if (lastDay === null || spans.length === 0) return [];
  const gaps: AccessGap[] = [];
  let uncovered: CivilDate | null = addDays(lastDay, 1);
  for (const { from, until } of spans) {
    if (uncovered === null) break;
    if (uncovered < from) gaps.push({ from: uncovered, until: addDays(from, -1) });
    uncovered = until === null ? null : laterOf(uncovered, addDays(until, 1));
  }
  return uncovered === null ? gaps : [...gaps, { from: uncovered, until: null }];
};

/** How access stands on a day: the option that holds, or the one chosen for the days after the service's end. */
export const auditAccessOn = (state: PracticeState, instanceId: string, on: CivilDate): AuditAccess => {
  const chosen = state.retentions.filter(
    (retention) => retention.instanceId === instanceId && retention.effectiveDate <= on,
  );
  const [first] = chosen;
  if (!first) return 'NOT_CHOSEN';
  const held = retentionSpans(state, instanceId).find(
    ({ from, until }) => from <= on && (until === null || on <= until),
  );
  if (held) return held.retention.option;
  const gap = accessGaps(state, instanceId).find(
    ({ from, until }) => from <= on && (until === null || on <= until),
  );
  if (gap) return gap.until === null ? 'ENDED' : 'GAP';
  return (chosen.at(-1) ?? first).option;
};
