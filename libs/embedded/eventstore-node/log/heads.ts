import { hash } from 'node:crypto';
import { createBounded } from './bounded.js';
import { TOMBSTONE } from './entry.js';
import {
  isMetastream,
  isSoftDeleted,
  metadataFor,
  metastreamOf,
  originalOf,
  type StreamMetadata,
} from './metadata.js';
import { createStreamFilter, type StreamFilter } from './stream-filter.js';

/** The end of one stream. `last` is -1 if it has no events; `content` is what its last event says as metadata. */
export interface Head {
  readonly key: string;
  readonly last: number;
  readonly content?: StreamMetadata;
}

/** What the rules need to know of a stream: its own end, its metadata, and how it was deleted. */
export interface StreamState {
  readonly key: string;
  readonly last: number;
  readonly metadata: StreamMetadata;
  readonly hasMetadata: boolean;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
}

/** The name by which the tables know a stream: 128 bits of a digest, of one size however long the name. */
export function streamKey(stream: string): string {
  const digest = hash('sha256', stream, 'hex');
  return digest.slice(0, 32);
}

/** The heads that make up a stream's state: its own, and its metastream's or, of a metastream, its original's. */
export const headsOf = (stream: string): readonly [string, string] => [
  stream,
  isMetastream(stream) ? originalOf(stream) : metastreamOf(stream),
];

/** A stream's state from its heads, or undefined if one of them is not known. */
export function stateOf(stream: string, head: (stream: string) => Head | undefined): StreamState | undefined {
  const [own, other] = headsOf(stream);
  const ownHead = head(own);
  const otherHead = head(other);
  if (ownHead === undefined || otherHead === undefined) return undefined;
  const meta = isMetastream(stream);
  const metadata = metadataFor(stream, otherHead.content);
  return {
    key: ownHead.key,
    last: ownHead.last,
    metadata,
    hasMetadata: !meta && otherHead.last >= 0,
    tombstoned: ownHead.last === TOMBSTONE || (meta && otherHead.last === TOMBSTONE),
    softDeleted: !meta && isSoftDeleted(metadata),
  };
}

/** The heads of the streams used last, as far as they are committed, and of those that are surely not there. */
export interface Heads {
  get(stream: string): Head | undefined;
  /** Takes what a commit has made true. */
  set(stream: string, head: Head): void;
  /**
   * Begins to read heads from the table.
   * @returns what takes them, unless a commit has told something newer meanwhile, or all was forgotten
   */
  reading(): (stream: string, head: Head) => void;
  /** Forgets everything, since another writer may have written. */
  clear(): void;
}

/** The bytes of a stream's key. */
export const KEY_BYTES = 16;

/**
 * Keeps the heads of about `limit` streams. A stream that is not there needs no look-up once it is known which are.
 * @param stored the keys of all streams in the table, 16 bytes each, page by page
 */
export function createHeads(limit: number, stored: () => AsyncIterable<Buffer>): Heads {
  const known = createBounded<Head>(limit);
  let cleared = 0;
  let filter: StreamFilter;
  let complete: boolean;

  const learn = async (): Promise<void> => {
    const learning = (filter = createStreamFilter());
    complete = false;
    for await (const keys of stored()) {
      if (filter !== learning) return;
      for (let at = 0; at < keys.length; at += KEY_BYTES) learning.add(keys, at);
    }
    complete = filter === learning;
  };
  // If PostgreSQL does not answer, each stream is looked up as it comes.
  const learnAnew = (): void => void learn().catch(() => undefined);

  const get = (stream: string): Head | undefined => {
    const head = known.get(stream);
    if (head !== undefined || !complete) return head;
    const key = streamKey(stream);
    if (filter.mayHold(Buffer.from(key, 'hex'))) return undefined;
    const missing = { key, last: -1 };
    known.set(stream, missing);
    return missing;
  };

  learnAnew();
  return {
    get,
    set: (stream, head) => {
      known.set(stream, head);
      filter.add(Buffer.from(head.key, 'hex'), 0);
    },
    reading: () => {
      const before = cleared;
      return (stream, head) => {
        if (cleared === before && known.get(stream) === undefined) known.set(stream, head);
      };
    },
    clear: () => {
      cleared += 1;
      known.clear();
      learnAnew();
    },
  };
}
