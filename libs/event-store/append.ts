import { type EventData, WrongExpectedVersionError } from '@eventstore/db-client';
import { attempt, type TimeAllowed, withinLimit } from './attempts.js';
import type { Connected } from './client.js';

/** Where an append's last event stands: its revision, and its commit position if the store told it. */
export interface Written {
  readonly revision: number;
  readonly position: bigint | undefined;
}

const spreadOf = (events: readonly EventData[]): number =>
  parseInt(events[0]?.id.slice(0, 8) ?? '0', 16) / 0x1_0000_0000;

/**
 * Appends behind exactly `expected`, once however often it is tried: an attempt that ran out of time or lost its
 * server is made again with the same ids and the same expectation, which the store recognises. `idsBehind` reads the
 * ids that stand behind the expected revision, for a conflict that follows such an attempt. Answers 'conflict' as a
 * value; throws StoreUnavailable.
 */
export const appendExactly = async (
  { client, credentials }: Connected,
  allowed: TimeAllowed,
  stream: string,
  expected: number | 'no_stream',
  events: EventData[],
  idsBehind: (revision: number, count: number) => Promise<readonly string[]>,
): Promise<Written | 'conflict'> => {
  const before = expected === 'no_stream' ? -1 : expected;
  const expectedRevision = expected === 'no_stream' ? expected : BigInt(expected);
  return attempt(`appending to ${stream}`, allowed, spreadOf(events), async (earlier, limitMs) => {
    try {
      const call = client.appendToStream(stream, events, {
        expectedRevision,
        credentials,
        deadline: limitMs,
      });
      const { nextExpectedRevision, position } = await withinLimit(call, limitMs + 100);
      return { revision: Number(nextExpectedRevision), position: position?.commit };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      if (earlier === 0) return 'conflict';
      const standing = await idsBehind(before, events.length);
      const ours = standing.length === events.length && events.every(({ id }, n) => id === standing[n]);
      return ours ? { revision: before + events.length, position: undefined } : 'conflict';
    }
  });
};
