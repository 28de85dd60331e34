import { isTombstone, type StoredEvent } from './stored-event.js';

/** Events of one stream to be appended together. A tombstone and what is large stand alone. */
export type Append = readonly [StoredEvent, ...StoredEvent[]];

const MOST_EVENTS = 100;
const MOST_BYTES = 512 * 1024;

/** The bytes that a server counts towards its maximum append size. */
export const sizeOf = (append: readonly StoredEvent[]): number =>
  append.reduce((size, { data }) => size + data.length, 0);

const goesWith = (append: readonly StoredEvent[], event: StoredEvent): boolean => {
  const last = append.at(-1);
  return (
    last !== undefined &&
    last.stream === event.stream &&
    last.revision + 1n === event.revision &&
    !isTombstone(event) &&
    append.length < MOST_EVENTS &&
    sizeOf(append) + event.data.length <= MOST_BYTES
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
