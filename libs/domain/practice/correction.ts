import type { CivilDate } from '../calendar/dates.js';
import { accept, type Decision, type Refused } from '../decision.js';
import type { Actor, Recorded } from '../recorded.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import type { BodyOf } from './commands.js';
import { corrected, leaderOf } from './corrected.js';
import type { Decide } from './decider.js';
import { practiceEvents, type PracticeEvent, type PracticeEventType } from './events.js';
import { refolded } from './evolve.js';
import { brokenInvariants } from './invariants.js';
import type { PracticeState } from './state.js';
import { outOfOrder } from './step-order.js';

/** Fields that say which fact it is, or that follow from others (R20): a fact with others is another fact. */
const IDENTITY = new Set([
  ...[
    'ods',
    'instanceId',
    'sourceInstanceId',
    'targetInstanceId',
    'migrationId',
    'noticeId',
    'proposalEventId',
    'disputeId',
    'disputedEventId',
    'contingentOn',
    'requestId',
    'nthOfFreeAllowance',
    'freeAllowance',
  ],
  ...['targetEventId', 'targetType', 'legalDate', 'supplier', 'pct', 'by', 'party', 'flags', 'source'],
  ...['productId', 'winner', 'kind', 'candidates', 'participants', 'scores', 'option', 'was', 'old', 'new'],
  ...['fundingBasis', 'minMonths', 'earliestEndsOn', 'plannedDate', 'yearsSinceLastGoLive', 'levelAtDate'],
  ...['override', 'stage', 'extractId', 'problemId'],
]);

/** Facts, or fields of theirs, that a command of their own corrects or takes back, and which. */
const OWN_WAY: Partial<
  Record<PracticeEventType, { readonly how: string; readonly fields?: readonly string[] }>
> = {
  GoLiveDeclared: { how: 'correct-go-live', fields: ['effectiveDate', 'cutoverTime'] },
  GoLiveCorrected: { how: 'correct-go-live' },
  MigrationDateProposed: { how: 'replan', fields: ['date'] },
  MigrationDatePlanned: { how: 'replan', fields: ['date'] },
  DataExtractTaken: { how: 'correct-record on `at`', fields: ['effectiveDate'] },
  RecordCorrected: { how: 'correct-record on the corrected fact itself' },
  CommandProposed: { how: 'decline on the proposal' },
  ProposalDeclined: { how: 'the command, proposed again' },
};

/** Facts whose date is their start, which may lie ahead (R10). */
const STARTS = new Set<PracticeEventType>([
  'PracticeRegistered',
  'PracticeCommissionerChanged',
  'SystemInstanceRegistered',
  'PracticeJoinedCallOff',
  'PracticeClosed',
  'PracticesMerged',
  'PracticeSplit',
  'PracticeTakenOver',
  'CentralFundingExceptionGranted',
]);

/**
 * Corrects one field of a recorded fact, which stays in the record (I13); another person confirms (I14). By whoever
 * recorded it: the same organisation, a PCT after another, the national team for an import. What rests on the fact
 * follows; a correction after which an invariant would not hold is refused by that invariant. Refuses FACT_UNKNOWN,
 * CORRECTION_NOT_YOURS, CORRECTED_OTHERWISE, FIELD_NOT_CORRECTED, CORRECTION_DIFFERS, CORRECTION_UNFIT,
 * CORRECTION_BREAKS_RULE.
 */
export const correctRecord: Decide<'correct-record'> = (body, state, { actor, today }) => {
  const { targetEventId, field, was } = body;
  const target = state.events.find(({ id }) => id === targetEventId);
  if (!target) return refuse('FACT_UNKNOWN', { targetEventId });
  if (!isTheirs(target.metadata.actor, actor))
    return refuse('CORRECTION_NOT_YOURS', { org: target.metadata.actor.org });
  const refused = fieldRefusal(target, field) ?? dayRefusal(target, field, state);
  if (refused) return refused;
  const onRecord = (target.payload as Readonly<Record<string, unknown>>)[field] ?? null;
  if (!isSame(onRecord, was))
    return refuse('CORRECTION_DIFFERS', {
      field,
      onRecord: JSON.stringify(onRecord),
      was: JSON.stringify(was),
    });
  return fitting(body, target, state, today);
};

const isTheirs = (recordedBy: Actor, { role, org }: Actor): boolean =>
  recordedBy.org === org ||
  (role === 'PCT' && recordedBy.role === 'PCT') ||
  (role === 'NAT' && recordedBy.role === 'PM');

const fieldRefusal = ({ type }: Recorded<PracticeEvent>, field: string): Refused | undefined => {
  const own = OWN_WAY[type];
  if (own?.fields?.includes(field) ?? own !== undefined)
    return refuse('CORRECTED_OTHERWISE', {
      what: own?.fields ? `${field} of ${type}` : type,
      how: own?.how ?? '',
    });
  const isField = Object.hasOwn(practiceEvents[type].shape, field) && !IDENTITY.has(field);
  return isField ? undefined : refuse('FIELD_NOT_CORRECTED', { field, type });
};

/** A day that is shared is corrected on the event that comes first (`leaderOf`). */
const dayRefusal = (
  target: Recorded<PracticeEvent>,
  field: string,
  { events }: PracticeState,
): Refused | undefined => {
  const leader = field === 'effectiveDate' ? leaderOf(target, events) : undefined;
  return (
    leader &&
    refuse('CORRECTED_OTHERWISE', {
      what: `${field} of ${target.type}`,
      how: `correct-record on the ${leader.type} that was recorded with it`,
    })
  );
};

const fitting = (
  body: BodyOf<'correct-record'>,
  target: Recorded<PracticeEvent>,
  state: PracticeState,
  today: CivilDate,
): Decision<PracticeEvent> => {
  const { field, now } = body;
  const parsed = practiceEvents[target.type].safeParse(corrected(target, body).payload);
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ message }) => message).join('; ');
    return refuse('CORRECTION_UNFIT', { field, now: JSON.stringify(now), why });
  }
  if (field === 'effectiveDate' && !STARTS.has(target.type) && String(now) > today)
    return refuse('EFFECTIVE_DATE_IN_FUTURE', { on: String(now), today });
  const rule = newlyBroken(state, refolded(state, body));
  if (rule !== undefined)
    return refuse('CORRECTION_BREAKS_RULE', { field, now: JSON.stringify(now), rule }, rule);
  const { instanceId, migrationId } = target.payload as { instanceId?: string; migrationId?: string };
  return accept({
    type: 'RecordCorrected',
    payload: {
      ...body,
      ...(instanceId !== undefined && { instanceId }),
      ...(migrationId !== undefined && { migrationId }),
    },
  });
};

/** A rule that holds before a correction and would not after it. */
const newlyBroken = (before: PracticeState, after: PracticeState): string | undefined => {
  const broken = (state: PracticeState) => [...brokenInvariants(state), ...outOfOrder(state)];
  const already = new Set(broken(before));
  return broken(after).find((rule) => !already.has(rule));
};
