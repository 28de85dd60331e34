import { type AllStreamResolvedEvent, BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { Recorded } from '#domain/recorded.js';
import { appendExactly } from './append.js';
import type { TimeAllowed } from './attempts.js';
import { connect, type Credentials } from './client.js';
import { decode, encode, type EventRegistry, type NewEvent } from './codec.js';
import { StoreUnavailable, UnreadableEvent } from './errors.js';
import { ownStreams } from './own-streams.js';
import { readAllPage, readStored } from './reading.js';
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
  { readonly kind: 'appended'; readonly revision: number; readonly position: bigint } | { readonly kind: 'conflict' };

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
  subscribeAll(options: {
    from: bigint | 'start';
    signal: AbortSignal;
  }): AsyncIterable<readonly Recorded[]>;
  /** Ends what is in flight. */
  close(): Promise<void>;
}

const PAGE = 1000;

/** Opens the store. Nothing is connected until the first call, so a store that is away is no error here. */
export const openStore = (options: StoreOptions): Store => {
  const { connectionString, registry, credentials, timeoutMs = 2000 } = options;
  const names = ownStreams(options.streamPrefix ?? '');
  const open = () => connect(connectionString, credentials);
  const writer = open();
  const reader = open();
  const allowed: TimeAllowed = { perCallMs: timeoutMs, totalMs: 2.25 * timeoutMs };

  const own = (found: readonly AllStreamResolvedEvent[]): { events: Recorded[]; unreadable?: UnreadableEvent } => {
    const events: Recorded[] = [];
    for (const { event } of found) {
      const stream = event && names.own(event.streamId);
      if (!event || stream === undefined || event.type.startsWith('$')) continue;
      try {
        events.push(decode(registry, stream, event));
      } catch (error) {
        if (error instanceof UnreadableEvent) return { events, unreadable: error };
        throw error;
      }
    }
    return { events };
  };

  const readStream = async (stream: string, fromRevision = 0, maxCount?: number): Promise<Recorded[]> =>
    (await readStored(reader, allowed, names.stored(stream), fromRevision, maxCount)).map((event) =>
      decode(registry, stream, event),
    );

  const idsBehind = (stored: string) => async (revision: number, count: number) =>
    (await readStored(reader, allowed, stored, revision + 1, count)).map(({ id }) => id);

  /** Goes back from the end of `$all`, page by page, to the first event that `wanted` accepts. */
  const lastPosition = async (wanted: (event: AllStreamResolvedEvent) => boolean): Promise<bigint | 'start'> => {
    for (let from: typeof END | { commit: bigint; prepare: bigint } = END, size = 16; ; size = PAGE) {
      const page = await readAllPage(reader, allowed, from, BACKWARDS, size);
      const position = page.find(wanted)?.event?.position;
      if (position) return position.commit;
      const earliest = page.at(-1)?.event?.position;
      if (!earliest || page.length < size) return 'start';
      from = earliest;
    }
  };
  const subscriptions = {
    connect: open,
    timing: { batchSize: 500, paceMs: 20, silenceMs: options.silenceMs ?? 5000 },
    isBehind: async (position: bigint | 'start') => {
      const head = await lastPosition(({ event }) => event !== undefined && !event.type.startsWith('$'));
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
      if (position === undefined) throw new StoreUnavailable(`asking where revision ${revision} of ${stream} stands`);
      return { kind: 'appended', revision, position };
    },

    async *readAll(from) {
      let last = from;
      for (;;) {
        const start = last === 'start' ? START : { commit: last, prepare: last };
        const page = await readAllPage(reader, allowed, start, FORWARDS, PAGE);
        const { events, unreadable } = own(page.filter(({ event }) => event?.position?.commit !== last));
        yield* events;
        if (unreadable) throw unreadable;
        if (page.length < PAGE) return;
        last = page.at(-1)?.event?.position?.commit ?? last;
      }
    },

    headPosition: () =>
      lastPosition(
        ({ event }) => event !== undefined && !event.type.startsWith('$') && names.own(event.streamId) !== undefined,
      ),

    async *subscribeAll({ from, signal }) {
      for await (const batch of supervised(subscriptions, from, signal)) {
        const { events, unreadable } = own(batch);
        if (events.length > 0) yield events;
        if (unreadable) throw unreadable;
      }
    },

    async close() {
      await Promise.all([writer.client.dispose(), reader.client.dispose()]);
    },
  };
};
