import { type AllStreamResolvedEvent, excludeSystemEvents } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connected } from './client.js';
import { positionOf } from './all.js';

/** Events in `$all` order, as the store has them, straight from one subscription. */
export type StoredBatch = readonly AllStreamResolvedEvent[];

export interface SubscriptionTiming {
  /** The most events of a batch. */
  readonly batchSize: number;
  /** Batches that aren't full follow each other at this distance, so that a busy store isn't read one by one. */
  readonly paceMs: number;
  /** Silence for this long is compared with the head of `$all`. */
  readonly silenceMs: number;
}

/** The subscription ended, or stayed silent while the store went on. */
class SubscriptionLost extends Error {
  override readonly name = 'SubscriptionLost';
}

/**
 * One subscription to `$all` behind a position, system events left out, in batches as they come. The next batch is
 * gathered only when asked for (back-pressure). Throws when the subscription is over, for whatever reason; returns
 * when `signal` is aborted. `isBehind` says whether `$all` has an event behind a position.
 */
export async function* subscription(
  { client, credentials }: Connected,
  from: bigint | 'start',
  timing: SubscriptionTiming,
  isBehind: (position: bigint | 'start') => Promise<boolean>,
  signal: AbortSignal,
): AsyncGenerator<StoredBatch> {
  const source = client.subscribeToAll(
    { fromPosition: positionOf(from), filter: excludeSystemEvents(), credentials },
    { highWaterMark: 2 * timing.batchSize },
  );
  const wakeUp = new Waking();
  let failure: unknown;
  const over = (error?: unknown): void => {
    failure ??= error ?? new SubscriptionLost('the subscription ended');
    wakeUp.now();
  };
  source.on('readable', () => wakeUp.now());
  source.on('error', over).on('end', over).on('close', over);
  signal.addEventListener('abort', over);
  let last = from;
  let paced = -Infinity;
  try {
    for (;;) {
      while (source.readableLength === 0 && failure === undefined) {
        if (await wakeUp.within(timing.silenceMs)) continue;
        if (await isSilent(isBehind, last, source))
          over(new SubscriptionLost('the subscription fell silent'));
      }
      const early = paced + timing.paceMs - performance.now();
      if (early > 0 && source.readableLength < timing.batchSize && failure === undefined) await pause(early);
      if (signal.aborted) return;
      const batch = take(source, timing.batchSize);
      if (batch.length === 0 && failure !== undefined) throw failure;
      if (batch.length === 0) continue;
      paced = performance.now();
      last = batch.at(-1)?.event?.position?.commit ?? last;
      yield batch;
    }
  } finally {
    signal.removeEventListener('abort', over);
    source.destroy();
    source.unsubscribe().catch(() => undefined);
  }
}

type Source = ReturnType<Connected['client']['subscribeToAll']>;

const take = (source: Source, most: number): AllStreamResolvedEvent[] => {
  const batch: AllStreamResolvedEvent[] = [];
  for (let next: unknown; batch.length < most && (next = source.read()) !== null;) {
    batch.push(next as AllStreamResolvedEvent);
  }
  return batch;
};

/** Silent: the store has more, and still nothing came while that was being asked. A store that can't say is away. */
const isSilent = async (
  isBehind: (position: bigint | 'start') => Promise<boolean>,
  last: bigint | 'start',
  source: Source,
): Promise<boolean> => {
  const behind = await isBehind(last).catch(() => true);
  return behind && source.readableLength === 0;
};

/** A wait that something else can end. */
class Waking {
  #wake: (() => void) | undefined;

  now(): void {
    this.#wake?.();
  }

  /** True when woken, false when the time passed. */
  within(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (woken: boolean): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve(woken);
      };
      const timer = setTimeout(() => done(false), ms);
      this.#wake = () => done(true);
    });
  }
}
