import type { Recorded } from '#domain/recorded.js';
import type { Store } from '#event-store/store.js';
import { counted, uuid } from '#event-store/counting.fixture.js';

/** A store of which a spec decides what is delivered, when, and how often. */
export interface Feed {
  readonly store: Store;
  /** Delivers this batch to every subscription, as it stands: also what was delivered before. */
  deliver(batch: readonly Recorded[]): void;
  /** How many subscriptions there have been. */
  subscriptions(): number;
}

/** The nth event of the spec, at position 10 n, which counts n in one of three streams. */
export const event = (n: number): Recorded => ({
  ...counted(n, n),
  metadata: { ...counted(n, n).metadata, schemaVersion: 2 },
  id: uuid(n),
  stream: `practice-A0000${n % 3}`,
  revision: n,
  position: BigInt(10 * n),
});

/** Events from the one number to the other, both included. */
export const events = (from: number, to: number): Recorded[] =>
  Array.from({ length: to - from + 1 }, (_, n) => event(from + n));

/** A feed that has delivered `first`; each subscription is given everything again, wherever it begins. */
export const feedOf = (first: readonly (readonly Recorded[])[]): Feed => {
  const delivered = [...first];
  const waiting = new Set<() => void>();
  let subscriptions = 0;
  const subscribeAll = async function* ({
    signal,
  }: {
    signal: AbortSignal;
  }): AsyncGenerator<readonly Recorded[]> {
    subscriptions++;
    for (let n = 0; !signal.aborted;) {
      const batch = delivered[n];
      if (batch) {
        n++;
        yield batch;
        continue;
      }
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  };
  const readAll = async function* (): AsyncGenerator<Recorded> {
    yield* delivered.flat();
  };
  return {
    store: { subscribeAll, readAll } as unknown as Store,
    deliver: (batch) => {
      delivered.push(batch);
      for (const wake of waiting) wake();
      waiting.clear();
    },
    subscriptions: () => subscriptions,
  };
};
