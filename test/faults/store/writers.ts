import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  EventStoreDBClient,
  jsonEvent,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import { UNARY } from '#testing/unary.js';
import type { Acknowledged } from './audit.js';

/** Many clients that append until they are told to finish, each append again until it is answered. */
export interface Writers {
  /** The ids of all events that were sent. */
  readonly asked: ReadonlySet<string>;
  readonly acknowledged: readonly Acknowledged[];
  /** What no client should ever be told. */
  readonly faults: readonly string[];
  /** Settles with the first acknowledgement of an append that was sent after this call: how many ms that took. */
  recovered(): Promise<number>;
  /** Lets every writer get the answer to its last append. */
  finish(): Promise<void>;
}

const SHARED = 4;
const RETRY_MS = 20;
const UNANSWERED = new Set(['unavailable', 'deadline-exceeded', 'cancelled']);

/** Whether nobody knows what has become of an append: the server, or the way to it, went away. */
const isUnanswered = (error: unknown): boolean => {
  const { code, type, message } = error as { code?: unknown; type?: string; message?: string };
  return code === 14 || UNANSWERED.has(type ?? '') || /Connection dropped/.test(message ?? '');
};

/** Starts writers, half of them unary; each writes mostly to its own stream, and every fourth time to a shared one. */
export function startWriters(address: string, amount: number): Writers {
  const client = EventStoreDBClient.connectionString(address);
  const asked = new Set<string>();
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  const ends = new Map<string, AppendExpectedRevision>();
  let waiting: ((sentAt: number) => void)[] = [];
  let isOver = false;

  const once = async (
    send: () => Promise<AppendResult>,
  ): Promise<AppendResult | WrongExpectedVersionError> => {
    for (;;) {
      const sentAt = performance.now();
      try {
        const result = await send();
        for (const tell of waiting) tell(sentAt);
        return result;
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) return error;
        if (!isUnanswered(error)) throw error;
        await delay(RETRY_MS);
      }
    }
  };

  /** The same ids expecting the same revision until there is an answer; after a conflict, the revision it tells of. */
  const append = async (stream: string, writer: number, own: boolean): Promise<void> => {
    const events = Array.from({ length: 1 + (asked.size % 3) }, () =>
      jsonEvent({ id: randomUUID(), type: 'written', data: { writer } }),
    );
    for (const { id } of events) asked.add(id);
    for (;;) {
      const expectedRevision = ends.get(stream) ?? 'no_stream';
      const options = { expectedRevision, ...(writer % 2 === 0 && UNARY) };
      const result = await once(() => client.appendToStream(stream, events, options));
      if (!(result instanceof Error)) {
        const { nextExpectedRevision, position } = result;
        ends.set(stream, nextExpectedRevision);
        const eventIds = events.map(({ id }) => id);
        const revision = Number(nextExpectedRevision);
        acknowledged.push({ eventIds, stream, revision, position: position?.commit ?? -1n });
        return;
      }
      if (own)
        throw new Error(`${stream} has only one writer, who was told of a conflict: ${result.message}`);
      ends.set(stream, result.actualVersion as AppendExpectedRevision);
    }
  };

  const write = async (writer: number): Promise<void> => {
    for (let n = writer; !isOver; n += 1) {
      const own = n % 4 !== 0;
      await append(own ? `writer-${writer}` : `shared-${n % (4 * SHARED)}`, writer, own);
    }
  };
  const all = Array.from({ length: amount }, (_, writer) =>
    write(writer).catch((error: unknown) => void faults.push(String(error))),
  );

  return {
    asked,
    acknowledged,
    faults,
    recovered: () => {
      const from = performance.now();
      return new Promise((resolve) => {
        const tell = (sentAt: number): void => {
          if (sentAt < from) return;
          waiting = waiting.filter((other) => other !== tell);
          resolve(performance.now() - from);
        };
        waiting = [...waiting, tell];
      });
    },
    finish: async () => {
      isOver = true;
      await Promise.all(all);
      await client.dispose();
    },
  };
}
