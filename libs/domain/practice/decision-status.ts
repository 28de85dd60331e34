import type { CivilDate } from '../calendar/dates.js';
import { isDisputedOn } from './dispute-view.js';
import type { PracticeEventType } from './events.js';
import { isClosedOn, type Migration, type MigrationStep } from './state.js';
import { stepsBy } from './steps.js';

export type DecisionStatus =
  | 'BC_UNDECIDED'
  | 'BC_REQUIRED'
  | 'BC_NOT_REQUIRED'
  | 'BC_SUBMITTED'
  | 'BC_RETURNED'
  | 'RESUBMITTED'
  | 'AGREED'
  | 'REFUSED'
  | 'DISPUTED'
  | 'CLOSED_REFUSED';

const decided: Partial<Record<PracticeEventType, DecisionStatus>> = {
  MigrationRequested: 'BC_UNDECIDED',
  BusinessCaseRequired: 'BC_REQUIRED',
  BusinessCaseWaived: 'BC_NOT_REQUIRED',
  BusinessCaseSubmitted: 'BC_SUBMITTED',
  BusinessCaseReturned: 'BC_RETURNED',
  ChangeAgreed: 'AGREED',
  ChangeRefused: 'REFUSED',
};

/** The Decision region of domain C2 on a day: a refusal that is disputed stays one until it is determined (X7). */
export const decisionOn = (migration: Migration, on: CivilDate): DecisionStatus => {
  const steps = countedBy(migration, on);
  const status = steps.reduce<DecisionStatus>(afterStep, 'BC_UNDECIDED');
  if (isClosedOn(migration, on) && migration.refused && !migration.abandoned) return 'CLOSED_REFUSED';
  if (status === 'REFUSED' && isDisputedOn(migration, on)) return 'DISPUTED';
  const wasRefused = steps.some(({ type }) => type === 'ChangeRefused');
  return status === 'BC_SUBMITTED' && wasRefused ? 'RESUBMITTED' : status;
};

/**
 * The steps by a day, without the refusals that a determination lifted: the change is to be agreed (X7), while the
 * migration was not closed.
 */
const countedBy = (migration: Migration, on: CivilDate): readonly MigrationStep[] => {
  const steps = stepsBy(migration, on);
  const { closedOn } = migration;
  const lifting = migration.disputes.flatMap(({ determined }) =>
    determined?.outcome === 'CHANGE_TO_BE_AGREED' && determined.effectiveDate < (closedOn ?? '9999')
      ? [determined.eventId]
      : [],
  );
  const lifted = steps.findLastIndex(({ eventId }) => lifting.includes(eventId));
  return steps.filter(({ type }, index) => type !== 'ChangeRefused' || index > lifted);
};

/**
 * Whether a refusal stands on a day: the PCT's agreement, a case submitted again or a determination ends it (F1, X7).
 * @rule F1
 */
export const isRefusedOn = (migration: Migration, on: CivilDate): boolean =>
  countedBy(migration, on).findLast(({ type }) => REFUSES_OR_REOPENS.has(type))?.type === 'ChangeRefused';

/** The days on which a refusal may come to stand or end. */
export const refusalCuts = ({ steps }: Migration): readonly CivilDate[] =>
  steps
    .filter(({ type }) => REFUSES_OR_REOPENS.has(type) || type === 'DisputeDetermined')
    .map(({ effectiveDate }) => effectiveDate);

const REFUSES_OR_REOPENS = new Set<PracticeEventType>([
  'ChangeRefused',
  'BusinessCaseSubmitted',
  'ChangeAgreed',
]);

/** A case that is in stays in when it is asked for again, with another date or template. */
const afterStep = (status: DecisionStatus, { type }: MigrationStep): DecisionStatus => {
  const isIn = status === 'BC_SUBMITTED' || status === 'BC_RETURNED';
  return isIn && type === 'BusinessCaseRequired' ? status : (decided[type] ?? status);
};
