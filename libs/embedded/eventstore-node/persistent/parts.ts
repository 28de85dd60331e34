import type { Feed } from '../log/feed.js';
import type { Reader } from '../log/reader.js';
import type { Writer } from '../log/writer.js';

/** What persistent subscriptions work with. */
export interface Parts {
  readonly writer: Writer;
  readonly reader: Reader;
  readonly feed: Feed;
  /** The 16 bytes of a new UUID. */
  newId(): Buffer;
  /** Milliseconds since 1970. */
  now(): number;
  /** The same as text: an instant in UTC. */
  timeStamp(): string;
}
