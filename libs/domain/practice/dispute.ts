import { addDays, type CivilDate } from '../calendar/dates.js';
import { accept, type Refused } from '../decision.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import { isRefusedOn } from './decision-status.js';
import type { PracticeEvent, PracticeEventType } from './events.js';
import { DISPUTE_LEVELS } from './events/fields.js';
import { needOpen } from './needs.js';
import { stepsBy } from './steps.js';
import { isClosedOn, type Dispute, type Migration } from './state.js';

/**
 * Practice or PCT disputes a decision on the open migration, a refusal above all (X7, F1); one dispute at a time.
 * Refuses MIGRATION_NOT_OPEN, DISPUTE_OPEN, DISPUTED_DECISION_MISSING.
 * @rule X7
 */
export const raiseDispute: Decide<'raise-dispute'> = (body, state, { eventId }) => {
  const { subject, effectiveDate: on } = body;
  const needed = needOpen(state, on);
  if (needed.kind === 'refused') return needed;
  const { migration } = needed;
  const inTheWay = migration.disputes.find(({ determined }) => on < (determined?.effectiveDate ?? '9999'));
  if (inTheWay) return refuse('DISPUTE_OPEN', { since: inTheWay.raised.effectiveDate, on });
  const disputedEventId = decisionInDispute(migration, subject, on);
  if (disputedEventId === undefined && subject !== 'OTHER')
    return refuse('DISPUTED_DECISION_MISSING', { subject, on });
  const { migrationId } = migration;
  const of = {
    migrationId,
    disputeId: eventId(0),
    ...(disputedEventId !== undefined && { disputedEventId }),
  };
  return accept({ type: 'DisputeRaised', payload: { ...body, ...of } });
};

/** The event of the decision that a dispute of that day is about. */
const decisionInDispute = (
  migration: Migration,
  subject: BodyOf<'raise-dispute'>['subject'],
  on: CivilDate,
): string | undefined => {
  if (subject === 'REFUSAL' && !isRefusedOn(migration, on)) return undefined;
  return stepsBy(migration, on).findLast(({ type }) => DECISIONS[subject].includes(type))?.eventId;
};

const DECISIONS: Readonly<Record<BodyOf<'raise-dispute'>['subject'], readonly PracticeEventType[]>> = {
  REFUSAL: ['ChangeRefused'],
  BUSINESS_CASE: ['BusinessCaseRequired', 'BusinessCaseReturned'],
  CONDITIONS: ['ChangeAgreed'],
  OTHER: [],
};

/**
 * Practice or PCT takes the open dispute to a higher level; the last refers it to the NHS Litigation Authority, with
 * the days of its procedure (X7). A level may be left out; once its migration is closed, none is left to take it to
 * (I1). Refuses DISPUTE_NOT_OPEN, DISPUTE_LEVEL_NOT_HIGHER.
 */
export const escalateDispute: Decide<'escalate-dispute'> = (body, state) => {
  const { level, effectiveDate: on } = body;
  const open = state.migrations.filter((migration) => !isClosedOn(migration, on));
  const found = needDispute(open, on);
  if (found.kind === 'refused') return found;
  const { migrationId, disputeId } = found.dispute.raised;
  const reached = found.dispute.escalations.at(-1);
  if (reached && DISPUTE_LEVELS.indexOf(level) <= DISPUTE_LEVELS.indexOf(reached.level))
    return refuse('DISPUTE_LEVEL_NOT_HIGHER', { level, reached: reached.level });
  const of = { migrationId, disputeId };
  const escalated: PracticeEvent = { type: 'DisputeEscalated', payload: { ...body, ...of } };
  if (level !== 'NHSLA') return accept(escalated);
  const referral = { effectiveDate: on, ...of, ...procedureFrom(on) };
  return accept<PracticeEvent>(escalated, { type: 'DisputeReferredToNhsla', payload: referral });
};

/**
 * The procedure’s days after a referral: its request to the parties within 7 days, then representations and then
 * observations within 2 to 4 weeks each, counted from the last day of what comes before (X7).
 */
const procedureFrom = (referredOn: CivilDate) => {
  const requestBy = addDays(referredOn, 7);
  const representations = { from: addDays(requestBy, 14), by: addDays(requestBy, 28) };
  const observations = { from: addDays(representations.from, 14), by: addDays(representations.by, 28) };
  return { requestBy, representations, observations };
};

/**
 * The national team records how a dispute was determined, the latest that is open unless one is named, in writing
 * unless it was withdrawn (X7). That is a fact also where the migration was closed or abandoned meanwhile (R1); the PCT
 * still agrees or refuses by its own command. Refuses DISPUTE_NOT_OPEN, DETERMINATION_NOT_WRITTEN.
 */
export const recordDetermination: Decide<'record-determination'> = (body, state) => {
  const { outcome, document, evidence = [], disputeId: asked, effectiveDate: on } = body;
  const found = needDispute(state.migrations, on, asked);
  if (found.kind === 'refused') return found;
  if (outcome !== 'WITHDRAWN' && document === undefined && evidence.length === 0)
    return refuse('DETERMINATION_NOT_WRITTEN', { outcome });
  const { raised, escalations } = found.dispute;
  const { migrationId, disputeId } = raised;
  const level = escalations.at(-1)?.level ?? null;
  return accept({ type: 'DisputeDetermined', payload: { ...body, migrationId, disputeId, level } });
};

/** The latest dispute of these migrations, or the one asked for, that is open and had come no further by that day. */
const needDispute = (
  migrations: readonly Migration[],
  on: CivilDate,
  asked?: string,
): { readonly kind: 'ready'; readonly dispute: Dispute } | Refused => {
  const dispute = migrations
    .flatMap(({ disputes }) => disputes)
    .findLast(
      ({ raised, escalations, determined }) =>
        determined === null &&
        (escalations.at(-1) ?? raised).effectiveDate <= on &&
        (asked ?? raised.disputeId) === raised.disputeId,
    );
  return dispute ? { kind: 'ready', dispute } : refuse('DISPUTE_NOT_OPEN', { on });
};
