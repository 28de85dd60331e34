import type { Recorded } from '../recorded.js';
import type { PracticeEvent, PracticeEventType } from './events.js';
import type { PracticeState, StandingRequest } from './state.js';

/**
 * Which commands' earlier entries an event corrects, returns, refuses or replaces, so that asking for them again is
 * a request of its own (R13).
 */
const replaces: Partial<Record<PracticeEventType, readonly string[]>> = {
  /** A practice's decision is to retain or to migrate: the later replaces the earlier (S1). */
  MigrationRequested: ['retain-system'],
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
  GoLiveCorrected: ['declare-go-live', 'correct-go-live'],
  GoLiveRetracted: ['declare-go-live', 'correct-go-live', 'sign-off-migration'],
  NoticeGiven: ['withdraw-notice'],
  NoticeExtended: ['extend-notice'],
  NoticeWithdrawn: ['give-notice', 'extend-notice', 'acknowledge-notice', 'dispute-notice'],
  RetentionOrdered: ['end-retention'],
  RetentionOptionChanged: ['order-retention', 'change-retention', 'end-retention'],
  RetentionEnded: ['order-retention', 'change-retention', 'end-retention'],
  SourceDataHeldBy: ['record-data-holder'],
};

/** The state with the requests that still stand after this event (R13). */
export const afterEvent = (state: PracticeState, event: Recorded<PracticeEvent>): PracticeState => {
  const { requestHash, command } = event.metadata;
  const requests = stillStanding(state, event);
  if (requestHash === undefined || event.type === 'ProposalDeclined') return { ...state, requests };
  const { instanceId = null, migrationId = contingentOn(event) } = event.payload as Partial<StandingRequest>;
  return { ...state, requests: { ...requests, [requestHash]: { command, instanceId, migrationId } } };
};

const replacedBy = ({ type, payload }: PracticeEvent): readonly string[] => {
  const replaced = replaces[type] ?? [];
  const lifts = type === 'DisputeDetermined' && payload.outcome === 'CHANGE_TO_BE_AGREED';
  return lifts ? [...replaced, 'refuse-change'] : replaced;
};
/** A contingent notice ends with its migration (A5). */
const contingentOn = ({ type, payload }: PracticeEvent): string | null =>
  type === 'NoticeGiven' ? (payload.contingentOn?.migrationId ?? null) : null;

const stillStanding = (state: PracticeState, event: Recorded<PracticeEvent>): PracticeState['requests'] => {
  const replaced = replacedBy(event);
  const declined =
    event.type === 'ProposalDeclined' ? state.proposals[event.payload.proposalId]?.requestHash : undefined;
  const closed = state.migrations.filter(({ status }) => status === 'CLOSED');
  // Most events end no request, and a long file has many.
  if (replaced.length === 0 && declined === undefined && closed.length === 0) return state.requests;
  const { instanceId } = event.payload as { instanceId?: string };
  const open = Object.values(state.proposals).flatMap(({ status, requestHash }) =>
    status === 'OPEN' && requestHash !== undefined ? [requestHash] : [],
  );
  const isOver = ([hash, request]: [string, StandingRequest]) =>
    hash === declined ||
    closed.some(({ migrationId }) => migrationId === request.migrationId) ||
    (replaced.includes(request.command) &&
      !open.includes(hash) &&
      (instanceId === undefined || (request.instanceId ?? instanceId) === instanceId));
  return Object.fromEntries(Object.entries(state.requests).filter((entry) => !isOver(entry)));
};
