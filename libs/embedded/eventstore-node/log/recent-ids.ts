import { idOf, positionOf, revisionOf, streamOf, type Entry } from './entry.js';

/** Where an event with some id was written first. */
export interface Known {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** The key of an event id: its 16 bytes as a text of 16 characters. */
export const idKey = (id: Buffer): string => id.latin1Slice(0, 16);

/** Where an entry is, for an id's memory. */
export const knownFrom = (entry: Entry): Known => ({
  stream: streamOf(entry),
  revision: revisionOf(entry),
  position: positionOf(entry),
});

/** The ids written last: what "any" and "stream exists" recognise a retry by, as the real server does. */
export interface RecentIds {
  get(key: string): Known | undefined;
  /** Remembers where an event went, unless the id was seen before. */
  remember(key: string, place: Known): void;
  rememberEntry(entry: Entry): void;
}

/** Remembers the last `limit` ids; after a restart none. */
export function createRecentIds(limit: number): RecentIds {
  const places = new Map<string, Known>();
  const remember = (key: string, place: Known): void => {
    if (places.has(key)) return;
    places.set(key, place);
    if (places.size > limit) places.delete(places.keys().next().value ?? key);
  };
  return {
    get: (key) => places.get(key),
    remember,
    rememberEntry: (entry) => {
      remember(idKey(idOf(entry)), knownFrom(entry));
    },
  };
}
