import type { DomainEvent, Recorded } from '#domain/recorded.js';
import { type Decider, emptyFold, fold, type Folded } from './folded.js';
import type { Store } from './store.js';

/** How many folded streams are remembered for each store and decider; the longest unused goes first. */
const MOST_STREAMS = 10_000;

interface Entry<S> {
  readonly folded: Folded<S>;
  /** When the fold was last known to be the whole stream, on the clock of `performance.now()`. */
  readonly seenAt: number;
}

interface Memory {
  readonly entries: Map<string, Entry<unknown>>;
  /** Reads that have begun, for those who are content with what these will find. */
  readonly reading: Map<string, Promise<Folded<unknown>>>;
}

/** A memory is only ever a head start: what is decided on it is proved by the exact expected revision. */
const memories = new WeakMap<Store, Map<object, Memory>>();

const memoryOf = (store: Store, decider: object): Memory => {
  const deciders = memories.get(store) ?? new Map<object, Memory>();
  memories.set(store, deciders);
  const memory = deciders.get(decider) ?? { entries: new Map(), reading: new Map() };
  deciders.set(decider, memory);
  return memory;
};

/** The remembered fold and when it was the whole stream, if there is one. */
export const recall = <S, E extends DomainEvent>(
  store: Store,
  decider: Decider<S, E>,
  stream: string,
): Entry<S> | undefined => memoryOf(store, decider).entries.get(stream) as Entry<S> | undefined;

/** Remembers a fold that was the whole stream at `seenAt`, unless a longer one is remembered. */
export const remember = <S, E extends DomainEvent>(
  store: Store,
  decider: Decider<S, E>,
  stream: string,
  folded: Folded<S>,
  seenAt: number,
): void => {
  const { entries } = memoryOf(store, decider);
  const known = entries.get(stream);
  if (known && known.folded.revision > folded.revision) return;
  entries.delete(stream);
  entries.set(stream, { folded, seenAt });
  const oldest = entries.size > MOST_STREAMS ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
};

/**
 * The fold of a stream as far as the store has it now: read whole the first time, afterwards only what came since.
 * Throws StoreUnavailable, UnreadableEvent.
 */
export const refresh = async <S, E extends DomainEvent>(
  store: Store,
  decider: Decider<S, E>,
  stream: string,
): Promise<Folded<S>> => {
  const asked = performance.now();
  const before = recall(store, decider, stream)?.folded ?? emptyFold(decider.initial);
  const events = (await store.readStream(stream, before.revision + 1)) as Recorded<E>[];
  const folded = fold(decider, before, events);
  remember(store, decider, stream, folded, asked);
  return folded;
};

/**
 * A stream's fold, for dry runs and for reference facts: remembered if it was the whole stream at most `maxAgeMs`
 * ago (0, always asking the store, if left out). Throws StoreUnavailable, UnreadableEvent.
 */
export const loadStream = async <S, E extends DomainEvent>(
  store: Store,
  decider: Decider<S, E>,
  stream: string,
  maxAgeMs = 0,
): Promise<Folded<S>> => {
  const known = recall(store, decider, stream);
  if (known && performance.now() - known.seenAt < maxAgeMs) return known.folded;
  const { reading } = memoryOf(store, decider);
  const begun = reading.get(stream) as Promise<Folded<S>> | undefined;
  if (begun && maxAgeMs > 0) return begun;
  const read = refresh(store, decider, stream);
  reading.set(stream, read);
  try {
    return await read;
  } finally {
    if (reading.get(stream) === read) reading.delete(stream);
  }
};
