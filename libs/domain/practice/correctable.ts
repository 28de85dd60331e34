import { itemsOf } from '../chain.js';
import type { Refused } from '../decision.js';
import type { Recorded } from '../recorded.js';
import { refuse } from '../refusals.js';
import { leaderOf } from './corrected.js';
import { practiceEvents, type PracticeEvent, type PracticeEventType } from './events.js';
import type { PracticeState } from './state.js';

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
    'countedFromReceipt',
    'requestId',
    'nthOfFreeAllowance',
    'freeAllowance',
  ],
  ...['targetEventId', 'targetType', 'legalDate', 'supplier', 'pct', 'by', 'party', 'flags', 'source'],
  ...['productId', 'winner', 'kind', 'candidates', 'participants', 'scores', 'option', 'was', 'old', 'new'],
  ...[
    'fundingBasis',
    'minMonths',
    'minDays',
    'earliestEndsOn',
    'plannedDate',
    'yearsSinceLastGoLive',
    'levelAtDate',
  ],
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

/**
 * The refusal of a field of a fact that no correction may change: CORRECTED_OTHERWISE where a command or another event's
 * correction does, FIELD_NOT_CORRECTED where the fact has none such, or it follows from others.
 */
export const fieldRefusal = (
  target: Recorded<PracticeEvent>,
  field: string,
  state: PracticeState,
): Refused | undefined => {
  const { type } = target;
  const own = OWN_WAY[type];
  if (own && (own.fields?.includes(field) ?? true))
    return refuse('CORRECTED_OTHERWISE', { what: own.fields ? `${field} of ${type}` : type, how: own.how });
  const isField = Object.hasOwn(practiceEvents[type].shape, field) && !IDENTITY.has(field);
  return isField ? dayRefusal(target, field, state) : refuse('FIELD_NOT_CORRECTED', { field, type });
};

/** A day that is shared is corrected on the event that comes first (`leaderOf`). */
const dayRefusal = (
  target: Recorded<PracticeEvent>,
  field: string,
  { events }: PracticeState,
): Refused | undefined => {
  const leader = field === 'effectiveDate' ? leaderOf(target, itemsOf(events)) : undefined;
  return (
    leader &&
    refuse('CORRECTED_OTHERWISE', {
      what: `${field} of ${target.type}`,
      how: `correct-record on the ${leader.type} that was recorded with it`,
    })
  );
};
