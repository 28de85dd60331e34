import type { CivilDate, Instant } from '../calendar/dates.js';
import type { Actor, Recorded } from '../recorded.js';
import type { DateParty } from './commands.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from './events.js';

/** What the practice's decisions, funding and answers need of its events: one value, folded from the stream. */
export interface PracticeState {
  readonly practice: Entry<'PracticeRegistered'> | null;
  /** The last day on which the practice was open, where it closed. */
  readonly closedOn: CivilDate | null;
  /** The event that closed it. */
  readonly closedBy: string | null;
  readonly commissioners: readonly Membership[];
  readonly instances: Readonly<Record<string, Instance>>;
  readonly agreements: readonly PctPracticeAgreement[];
  readonly contractorTypes: readonly Entry<'ContractorTypeRecorded'>[];
  /** The practices that this one was merged or split into (F10). */
  readonly successions: readonly PracticeSuccession[];
  /** The practices that this one took over (F10). */
  readonly takenOver: readonly Entry<'PracticeTakenOver'>[];
  readonly retained: readonly Entry<'SystemRetained'>[];
  /** Every contact; those before the last go-live count no more (S10). */
  readonly contacts: readonly Entry<'OptionsDiscussed'>[];
  readonly migrations: readonly Migration[];
  readonly notices: readonly Notice[];
  readonly retentions: readonly Retention[];
  /** Who held the data of old systems, in order of their first days (X6). */
  readonly holdings: readonly Entry<'SourceDataHeldBy'>[];
  /** By instance. */
  readonly destroyed: Readonly<Record<string, Entry<'SourceDataDestroyed'>>>;
  readonly accessRequests: readonly AccessRequest[];
  readonly observations: readonly Entry<'SystemUseObserved'>[];
  readonly corrections: readonly Entry<'RecordCorrected'>[];
  /** The stream as it is now known: corrected fields stand as corrected. */
  readonly events: readonly Recorded<PracticeEvent>[];
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** Requests whose entries still stand, by the hash of what R13 compares. */
  readonly requests: Readonly<Record<string, StandingRequest>>;
}

/** A payload with the event that it came from. */
export type Entry<Type extends PracticeEventType> = PayloadOf<Type> & EventRef;

/** Where a fact stands in the record, and who recorded it. */
export interface EventRef {
  readonly eventId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: Actor;
}

/**
 * A commissioner's time with the practice: from `from` (joined) to `until`, both inclusive; null is open. `until` is
 * the last day on record, or the day before the next membership where that comes first.
 */
export interface Membership {
  readonly code: string;
  readonly from: CivilDate;
  /** The last day as its source states it. */
  readonly left: CivilDate | null;
  readonly until: CivilDate | null;
  readonly eventId: string;
}

export interface Instance extends Entry<'SystemInstanceRegistered'> {
  /** Its times on a Call-Off, in order of their days. */
  readonly callOffs: readonly CallOffSpan[];
  /** The opt-out that nothing has replaced (X3). */
  readonly optedOut: Entry<'PracticeOptedOut'> | null;
  readonly functions: readonly Entry<'NationalFunctionInstalled'>[];
  /** In order of their days (A15). */
  readonly upgrades: readonly Entry<'SystemUpgraded'>[];
  readonly fundingExceptions: readonly Entry<'CentralFundingExceptionGranted'>[];
  readonly serviceEnd: Entry<'SourceServiceEnded'> | null;
}

/** A time on a Call-Off: from the join's effective date to `until`, the last day, inclusive; null is open (S7). */
export interface CallOffSpan extends Entry<'PracticeJoinedCallOff'> {
  readonly until: CivilDate | null;
  readonly leftBy: string | null;
}

/** A PCT-Practice Agreement: from its effective date to `until`, the last day, inclusive; null is open (X1). */
export interface PctPracticeAgreement extends Entry<'PctPracticeAgreementSigned'> {
  readonly until: CivilDate | null;
  readonly endedBy: string | null;
}

/** What a practice was merged or split into; it goes on where it is itself among them (F10). */
export interface PracticeSuccession extends EventRef {
  readonly kind: 'MERGER' | 'SPLIT';
  readonly into: readonly string[];
  readonly effectiveDate: CivilDate;
}

export type BusinessCaseState = 'UNDECIDED' | 'WAIVED' | 'REQUIRED' | 'SUBMITTED' | 'RETURNED';

/** One migration from its request on; `status` is I1's: OPEN, LIVE after go-live, or CLOSED. */
export interface Migration {
  readonly migrationId: string;
  readonly status: 'OPEN' | 'LIVE' | 'CLOSED';
  /** The day of the request, retain decision, abandonment or rollback that closed it (I1). */
  readonly closedOn: CivilDate | null;
  readonly request: Entry<'MigrationRequested'>;
  readonly businessCase: BusinessCaseState;
  /** As the PCT last asked for it. */
  readonly required: Entry<'BusinessCaseRequired'> | null;
  readonly submissions: readonly Entry<'BusinessCaseSubmitted'>[];
  readonly agreed: Entry<'ChangeAgreed'> | null;
  /** A refused migration stays open for resubmission until the next request or retain decision (I1). */
  readonly refused: Entry<'ChangeRefused'> | null;
  readonly disputes: readonly Dispute[];
  readonly rounds: readonly SelectionRound[];
  readonly selection: Entry<'SelectionCompleted'> | null;
  readonly selected: Entry<'SystemSelected'> | null;
  readonly dateProposal: DateProposal | null;
  readonly plannedDate: CivilDate | null;
  /** The order that stands; `orderOn` has the one of a day. */
  readonly order: Order | null;
  readonly cancelledOrders: readonly Order[];
  readonly extracts: readonly Extract[];
  readonly problems: readonly DataAccessProblem[];
  /** What suppliers say of the day of go-live: it changes nothing (A18). */
  readonly reports: readonly Entry<'GoLiveReported'>[];
  readonly backloads: readonly Entry<'CutoverGapClosed'>[];
  readonly goLive: GoLive | null;
  /** Go-lives that were declared by mistake: they never happened (F7). */
  readonly retracted: readonly RetractedGoLive[];
  readonly abandoned: Entry<'MigrationAbandoned'> | null;
  readonly signedOff: Readonly<Partial<Record<'PR' | 'PCT', Entry<'MigrationSignedOff'>>>>;
  /** Every event of the migration in the order of its recording: what stood on an earlier day is read from these. */
  readonly steps: readonly MigrationStep[];
}

/** An order on the Tracking Database, as it was amended, and its cancellation (S18). */
export interface Order extends Entry<'MigrationOrderPlaced'> {
  readonly amendments: readonly Entry<'MigrationOrderAmended'>[];
  readonly cancelled: Entry<'MigrationOrderCancelled'> | null;
}

export interface Extract extends Entry<'DataExtractTaken'> {
  readonly rejected: Entry<'DataExtractRejected'> | null;
}

/** A problem with obtaining data from the source, to its resolution; known by the id of the event that raised it (F4). */
export interface DataAccessProblem {
  readonly raised: Entry<'DataAccessProblemRaised'>;
  readonly escalated: Entry<'DataAccessProblemEscalated'> | null;
  readonly resolved: Entry<'DataAccessProblemResolved'> | null;
}

/**
 * One event of a migration; `date` is the day that it plans, or by which it asks for something, `productId` the system
 * that it selects, `cause` why it is another day than before.
 */
export interface MigrationStep extends EventRef {
  readonly type: PracticeEventType;
  readonly effectiveDate: CivilDate;
  readonly date: CivilDate | null;
  readonly productId: string | null;
  readonly cause: PayloadOf<'MigrationDateReplanned'>['cause'] | null;
}

/** A dispute over a migration from where it was raised to its determination (X7). */
export interface Dispute {
  readonly raised: Entry<'DisputeRaised'>;
  readonly escalations: readonly Entry<'DisputeEscalated'>[];
  readonly referral: Entry<'DisputeReferredToNhsla'> | null;
  readonly determined: Entry<'DisputeDetermined'> | null;
}

/** One run of the Selection Process (S16); `started` is null where its outcome alone was recorded. */
export interface SelectionRound {
  readonly started: Entry<'SelectionStarted'> | null;
  /** In the order of their recording: a later one of the same organisation for the same candidate replaces. */
  readonly scores: readonly Entry<'CandidateScored'>[];
  readonly completed: Entry<'SelectionCompleted'> | null;
  readonly failed: Entry<'SelectionFailed'> | null;
}

/** The open proposal of a date and who has agreed to it; the proposer counts (R3). */
export interface DateProposal {
  readonly proposalEventId: string;
  readonly date: CivilDate;
  readonly cause: PayloadOf<'MigrationDateReplanned'>['cause'] | null;
  readonly agreedBy: readonly DateParty[];
}

/** Business Go Live as now on record, with every event that it rests on, the declaration first. */
export interface GoLive {
  readonly migrationId: string;
  readonly sourceInstanceId: string;
  readonly targetInstanceId: string;
  readonly on: CivilDate;
  readonly cutoverTime: string | null;
  readonly finalExtractId: string | null;
  /** Whether the PCT let it be while a bedding-in was open (A21). */
  readonly isOverride: boolean;
  /** The return to the source, where there was one: its day is the target's last (A20, F6). */
  readonly rolledBack: Entry<'MigrationRolledBack'> | null;
  readonly events: readonly string[];
}

/** A go-live as it stood when it was retracted, and the event that retracted it (F7). */
export interface RetractedGoLive {
  readonly goLive: GoLive;
  readonly by: Entry<'GoLiveRetracted'>;
}

/** A notice with all that was recorded of it; `notice-end.ts` says when it ends. */
export interface Notice extends Entry<'NoticeGiven'> {
  readonly extensions: readonly Entry<'NoticeExtended'>[];
  readonly withdrawn: Entry<'NoticeWithdrawn'> | null;
  readonly acknowledged: Entry<'NoticeAcknowledged'> | null;
  readonly disputes: readonly Entry<'NoticeDateDisputed'>[];
}

/** A retention option of an instance: its last day is set by what replaces or ends it. */
export interface Retention extends Entry<'RetentionOrdered'> {
  readonly replacedBy: string | null;
  readonly endedBy: string | null;
  readonly lastDay: CivilDate | null;
}

/** A request for an audit trail, with what came of it (S31). */
export interface AccessRequest extends Entry<'AuditAccessRequested'> {
  readonly fulfilled: Entry<'AuditAccessFulfilled'> | null;
  readonly failures: readonly Entry<'AuditAccessFailed'>[];
}

/** A command that waits for whoever must confirm it next (R2). */
export interface Proposal extends Entry<'CommandProposed'> {
  readonly proposalId: string;
  /** Whoever has agreed so far, the author first. */
  readonly agreedBy: readonly Actor[];
  /** When the command was first proposed. */
  readonly askedAt: Instant;
  readonly commandId: string;
  readonly requestHash: string | undefined;
  readonly status: 'OPEN' | 'CONFIRMED' | 'DECLINED';
}

export interface StandingRequest {
  readonly command: string;
  readonly instanceId: string | null;
  readonly migrationId: string | null;
}

export const initialPractice: PracticeState = {
  practice: null,
  closedOn: null,
  closedBy: null,
  commissioners: [],
  instances: {},
  agreements: [],
  contractorTypes: [],
  successions: [],
  takenOver: [],
  retained: [],
  contacts: [],
  migrations: [],
  notices: [],
  retentions: [],
  holdings: [],
  destroyed: {},
  accessRequests: [],
  observations: [],
  corrections: [],
  events: [],
  proposals: {},
  requests: {},
};

/** The commissioner of the practice on that day, or undefined if none is on file (R4). */
export const commissionerOn = (state: PracticeState, on: CivilDate): Membership | undefined =>
  state.commissioners.findLast(({ from, until }) => from <= on && (until === null || on <= until));

/** The migration that I1 calls open, if there is one. */
export const openMigration = (state: PracticeState): Migration | undefined =>
  state.migrations.find(({ status }) => status === 'OPEN');

/** The latest go-live that left this instance as its source, and was not rolled back (A20). */
export const goLiveFrom = (state: PracticeState, instanceId: string): GoLive | undefined =>
  state.migrations.findLast(
    ({ goLive }) => goLive?.sourceInstanceId === instanceId && goLive.rolledBack === null,
  )?.goLive ?? undefined;

/** The latest go-live onto this instance, one that was rolled back too. */
export const goLiveOnto = (state: PracticeState, instanceId: string): GoLive | undefined =>
  state.migrations.findLast(({ goLive }) => goLive?.targetInstanceId === instanceId)?.goLive ?? undefined;

/** The retention option of an instance that nothing has replaced, ended ones included. */
export const standingRetention = (state: PracticeState, instanceId: string): Retention | undefined =>
  state.retentions.findLast(
    (retention) => retention.instanceId === instanceId && retention.replacedBy === null,
  );

/** The rollback of the latest go-live onto this instance, by which the practice left it (F6). */
export const rollbackFrom = (
  state: PracticeState,
  instanceId: string,
): Entry<'MigrationRolledBack'> | undefined => goLiveOnto(state, instanceId)?.rolledBack ?? undefined;

/** The day on which the practice left an instance: by a go-live from it, or by a rollback from it (A20, F6). */
export const leftOn = (state: PracticeState, instanceId: string): CivilDate | undefined =>
  goLiveFrom(state, instanceId)?.on ?? rollbackFrom(state, instanceId)?.effectiveDate;

/** The first day of an instance's life; null for a migration's target before its go-live (R6). */
export const lifeStart = (state: PracticeState, instance: Instance): CivilDate | null =>
  instance.migrationId === undefined
    ? instance.effectiveDate
    : (goLiveOnto(state, instance.instanceId)?.on ?? null);
