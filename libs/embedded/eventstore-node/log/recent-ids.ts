import { createBounded } from './bounded.js';

/** Where an event with some id was written first. */
export interface Known {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** An event that stands at some revision of a stream. `id` is its key. */
export interface Standing {
  readonly id: string;
  readonly position: number;
}

/** The key of an event id: its 16 bytes as a text of 16 characters. */
export const idKey = (id: Buffer): string => id.toString('latin1', 0, 16);

/** The ids written last: what "any" and "stream exists" recognise a retry by, as the real server does. */
export interface RecentIds {
  /** Where the event with this id was written first. */
  first(id: string): Known | undefined;
  /** Which event stands there, if it is one of the last. */
  at(stream: string, revision: number): Standing | undefined;
  remember(id: string, place: Known): void;
}

const placeKey = (stream: string, revision: number): string => `${String(revision)}@${stream}`;

/** Remembers at least the last `limit` events; after a restart none. */
export function createRecentIds(limit: number): RecentIds {
  const firsts = createBounded<Known>(limit);
  const standing = createBounded<Standing>(limit);
  return {
    first: firsts.get,
    at: (stream, revision) => standing.get(placeKey(stream, revision)),
    remember: (id, place) => {
      if (firsts.get(id) === undefined) firsts.set(id, place);
      standing.set(placeKey(place.stream, place.revision), { id, position: place.position });
    },
  };
}
