import { setTimeout as pause } from 'node:timers/promises';
import type { Connected } from './client.js';
import { type StoredBatch, subscription, type SubscriptionTiming } from './subscribe.js';

/** What a supervised subscription needs to know of its store. */
export interface Supervised {
  readonly connect: () => Connected;
  readonly isBehind: (position: bigint | 'start') => Promise<boolean>;
  readonly timing: SubscriptionTiming;
}

const LONGEST_PAUSE_MS = 2000;

/**
 * Subscriptions to `$all`, one after the other: when one is lost the next begins behind the last event that came,
 * after a growing pause. It only ends with `signal`. A position that the server reports as a checkpoint is never
 * used: such positions have been ahead of unsent events.
 */
export async function* supervised(
  store: Supervised,
  from: bigint | 'start',
  signal: AbortSignal,
): AsyncGenerator<StoredBatch> {
  let last = from;
  let pauseMs = 50;
  while (!signal.aborted) {
    const connected = store.connect();
    try {
      for await (const batch of subscription(connected, last, store.timing, store.isBehind, signal)) {
        yield batch;
        last = batch.at(-1)?.event?.position?.commit ?? last;
        pauseMs = 50;
      }
    } catch {
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    } finally {
      // Not awaited: the client waits for an end of each call, which may not come.
      void connected.client.dispose();
    }
  }
}
