import { emptyBatch, entriesOf, type Batch, type Waiting } from './batch.js';
import { addEvents, addMetadata, addSoftDelete, addTombstone, positionIfVisible, type Stamps } from './compose.js';
import { decide, NO_STREAM, type Memory, type Verdict } from './decide.js';
import { idOf, positionOf, revisionOf, type Entry } from './entry.js';
import type { Feed } from './feed.js';
import { headsOf, stateOf, type Head, type Heads, type StreamState } from './heads.js';
import { firstVisible, metastreamOf, recreatedFrom } from './metadata.js';
import { idKey, type Known, type RecentIds } from './recent-ids.js';
import type { Row } from './table.js';
import { UNAVAILABLE, type Outcome, type WriteRequest } from './write-request.js';

/** The tables as the writer uses them. Each rejects if PostgreSQL does not answer. */
export interface WriterTables {
  insert(rows: readonly Row[]): Promise<void>;
  heads(streams: readonly string[]): Promise<readonly Head[]>;
  /** The events of a stream from one revision to another, both included. */
  range(key: string, from: number, to: number): Promise<readonly Entry[]>;
  /** Becomes the only writer again after a failure. @returns the log's last position */
  recover(): Promise<number>;
  /** The events after a position, however many pages they are. */
  since(position: number): AsyncIterable<readonly Entry[]>;
}

export interface WriterParts {
  readonly tables: WriterTables;
  readonly heads: Heads;
  readonly recent: RecentIds;
  readonly feed: Feed;
  readonly stamps: Stamps;
}

/** The one writer of the log. */
export interface Writer {
  /** Answers after the commit, never before. */
  submit(request: WriteRequest): Promise<Outcome>;
  /** Resolves when all that was submitted is answered. */
  idle(): Promise<void>;
  stop(): void;
}

const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_REQUESTS = 2000;
const RECOVERY_PAUSE_MS = 200;

/**
 * Decides requests in their order and writes them in groups: while one group commits, the next is decided on top of
 * it. If a commit fails its requests are answered "unavailable" and the next group is decided again from the table.
 */
export function createWriter({ tables, heads, recent, feed, stamps }: WriterParts): Writer {
  const waiting: Waiting[] = [];
  let committing: Batch | undefined;
  let next = emptyBatch(feed.committed());
  let deciding = false;
  let scheduled = false;
  let recovering = false;
  let stopped = false;
  let whenIdle: (() => void)[] = [];

  const head = (stream: string): Head | undefined =>
    next.heads.get(stream) ?? committing?.heads.get(stream) ?? heads.get(stream);
  const recall = (id: string): Known | undefined => recent.get(id) ?? committing?.ids.get(id) ?? next.ids.get(id);

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      void pump();
    });
  };

  const pump = async (): Promise<void> => {
    if (deciding || recovering) return;
    deciding = true;
    try {
      while (waiting.length > 0 && next.decided.length < BATCH_REQUESTS && next.bytes < BATCH_BYTES) {
        if (!(await decideFirst())) break;
      }
    } catch {
      // The table did not answer; what waits was answered by the recovery that this starts.
      startRecovery();
    }
    deciding = false;
    commit();
  };

  /** Decides the first waiting request. Only what is not in memory makes it wait. */
  const decideFirst = async (): Promise<boolean> => {
    const first = waiting[0];
    if (first === undefined) return false;
    let state = stateOf(first.request.stream, head);
    while (state === undefined) {
      await loadMissingHeads();
      if (recovering) return false;
      state = stateOf(first.request.stream, head);
    }
    let memory: Memory = { recent: recall };
    let verdict = judge(first.request, state, memory);
    if (verdict.kind === 'look-up') {
      memory = await lookUp(state, verdict.from, verdict.to);
      if (recovering) return false;
      state = stateOf(first.request.stream, head) ?? state;
      verdict = judge(first.request, state, memory);
    }
    waiting.shift();
    next.decided.push({ waiting: first, outcome: carryOut(first.request, state, verdict) });
    return true;
  };

  const loadMissingHeads = async (): Promise<void> => {
    const names = new Set(
      waiting
        .slice(0, BATCH_REQUESTS)
        .flatMap(({ request }) => headsOf(request.stream))
        .filter((stream) => head(stream) === undefined),
    );
    // The heads of a metastream are needed, too, when a soft-deleted stream is written again.
    const missing = [...names];
    const found = await tables.heads(missing);
    for (const [index, stream] of missing.entries()) {
      const one = found[index];
      if (one !== undefined) heads.offer(stream, one);
    }
  };

  const lookUp = async (state: StreamState, from: number, to: number): Promise<Memory> => {
    const entries = await tables.range(state.key, from, to);
    const stored = new Map(
      entries.map((entry) => [revisionOf(entry), { id: idKey(idOf(entry)), position: positionOf(entry) }]),
    );
    return { recent: recall, stored };
  };

  const carryOut = (request: WriteRequest, state: StreamState, verdict: Verdict): Outcome => {
    const { stream } = request;
    if (verdict.kind === 'deleted') return { kind: 'deleted' };
    if (verdict.kind === 'repeated') {
      const { revision, position } = verdict.at;
      const first = firstVisible(state.metadata, state.last);
      return { kind: 'written', revision, position: positionIfVisible(state, first, revision, position) };
    }
    if (verdict.kind !== 'write') return { kind: 'conflict', current: state.last };
    const now = stamps.now();
    if (request.kind === 'append') return append(request, state, now);
    if (request.kind === 'tombstone') addTombstone(next, stream, stamps, now);
    else if (state.last < 0) return { kind: 'conflict', current: NO_STREAM };
    else addSoftDelete(next, stream, head(metastreamOf(stream))?.last ?? -1, stamps, now);
    return { kind: 'written', revision: state.last, position: next.last };
  };

  const append = ({ stream, events }: WriteRequest, state: StreamState, now: number): Outcome => {
    const revision = addEvents(next, stream, state.last, events, now);
    const position = next.last;
    if (state.softDeleted && events.length > 0) recreate(stream, state.last + 1, now);
    return { kind: 'written', revision, position };
  };

  commit satisfies () => void;
  return undefined as never;
}
