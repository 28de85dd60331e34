import type { CivilDate, Instant } from '../../calendar/dates.js';
import type { Actor } from '../../recorded.js';
import type { PracticeEventType } from '../events.js';
import type { Entry } from './entry.js';

/** A command that waits for whoever must confirm it next (R2). */
export interface Proposal extends Entry<'CommandProposed'> {
  readonly proposalId: string;
  /** Whoever has agreed so far, the author first. */
  readonly agreedBy: readonly Actor[];
  /** When the command was first proposed. */
  readonly askedAt: Instant;
  readonly commandId: string;
  readonly requestHash: string | undefined;
  readonly status: 'OPEN' | 'CONFIRMED' | 'DECLINED' | 'OVERTAKEN';
  /** What left nothing to confirm of it. */
  readonly overtakenBy: PracticeEventType | null;
}

/** A request that was granted or proposed, by the hash of what R13 compares. */
export interface StandingRequest {
  readonly hash: string;
  readonly command: string;
  readonly instanceId: string | null;
  readonly migrationId: string | null;
  readonly effectiveDate: CivilDate | null;
}
