import type { Batch } from './batch.js';
import { addEvents, addMetadata, addTombstone, type Stamps } from './compose.js';
import { decide, NO_STREAM, type Memory, type Verdict } from './decide.js';
import { headsOf, stateOf, type Head, type StreamState } from './heads.js';
import {
  firstVisible,
  isMetastream,
  isSoftDeleted,
  metastreamOf,
  originalOf,
  parseObject,
  recreatedFrom,
  SOFT_DELETED,
} from './metadata.js';
import { idKey } from './recent-ids.js';
import type { Outcome, WriteRequest } from './write-request.js';

/** What must be known before a request can be decided. */
export type Lacking =
  | { readonly kind: 'heads' }
  | { readonly kind: 'look-up'; readonly key: string; readonly from: number; readonly to: number };

/** The streams whose heads a request needs. */
export const headsFor = ({ kind, stream }: WriteRequest): readonly string[] =>
  kind === 'delete' ? [...headsOf(stream), metastreamOf(stream)] : headsOf(stream);

/**
 * Decides a request on top of what is committed and what is in the batches before it, and adds what it writes.
 * @returns its outcome, or what must be known first; then nothing was added
 */
export function carryOut(
  batch: Batch,
  request: WriteRequest,
  head: (stream: string) => Head | undefined,
  memory: Memory,
  stamps: Stamps,
): Outcome | Lacking {
  const state = stateOf(request.stream, head);
  if (state === undefined) return { kind: 'heads' };
  // Only a delete and the return of a soft-deleted stream write metadata; most appends need not ask for its head.
  const writesMetadata = request.kind === 'delete' || state.softDeleted;
  const metadataHead = writesMetadata ? head(metastreamOf(request.stream)) : undefined;
  if (writesMetadata && metadataHead === undefined) return { kind: 'heads' };
  const verdict = verdictOn(request, state, memory, stamps);
  if (verdict.kind === 'look-up') return { ...verdict, key: state.key };
  if (verdict.kind === 'write') {
    const hidden = hiddenOriginal(request, head);
    const outcome = write(batch, request, state, metadataHead?.last ?? -1, stamps);
    if (hidden !== undefined) bringBack(batch, request, hidden, stamps);
    return outcome;
  }
  return verdict.kind === 'repeated' ? repeated(state, verdict) : refused(state, verdict.kind);
}

/** A delete is judged as an append of one event with a new id would be. */
function verdictOn(request: WriteRequest, state: StreamState, memory: Memory, stamps: Stamps): Verdict {
  const { stream, expected, events } = request;
  const ids = request.kind === 'append' ? events.map(({ id }) => idKey(id)) : [idKey(stamps.newId())];
  const verdict = decide(stream, expected, ids, state, memory);
  const nothingToDelete = request.kind === 'delete' && state.last < 0 && verdict.kind === 'write';
  return nothingToDelete ? { kind: 'conflict' } : verdict;
}

const refused = (state: StreamState, kind: 'conflict' | 'deleted'): Outcome =>
  kind === 'deleted' ? { kind } : { kind, current: state.last };

/** The answer to a retry: where its last event stands, without a position if that event is hidden by now. */
function repeated(state: StreamState, { at }: Verdict & { kind: 'repeated' }): Outcome {
  const hidden = at.revision < firstVisible(state.metadata, state.last);
  return { kind: 'written', revision: at.revision, position: hidden ? undefined : at.position };
}

/** The head of the soft-deleted stream to whose metastream this appends: that brings the stream back, whatever it says. */
const hiddenOriginal = (
  { kind, stream, events }: WriteRequest,
  head: (stream: string) => Head | undefined,
): Head | undefined =>
  kind === 'append' && events.length > 0 && isMetastream(stream) && isSoftDeleted(head(stream)?.content ?? {})
    ? head(originalOf(stream))
    : undefined;

/** Adds the metadata just written once more, so that it truncates the stream instead of hiding it. */
function bringBack(batch: Batch, { stream }: WriteRequest, original: Head, stamps: Stamps): void {
  const entry = batch.rows.at(-1)?.entries.at(-1);
  const last = batch.heads.get(stream)?.last;
  if (entry === undefined || last === undefined) return;
  const data = recreatedFrom({ whole: parseObject(entry) }, original.last + 1);
  addMetadata(batch, originalOf(stream), last, data, stamps);
}

function write(
  batch: Batch,
  request: WriteRequest,
  state: StreamState,
  metadataLast: number,
  stamps: Stamps,
): Outcome {
  const { kind, stream, events } = request;
  if (kind === 'tombstone') addTombstone(batch, stream, stamps);
  if (kind === 'delete') addMetadata(batch, stream, metadataLast, SOFT_DELETED, stamps);
  if (kind !== 'append') return { kind: 'written', revision: state.last, position: batch.end.last };
  const revision = addEvents(batch, stream, state.last, events, stamps.now());
  const position = batch.end.last;
  if (state.softDeleted && revision > state.last) {
    addMetadata(batch, stream, metadataLast, recreatedFrom(state.metadata, state.last + 1), stamps);
  }
  return { kind: 'written', revision: revision < 0 ? NO_STREAM : revision, position };
}
