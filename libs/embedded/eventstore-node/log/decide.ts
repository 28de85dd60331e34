import type { StreamState } from './heads.js';
import type { Known, Standing } from './recent-ids.js';

/** The expected revisions that are no revisions, by the numbers the server itself uses for them. */
export const ANY = -2;
export const NO_STREAM = -1;
export const STREAM_EXISTS = -4;

/** What is to become of an append. `look-up`: decide again with the ids stored at these revisions. */
export type Verdict =
  | { readonly kind: 'write' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'repeated'; readonly at: Known }
  | { readonly kind: 'look-up'; readonly from: number; readonly to: number };

/** What is known of ids. */
export interface Memory {
  /** Where an event with this id was written first, if that was lately. */
  recent(id: string): Known | undefined;
  /** Which event stands at a revision, if it is in memory or was looked up. */
  at(stream: string, revision: number): Standing | undefined;
  /** Whether what is not in memory was looked up already. */
  readonly lookedUp: boolean;
}

const WRITE: Verdict = { kind: 'write' };
const DELETED: Verdict = { kind: 'deleted' };
const CONFLICT: Verdict = { kind: 'conflict' };

/**
 * Decides an append by the real server's rules: the stream's state, then whether it is a retry, then the revision.
 * @param expected a revision, or ANY, NO_STREAM, STREAM_EXISTS
 * @param ids the keys of the proposed events' ids, in order
 */
export function decide(
  stream: string,
  expected: number,
  ids: readonly string[],
  state: StreamState,
  memory: Memory,
): Verdict {
  if (state.tombstoned) return DELETED;
  if (expected === STREAM_EXISTS) {
    if (state.softDeleted) return DELETED;
    if (state.last < 0 && !state.hasMetadata) return CONFLICT;
  }
  if (expected === ANY || expected === STREAM_EXISTS) return decideAny(stream, ids, memory);
  if (expected < state.last) return decideEarlier(stream, expected, ids, state, memory);
  return expected === state.last ? WRITE : CONFLICT;
}

/** The first id decides: new, then all is written; known in this stream, then all the others must be, too. */
function decideAny(stream: string, ids: readonly string[], memory: Memory): Verdict {
  let last: Known | undefined;
  for (const id of ids) {
    const known = memory.recent(id);
    if (known?.stream !== stream) return last === undefined ? WRITE : CONFLICT;
    last = known;
  }
  return last === undefined ? WRITE : { kind: 'repeated', at: last };
}

/** A retry if the ids are those right after the expected revision; else a conflict, or a soft-deleted stream's return. */
function decideEarlier(
  stream: string,
  expected: number,
  ids: readonly string[],
  state: StreamState,
  memory: Memory,
): Verdict {
  let last: Known | undefined;
  for (const [index, id] of ids.entries()) {
    const revision = expected + 1 + index;
    const found = placeAt(stream, revision, id, memory);
    if (found === 'unknown' && revision <= state.last) {
      return { kind: 'look-up', from: revision, to: Math.min(expected + ids.length, state.last) };
    }
    if (found === 'unknown' || found === undefined) {
      return last === undefined && expected === NO_STREAM && state.softDeleted ? WRITE : CONFLICT;
    }
    last = found;
  }
  return last === undefined ? CONFLICT : { kind: 'repeated', at: last };
}

/** Where the event with this id is if it stands at this revision; 'unknown' if that must be looked up. */
function placeAt(
  stream: string,
  revision: number,
  id: string,
  memory: Memory,
): Known | undefined | 'unknown' {
  const known = memory.recent(id);
  if (known?.stream === stream && known.revision === revision) return known;
  const standing = memory.at(stream, revision);
  if (standing === undefined) return memory.lookedUp ? undefined : 'unknown';
  return standing.id === id ? { stream, revision, position: standing.position } : undefined;
}
