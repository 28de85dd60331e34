import type { CivilDate } from '../../calendar/dates.js';
import type { DateParty } from '../commands.js';
import type { PayloadOf } from '../events.js';
import type { Entry } from './entry.js';

/** The open proposal of a date and who has agreed to it; the proposer counts (R3). */
export interface DateProposal {
  readonly proposalEventId: string;
  readonly date: CivilDate;
  readonly cause: PayloadOf<'MigrationDateReplanned'>['cause'] | null;
  readonly agreedBy: readonly DateParty[];
}

/** An order on the Tracking Database, the system that it is for, as it was amended, and its cancellation (S18). */
export interface Order extends Entry<'MigrationOrderPlaced'> {
  /** Null where no selection is on record. */
  readonly productId: string | null;
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
