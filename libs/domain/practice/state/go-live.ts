import type { CivilDate } from '../../calendar/dates.js';
import type { Entry } from './entry.js';

/** Business Go Live as now on record, with every event that it rests on, the declaration first. */
export interface GoLive {
  readonly migrationId: string;
  readonly sourceInstanceId: string;
  readonly targetInstanceId: string;
  readonly on: CivilDate;
  readonly cutoverTime: string | null;
  readonly finalExtractId: string | undefined;
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
