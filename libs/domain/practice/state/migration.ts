import type { CivilDate } from '../../calendar/dates.js';
import type { PayloadOf, PracticeEventType } from '../events.js';
import type { DataAccessProblem, DateProposal, Extract, Order } from './delivery.js';
import type { Dispute } from './dispute.js';
import type { Entry, EventRef } from './entry.js';
import type { GoLive, RetractedGoLive } from './go-live.js';
import type { SelectionRound } from './selection.js';

export type BusinessCaseState = 'UNDECIDED' | 'WAIVED' | 'REQUIRED' | 'SUBMITTED' | 'RETURNED';

/**
 * One migration from its request on; `status` is I1's: OPEN, LIVE after go-live, or CLOSED. One that is open when its
 * practice closes is over from `closedOn` on, while what happened before is recorded still (F10, R10).
 */
export interface Migration {
  readonly migrationId: string;
  readonly status: 'OPEN' | 'LIVE' | 'CLOSED';
  /**
   * The day of the request, retain decision, abandonment or rollback that closed it (I1), or the day after its
   * practice's last (F10).
   */
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
  /** Every one in its turn, also of systems that another one replaced. */
  readonly selections: readonly Entry<'SystemSelected'>[];
  readonly dateProposal: DateProposal | null;
  readonly plannedDate: CivilDate | null;
  /** Every order in its turn, also the cancelled, and those of systems that another one replaced (S18, F5). */
  readonly orders: readonly Order[];
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
