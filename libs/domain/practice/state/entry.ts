import type { Instant } from '../../calendar/dates.js';
import type { Actor } from '../../recorded.js';
import type { PayloadOf, PracticeEventType } from '../events.js';

/** A payload with the event that it came from. */
export type Entry<Type extends PracticeEventType> = PayloadOf<Type> & EventRef;

/** Where a fact stands in the record, and who recorded it. */
export interface EventRef {
  readonly eventId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: Actor;
}
