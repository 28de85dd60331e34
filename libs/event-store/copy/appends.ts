import { isMetastream } from './carried.js';
import { isTombstone, type StoredEvent } from './stored-event.js';

/** Events of one stream to be appended together. A tombstone, metadata and what is large stand alone. */
export type Append = readonly [StoredEvent, ...StoredEvent[]];

const MOST_EVENTS = 100;
const MOST_BYTES = 512 * 1024;

/** The bytes of data and metadata; a server counts only data towards its maximum, but all of it towards a message. */
export const sizeOf = (append: readonly StoredEvent[]): number =>
  append.reduce((size, { data, metadata }) => size + data.length + metadata.length, 0);

const goesWith = (append: readonly StoredEvent[], event: StoredEvent): boolean => {
  const last = append.at(-1);
  return (
    last !== undefined &&
    last.stream === event.stream &&
    last.revision + 1n === event.revision &&
    !isTombstone(event) &&
    // To metadata of a deleted stream a server adds some of its own.
    !isMetastream(event.stream) &&
    append.length < MOST_EVENTS &&
    sizeOf([...append, event]) <= MOST_BYTES
  );
};

/** Events in `$all` order as appends in the same order: neighbours of one stream are appended together. */
export const appendsOf = (events: readonly StoredEvent[]): Append[] => {
  const appends: [StoredEvent, ...StoredEvent[]][] = [];
  for (const event of events) {
    const current = appends.at(-1);
    if (current && goesWith(current, event)) current.push(event);
    else appends.push([event]);
  }
  return appends;
};
