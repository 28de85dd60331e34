import { itemsOf, kept } from '../chain.js';
import type { Recorded } from '../recorded.js';
import type { PracticeEvent, PracticeEventType } from './events.js';
import type { PracticeState, StandingRequest } from './state.js';

/**
 * Which commands' earlier entries an event corrects, returns, refuses or replaces, so that asking for them again is
 * a request of its own (R13).
 */
const replaces: Partial<Record<PracticeEventType, readonly string[]>> = {
  /** A practice's decision is to retain or to migrate: the later replaces the earlier (S1). */
  MigrationRequested: ['retain-system', 'abandon-migration'],
  PracticeCommissionerChanged: ['change-commissioner'],
  PracticeJoinedCallOff: ['opt-out', 'leave-call-off'],
  PracticeOptedOut: ['opt-out'],
  PracticeLeftCallOff: ['join-call-off', 'leave-call-off'],
  PctPracticeAgreementSigned: ['end-pct-practice-agreement'],
  PctPracticeAgreementEnded: ['record-pct-practice-agreement'],
  ContractorTypeRecorded: ['record-contractor-type'],
  BusinessCaseRequired: ['decide-business-case-need'],
  BusinessCaseWaived: ['decide-business-case-need'],
  BusinessCaseSubmitted: ['submit-business-case', 'return-business-case', 'refuse-change'],
  BusinessCaseReturned: ['submit-business-case'],
  ChangeAgreed: ['refuse-change'],
  ChangeRefused: ['request-migration', 'submit-business-case', 'agree-change'],
  DisputeRaised: ['record-determination'],
  DisputeDetermined: ['raise-dispute', 'escalate-dispute'],
  CandidateScored: ['score-candidate'],
  SelectionCompleted: ['start-selection', 'score-candidate', 'complete-selection', 'fail-selection'],
  SelectionFailed: ['start-selection', 'score-candidate', 'complete-selection', 'fail-selection'],
  SystemSelected: ['select-system', 'propose-date', 'replan', 'agree-date', 'place-order'],
  MigrationOrderPlaced: ['amend-order', 'cancel-order'],
  MigrationOrderAmended: ['place-order', 'amend-order'],
  MigrationOrderCancelled: ['place-order', 'amend-order'],
  DataAccessProblemResolved: ['raise-data-access-problem'],
  MigrationDateProposed: ['propose-date', 'replan', 'agree-date'],
  GoLiveDeclared: ['roll-back'],
  GoLiveCorrected: ['declare-go-live', 'correct-go-live'],
  GoLiveRetracted: [
    ...['declare-go-live', 'correct-go-live', 'sign-off-migration'],
    ...['propose-date', 'replan', 'agree-date'],
  ],
  NoticeGiven: ['withdraw-notice'],
  NoticeExtended: ['extend-notice'],
  NoticeWithdrawn: ['give-notice', 'extend-notice', 'acknowledge-notice', 'dispute-notice'],
  RetentionOrdered: ['end-retention'],
  RetentionOptionChanged: ['order-retention', 'change-retention', 'end-retention'],
  RetentionEnded: ['order-retention', 'change-retention', 'end-retention'],
  SourceDataHeldBy: ['record-data-holder'],
  AuditAccessFailed: ['fail-audit-access'],
};

/**
 * The requests that still stand after an event: `state` is before it, `after` with it (R13). A confirmed one takes the
 * place of its proposal.
 */
export const requestsAfter = (
  state: PracticeState,
  after: PracticeState,
  event: Recorded<PracticeEvent>,
): PracticeState['requests'] => {
  const { requestHash, command, confirmedBy } = event.metadata;
  const requests = stillStanding(state, after, event);
  if (requestHash === undefined || event.type === 'ProposalDeclined') return requests;
  const about = event.payload as Partial<StandingRequest>;
  const { instanceId = null, migrationId = contingentOn(event), effectiveDate = null } = about;
  const request = { hash: requestHash, command, instanceId, migrationId, effectiveDate };
  const before = confirmedBy ? kept(requests, ({ hash }) => hash !== requestHash) : requests;
  return { last: request, before };
};

/**
 * Whether the same request stands already (R13).
 * @rule R13
 */
export const isStanding = ({ requests }: PracticeState, requestHash: string): boolean =>
  itemsOf(requests).some(({ hash }) => hash === requestHash);

const replacedBy = ({ type, payload }: PracticeEvent): readonly string[] => {
  const replaced = replaces[type] ?? [];
  const lifts = type === 'DisputeDetermined' && payload.outcome === 'CHANGE_TO_BE_AGREED';
  return lifts ? [...replaced, 'refuse-change'] : replaced;
};

/** A contingent notice ends with its migration (A5). */
const contingentOn = ({ type, payload }: PracticeEvent): string | null =>
  type === 'NoticeGiven' ? (payload.contingentOn?.migrationId ?? null) : null;

const stillStanding = (
  state: PracticeState,
  after: PracticeState,
  event: Recorded<PracticeEvent>,
): PracticeState['requests'] => {
  const replaced = replacedBy(event);
  const declined =
    event.type === 'ProposalDeclined' ? state.proposals[event.payload.proposalId]?.requestHash : undefined;
  const closed = closedBetween(state, after);
  // Most events end no request, and a long file has many.
  if (replaced.length === 0 && declined === undefined && closed.length === 0) return after.requests;
  const open = Object.values(after.proposals).flatMap(({ status, requestHash }) =>
    status === 'OPEN' && requestHash !== undefined ? [requestHash] : [],
  );
  const isOver = (request: StandingRequest) =>
    request.hash === declined ||
    (request.migrationId !== null && closed.includes(request.migrationId)) ||
    (replaced.includes(request.command) && !open.includes(request.hash) && isAbout(request, event));
  return kept(after.requests, (request) => !isOver(request));
};

/** What was recorded of a migration ends with it; what is recorded of it later, a determination say, does not. */
const closedBetween = (state: PracticeState, { migrations }: PracticeState): readonly string[] =>
  migrations === state.migrations
    ? []
    : migrations.flatMap(({ migrationId, status }, index) =>
        status === 'CLOSED' && state.migrations[index]?.status !== 'CLOSED' ? [migrationId] : [],
      );

/**
 * An event of one instance replaces what was asked for it alone, a determination what was asked in its migration, and
 * a failure what was said of its day.
 */
const isAbout = (request: StandingRequest, { type, payload }: PracticeEvent): boolean => {
  const { instanceId } = payload as { instanceId?: string };
  if (type === 'AuditAccessFailed' && request.effectiveDate !== payload.effectiveDate) return false;
  if (type === 'DisputeDetermined') return request.migrationId === payload.migrationId;
  return instanceId === undefined || (request.instanceId ?? instanceId) === instanceId;
};
