import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient, type AllStreamRecordedEvent } from '@eventstore/db-client';
import type { Stored } from './audit.js';

/** A live subscription to `$all` that starts again where it was when the connection is lost. */
export interface Follower {
  /** All events of clients that it was sent, in that order. */
  readonly seen: readonly Stored[];
  /** How often it had to subscribe. */
  readonly subscribed: number;
  /** Settles when it was sent the event at a position, or one behind it. */
  reached(position: bigint): Promise<void>;
  stop(): Promise<void>;
}

const AGAIN_MS = 20;

/** What the audit wants to know of an event; nothing of those of the server itself. */
export const storedFrom = (event: AllStreamRecordedEvent | undefined): Stored[] => {
  if (event === undefined || event.type.startsWith('$')) return [];
  const { id, streamId, revision, position } = event;
  return [{ id, stream: streamId, revision: Number(revision), position: position.commit }];
};

/** Follows `$all` from its start. */
export function follow(address: string): Follower {
  const client = EventStoreDBClient.connectionString(address);
  const seen: Stored[] = [];
  let subscribed = 0;
  let end = -1n;
  let waiting: { readonly position: bigint; readonly resolve: () => void }[] = [];
  let stopped = false;
  const subscribe = () =>
    client.subscribeToAll({ fromPosition: end < 0n ? 'start' : { commit: end, prepare: end } });
  let current = subscribe();

  const take = (event: AllStreamRecordedEvent | undefined): void => {
    if (event === undefined) return;
    seen.push(...storedFrom(event));
    end = event.position.commit;
    const reached = waiting.filter(({ position }) => position <= end);
    if (reached.length === 0) return;
    waiting = waiting.filter((one) => !reached.includes(one));
    for (const { resolve } of reached) resolve();
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      subscribed += 1;
      try {
        for await (const { event } of current) take(event);
      } catch {
        await delay(AGAIN_MS);
      }
      if (!stopped) current = subscribe();
    }
  };
  const running = run();
  return {
    seen,
    get subscribed() {
      return subscribed;
    },
    reached: (position) =>
      position <= end
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ position, resolve });
          }),
    stop: async () => {
      stopped = true;
      await current.unsubscribe();
      await running;
      await client.dispose();
    },
  };
}
