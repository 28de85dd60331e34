import { positionOf, streamOf, type Entry } from './entry.js';

/** The committed end of the log: what was written last, and word of what comes. */
export interface Feed {
  /** The last committed position; nobody reads beyond it. */
  committed(): number;
  /** The events after `position`, if they are all still in memory; at most `limit` of them. */
  after(position: number, limit: number): Entry[] | undefined;
  /** Makes a commit known: its events, and the position that it reached. Listeners are told right afterwards. */
  publish(entries: readonly Entry[], committed: number): void;
  /** Calls back after each commit. @returns what ends that */
  onCommit(listener: () => void): () => void;
  /** Calls back with the events that a commit added to a stream. @returns what ends that */
  onStream(stream: string, listener: (entries: readonly Entry[]) => void): () => void;
}

type StreamListener = (entries: readonly Entry[]) => void;

/** @param start the last committed position @param memory how many bytes of the latest events to keep */
export function createFeed(start: number, memory: number): Feed {
  let committed = start;
  let tail: Entry[] = [];
  let forgotten = start;
  let dropped = 0;
  let bytes = 0;
  const commitListeners = new Set<() => void>();
  const streamListeners = new Map<string, Set<StreamListener>>();

  const keep = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      tail.push(entry);
      bytes += entry.length;
    }
    for (let oldest = tail[dropped]; bytes > memory && oldest !== undefined; oldest = tail[dropped]) {
      forgotten = positionOf(oldest);
      bytes -= oldest.length;
      dropped += 1;
    }
    if (dropped > 1000 && dropped > tail.length / 2) {
      tail = tail.slice(dropped);
      dropped = 0;
    }
  };

  // Whoever wrote an event is to hear of it before those who follow the log, as with the real server, unless so many
  // write at once that the writer answers them in turns.
  let untold: Entry[] | undefined;
  const tellSoon = (entries: readonly Entry[]): void => {
    if (untold !== undefined) {
      untold.push(...entries);
      return;
    }
    untold = [...entries];
    setImmediate(() => {
      tellStreams(streamListeners, untold ?? []);
      untold = undefined;
      for (const listener of [...commitListeners]) listener();
    });
  };

  return {
    committed: () => committed,
    after: (position, limit) => {
      if (position < forgotten) return undefined;
      const first = firstAfter(tail, dropped, position);
      return tail.slice(first, first + limit);
    },
    publish: (entries, reached) => {
      keep(entries);
      committed = reached;
      tellSoon(entries);
    },
    onCommit: (listener) => {
      commitListeners.add(listener);
      return () => void commitListeners.delete(listener);
    },
    onStream: (stream, listener) => addListener(streamListeners, stream, listener),
  };
}

/** The index of the first entry after a position, by halving. */
function firstAfter(tail: readonly Entry[], from: number, position: number): number {
  let low = from;
  let high = tail.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = tail[middle];
    if (entry !== undefined && positionOf(entry) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tellStreams(listeners: ReadonlyMap<string, Set<StreamListener>>, entries: readonly Entry[]): void {
  if (listeners.size === 0) return;
  const byStream = new Map<string, Entry[]>();
  for (const entry of entries) {
    const stream = streamOf(entry);
    if (!listeners.has(stream)) continue;
    const own = byStream.get(stream);
    if (own === undefined) byStream.set(stream, [entry]);
    else own.push(entry);
  }
  for (const [stream, own] of byStream)
    for (const listener of [...(listeners.get(stream) ?? [])]) listener(own);
}

function addListener(
  listeners: Map<string, Set<StreamListener>>,
  stream: string,
  listener: StreamListener,
): () => void {
  const own = listeners.get(stream) ?? new Set();
  listeners.set(stream, own.add(listener));
  return () => {
    own.delete(listener);
    if (own.size === 0 && listeners.get(stream) === own) listeners.delete(stream);
  };
}
