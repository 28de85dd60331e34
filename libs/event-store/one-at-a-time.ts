import { StoreUnavailable } from './errors.js';
import type { Store } from './store.js';

/** A command that has waited this long for its turn is given up: the store is away. */
const LONGEST_WAIT_MS = 5000;

const queues = new WeakMap<Store, Map<string, Promise<unknown>>>();

/**
 * Does one piece of work on a stream after the other, in the order asked, so that writers of one process never
 * conflict with each other. Throws StoreUnavailable for one whose turn comes too late.
 */
export const oneAtATime = async <T>(store: Store, stream: string, work: () => Promise<T>): Promise<T> => {
  const queue = queues.get(store) ?? new Map<string, Promise<unknown>>();
  queues.set(store, queue);
  const before = queue.get(stream);
  const asked = performance.now();
  const turn = async (): Promise<T> => {
    await before;
    if (performance.now() - asked > LONGEST_WAIT_MS)
      throw new StoreUnavailable(`waiting to write to ${stream}`);
    return work();
  };
  const done = turn();
  const settled = done.catch(() => undefined);
  queue.set(stream, settled);
  try {
    return await done;
  } finally {
    if (queue.get(stream) === settled) queue.delete(stream);
  }
};
