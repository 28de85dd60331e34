import { idOf, type Entry } from '../log/entry.js';
import { idKey } from '../log/recent-ids.js';
import type { Resolved } from '../log/resolve.js';
import type { Position } from './position.js';

/** What a source has at a position. `passed`: not for this group; `unread`: there, but still to be read. */
export interface Item {
  readonly position: Position;
  readonly content: Resolved | 'passed' | 'unread';
}

/** Some of what a source has, in order. */
export interface Batch {
  readonly items: readonly Item[];
  /** Where to go on. */
  readonly next: Position;
  /** Whether there was nothing more. */
  readonly end: boolean;
}

/** An event on its way through a group. */
export interface Message {
  readonly resolved: Resolved;
  /** What consumers answer it by: the key of the link's id or, without a link, of the event's. */
  readonly id: string;
  /** Its position in the source; of a replayed one, its revision among the parked. */
  readonly position: Position;
  readonly replayed: boolean;
  /** Its number in the group's progress. */
  readonly sequence: number;
  /** How often it was sent in vain. */
  readonly retryCount: number;
}

/** The entry that stands in the source: the link or, without a link, the event. */
export function originalOf({ link, event }: Resolved): Entry {
  const original = link ?? event;
  if (original === undefined) throw new TypeError('neither an event nor a link');
  return original;
}

/** A message for what a source has, as yet unsent. */
export const newMessage = (
  resolved: Resolved,
  position: Position,
  sequence: number,
  replayed: boolean,
): Message => ({
  resolved,
  id: idKey(idOf(originalOf(resolved))),
  position,
  replayed,
  sequence,
  retryCount: 0,
});

/** Puts a message among those that are to be sent again: replayed ones last, the others by their positions. */
export function addRetry(retries: Message[], message: Message): void {
  const later = (other: Message): boolean => !other.replayed && message.position < other.position;
  const index = message.replayed ? -1 : retries.findIndex(later);
  retries.splice(index < 0 ? retries.length : index, 0, message);
}
