import {
  type AllStreamResolvedEvent,
  type Direction,
  type ReadPosition,
  type RecordedEvent,
  type ResolvedEvent,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { Readable } from 'node:stream';
import { attempt, type TimeAllowed, withinLimit } from './attempts.js';
import type { Connected } from './client.js';

type Cancellable = Readable & { cancel(): Promise<void> };

const collect = <T>(read: Cancellable, limitMs: number): Promise<T[]> => {
  const found: T[] = [];
  const whole = new Promise<T[]>((resolve, reject) => {
    read.on('data', (item: T) => found.push(item));
    read.on('end', () => resolve(found));
    read.on('error', reject);
    read.on('close', () => resolve(found));
  });
  // The client sets no deadline on reads, so this limit is the only one.
  return withinLimit(whole, limitMs, () => {
    read.destroy();
    read.cancel().catch(() => undefined);
  });
};

/** A stream's events from a revision on, at most `maxCount`; none for a stream that isn't there. */
export const readStored = (
  { client, credentials }: Connected,
  allowed: TimeAllowed,
  stream: string,
  fromRevision: number,
  maxCount = Number.MAX_SAFE_INTEGER,
): Promise<RecordedEvent[]> =>
  attempt(`reading ${stream}`, allowed, 0.5, async (_, limitMs) => {
    const options = { fromRevision: BigInt(fromRevision), maxCount, credentials };
    try {
      const found = await collect<ResolvedEvent>(client.readStream(stream, options) as Cancellable, limitMs);
      return found.flatMap(({ event }) => event ?? []);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  });

/** One page of `$all`. Forwards includes the given position, backwards excludes it. */
export const readAllPage = (
  { client, credentials }: Connected,
  allowed: TimeAllowed,
  fromPosition: ReadPosition,
  direction: Direction,
  maxCount: number,
): Promise<AllStreamResolvedEvent[]> =>
  attempt('reading $all', allowed, 0.5, (_, limitMs) => {
    const read = client.readAll({ fromPosition, direction, maxCount, credentials });
    return collect<AllStreamResolvedEvent>(read as Cancellable, limitMs);
  });
