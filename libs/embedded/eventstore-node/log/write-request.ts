import type { Proposed } from './entry.js';

/** What a client asks of the writer. `expected` is a revision, or ANY, NO_STREAM, STREAM_EXISTS. */
export interface WriteRequest {
  readonly kind: 'append' | 'delete' | 'tombstone';
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly Proposed[];
}

/** What the writer answers. `revision` -1 is "no stream"; a retry whose events are hidden has no position. */
export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number | undefined }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'unavailable' };

export const UNAVAILABLE: Outcome = { kind: 'unavailable' };

/** What a request and each of its events take in memory beside their data and metadata, about. */
const OVERHEAD_BYTES = 256;

/** About how much memory a request takes, in bytes. */
export function sizeOf({ events }: WriteRequest): number {
  let size = OVERHEAD_BYTES;
  for (const { data, metadata } of events) size += data.length + metadata.length + OVERHEAD_BYTES;
  return size;
}
