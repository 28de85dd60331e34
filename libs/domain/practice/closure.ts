import type { CivilDate } from '../calendar/dates.js';
import type { Refused } from '../decision.js';
import { refuse } from '../refusals.js';
import type { PracticeCommandName } from './commands.js';
import type { PracticeState } from './state.js';

/**
 * The practices that act for a practice: from the day after its last those that it was merged or split into, in its
 * place (F10); until then, and where it closed without a successor, itself.
 */
export const practicesFor = (
  { closedOn, successions }: PracticeState,
  ods: string,
  today: CivilDate,
): readonly string[] => {
  const successors = successions.flatMap(({ into }) => into).filter((successor) => successor !== ods);
  return closedOn !== null && closedOn < today && successors.length > 0 ? successors : [ods];
};

/** What only a practice that is open can do, or have done to it; its wind-down goes on without it (F10). */
export const OF_AN_OPEN_PRACTICE: ReadonlySet<PracticeCommandName> = new Set<PracticeCommandName>([
  'register-instance',
  'confirm-installed',
  'upgrade-system',
  'join-call-off',
  'opt-out',
  'record-pct-practice-agreement',
  'record-contractor-type',
  'take-over-practice',
  'retain-system',
  'record-contact',
  'request-migration',
  'decide-business-case-need',
  'submit-business-case',
  'return-business-case',
  'agree-change',
  'refuse-change',
  'raise-dispute',
  'start-selection',
  'score-candidate',
  'complete-selection',
  'fail-selection',
  'select-system',
  'propose-date',
  'replan',
  'agree-date',
  'place-order',
  'record-extract',
  'report-go-live',
  'declare-go-live',
  'correct-go-live',
  'abandon-migration',
  'raise-data-access-problem',
]);

/**
 * The refusal PRACTICE_CLOSED of a command for a day after the practice's last, which closed its open migration too
 * (F10); what happened on or before that day is recorded still (R10). Null where nothing is in the way.
 */
export const closureRefusal = (
  name: PracticeCommandName,
  on: CivilDate,
  { closedOn }: PracticeState,
): Refused | null =>
  closedOn !== null && closedOn < on && OF_AN_OPEN_PRACTICE.has(name)
    ? refuse('PRACTICE_CLOSED', { on: closedOn })
    : null;
