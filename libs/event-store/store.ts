import type { Recorded } from '#domain/recorded.js';
import { allBehind, lastPosition } from './all.js';
import { appendExactly } from './append.js';
import { type TimeAllowed, withinLimit } from './attempts.js';
import { connect, type Credentials } from './client.js';
import { decode, encode, type EventRegistry, type NewEvent } from './codec.js';
import { decodeOwn } from './decode-own.js';
import { StoreUnavailable } from './errors.js';
import { ownStreams } from './own-streams.js';
import { readStored } from './reading.js';
import { supervised } from './supervise.js';

export interface StoreOptions {
  readonly connectionString: string;
  readonly registry: EventRegistry;
  /** Those of the connection string if left out. */
  readonly credentials?: Credentials;
  /** Lets several registers share a store; empty if left out. */
  readonly streamPrefix?: string;
  /** How long one call may take (2,000 ms if left out); all attempts together take a little over twice that. */
  readonly timeoutMs?: number;
  /** Silence of a subscription for this long is looked into (5,000 ms if left out). */
  readonly silenceMs?: number;
}

/** The event stands in its stream behind exactly the expected revision, or another writer was there first. */
export type Appended =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'conflict' };

/** The register's own events in an EventStoreDB. Streams are named without the prefix. */
export interface Store {
  /** Appends behind exactly this revision. Throws StoreUnavailable, EventTooLarge. */
  append(stream: string, expected: number | 'no_stream', events: readonly NewEvent[]): Promise<Appended>;
  /** Events from a revision on, at most `maxCount`; none for a missing stream. Throws UnreadableEvent. */
  readStream(stream: string, fromRevision?: number, maxCount?: number): Promise<Recorded[]>;
  /** Every own event behind a position, to the end of `$all`. Throws StoreUnavailable, UnreadableEvent. */
  readAll(from: bigint | 'start'): AsyncIterable<Recorded>;
  /** The position of the last own event in `$all`, or 'start' if there is none. */
  headPosition(): Promise<bigint | 'start'>;
  /**
   * Own events behind a position as they come, in `$all` order, in batches of at most 500 that follow each other by
   * at least 20 ms unless full. Outlives the store's absences. Ends with `signal`; throws UnreadableEvent, after
   * the events before it.
   */
  subscribeAll(options: { from: bigint | 'start'; signal: AbortSignal }): AsyncIterable<readonly Recorded[]>;
  /** Ends what is in flight. */
  close(): Promise<void>;
}

/** Opens the store. Nothing is connected until the first call, so a store that is away is no error here. */
export const openStore = (options: StoreOptions): Store => {
  const { connectionString, registry, credentials, timeoutMs = 2000 } = options;
  const names = ownStreams(options.streamPrefix ?? '');
  const open = () => connect(connectionString, credentials);
  const writer = open();
  const reader = open();
  const allowed: TimeAllowed = { perCallMs: timeoutMs, totalMs: 2.25 * timeoutMs };

  const readStream = async (stream: string, fromRevision = 0, maxCount?: number): Promise<Recorded[]> =>
    (await readStored(reader, allowed, names.stored(stream), fromRevision, maxCount)).map((event) =>
      decode(registry, stream, event),
    );

  const idsBehind = (stored: string) => async (revision: number, count: number) =>
    (await readStored(reader, allowed, stored, revision + 1, count)).map(({ id }) => id);

  const subscriptions = {
    connect: open,
    timing: { batchSize: 500, paceMs: 20, silenceMs: options.silenceMs ?? 5000 },
    isBehind: async (position: bigint | 'start') => {
      const head = await lastPosition(reader, allowed, () => true);
      return head !== 'start' && (position === 'start' || head > position);
    },
  };

  return {
    readStream,

    async append(stream, expected, events) {
      const stored = names.stored(stream);
      const data = events.map((event) => encode(registry, event));
      const written = await appendExactly(writer, allowed, stored, expected, data, idsBehind(stored));
      if (written === 'conflict') return { kind: 'conflict' };
      const { revision } = written;
      const position = written.position ?? (await readStream(stream, revision, 1))[0]?.position;
      if (position === undefined)
        throw new StoreUnavailable(`asking where revision ${revision} of ${stream} stands`);
      return { kind: 'appended', revision, position };
    },

    async *readAll(from) {
      for await (const page of allBehind(reader, allowed, from)) {
        const { events, unreadable } = decodeOwn(registry, names, page);
        yield* events;
        if (unreadable) throw unreadable;
      }
    },

    headPosition: () => lastPosition(reader, allowed, (stream) => names.own(stream) !== undefined),

    async *subscribeAll({ from, signal }) {
      for await (const batch of supervised(subscriptions, from, signal)) {
        const { events, unreadable } = decodeOwn(registry, names, batch);
        if (events.length > 0) yield events;
        if (unreadable) throw unreadable;
      }
    },

    async close() {
      const ended = Promise.all([writer.client.dispose(), reader.client.dispose()]);
      // The client waits for an end of each call, which may not come.
      await withinLimit(ended, 1000).catch(() => undefined);
    },
  };
};
