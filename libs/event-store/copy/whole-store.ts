import { AccessDeniedError, type Position, StreamDeletedError } from '@eventstore/db-client';
import { CannotStart } from '#platform/cannot-start.js';
import { attempt, type TimeAllowed, withinLimit } from '../attempts.js';
import { connect } from '../client.js';
import { StoreUnavailable } from '../errors.js';
import { type BatchAppend, openBatchAppend } from './batch-append.js';
import { type Asked, readRaw } from './raw-reading.js';
import type { StoredEvent } from './stored-event.js';

/**
 * A whole EventStoreDB, whoever's streams are in it, as its administrator sees it. Everything throws StoreUnavailable,
 * and CannotStart where the store refuses its user.
 */
export interface WholeStore {
  /** The last event of `$all`, if there is one. Throws CannotStart soon where nobody answers. */
  last(): Promise<StoredEvent | undefined>;
  /** Every event behind a position, page by page, to the end of `$all` as it is when that is reached. */
  readAll(from: Position | 'start'): AsyncGenerator<readonly StoredEvent[]>;
  /** A stream's events from a revision on; none of a stream that is not there or can not be seen. */
  readStream(stream: string, from: bigint, most: number): Promise<readonly StoredEvent[]>;
  /** Whether the stream has events to be seen, or had some before it was deleted for good. */
  has(stream: string): Promise<boolean>;
  openBatchAppend(): Promise<BatchAppend>;
  /** Deletes a stream for good; one that is so already stays so. */
  tombstone(stream: string): Promise<void>;
  /** Deletes a stream until it is written again. Tried once: each time writes an event. */
  softDelete(stream: string): Promise<void>;
  close(): Promise<void>;
}

/** A page is short enough that many large events do not fill the memory. */
const PAGE = 256;

const ALLOWED: TimeAllowed = { perCallMs: 30_000, totalMs: 60_000 };

/** How long the first answer may take: a mistyped address is to be told soon. */
const AT_FIRST: TimeAllowed = { perCallMs: 5000, totalMs: 5000 };

/**
 * Opens a store. Nothing is connected until the first call.
 * @param called what to call it in messages
 */
export const openWholeStore = (connectionString: string, called: string): WholeStore => {
  const reading = connect(connectionString).client;
  const writing = connect(connectionString).client;
  const refused = (error: unknown): never => {
    if (!(error instanceof AccessDeniedError)) throw error;
    throw new CannotStart(
      `The ${called} refuses its user: put an administrator's name and password into its address, esdb://name:password@….`,
    );
  };
  const unreachable = (error: unknown): never => {
    if (!(error instanceof StoreUnavailable)) throw error;
    const why = error.cause instanceof Error ? error.cause.message.trim() : 'nothing came';
    throw new CannotStart(
      `The ${called} does not answer (${why}): check its address, and with TLS its certificate and tlsCAFile.`,
    );
  };
  const read = (asked: Asked, allowed = ALLOWED): Promise<StoredEvent[] | 'no-stream'> =>
    attempt(`reading ${asked.stream ?? '$all'} of the ${called}`, allowed, 0.5, (_, limitMs) =>
      readRaw(reading, asked, limitMs),
    ).catch(refused);
  const events = async (asked: Asked, allowed = ALLOWED): Promise<StoredEvent[]> => {
    const found = await read(asked, allowed);
    return found === 'no-stream' ? [] : found;
  };

  return {
    last: async () => {
      const [last] = await events({ backwards: true, from: 'end', most: 1 }, AT_FIRST).catch(unreachable);
      return last;
    },

    async *readAll(from) {
      for (let last = from; ;) {
        const page = await events({ from: last, most: PAGE });
        // Forwards, the store gives the event at the position itself once more.
        yield last === 'start' ? page : page.filter(({ position }) => !isSame(position, last as Position));
        if (page.length < PAGE) return;
        last = page.at(-1)?.position ?? last;
      }
    },

    readStream: (stream, from, most) => events({ stream, from, most }),

    has: async (stream) => {
      try {
        return (await read({ stream, backwards: true, from: 'end', most: 1 })) !== 'no-stream';
      } catch (error) {
        if (error instanceof StreamDeletedError) return true;
        throw error;
      }
    },

    openBatchAppend: async () => {
      const batch = await openBatchAppend(writing, ALLOWED.perCallMs);
      return { ...batch, send: (append) => batch.send(append).catch(refused) };
    },

    tombstone: (stream) =>
      attempt(`deleting ${stream} for good in the ${called}`, ALLOWED, 0.5, async (_, limitMs) => {
        // Whatever the stream's last revision is: the comparison that follows tells if it is another than the source's.
        const call = writing.tombstoneStream(stream, { expectedRevision: 'any', deadline: limitMs });
        await withinLimit(call, limitMs + 100).catch((error: unknown) => {
          if (!(error instanceof StreamDeletedError)) throw error;
        });
      }),

    softDelete: async (stream) => {
      const deadline = ALLOWED.perCallMs;
      const call = writing.deleteStream(stream, { expectedRevision: 'any', deadline });
      await withinLimit(call, deadline + 100).catch(refused);
    },

    async close() {
      const ended = Promise.all([reading.dispose(), writing.dispose()]);
      // The client waits for an end of each call, which may not come.
      await withinLimit(ended, 1000).catch(() => undefined);
    },
  };
};

const isSame = (one: Position, other: Position): boolean =>
  one.commit === other.commit && one.prepare === other.prepare;
