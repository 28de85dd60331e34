import type { Entry } from './entry.js';
import type { Head } from './heads.js';
import { createRecentIds, type RecentIds } from './recent-ids.js';
import type { Row } from './table.js';
import type { Outcome, WriteRequest } from './write-request.js';

/** A request that waits for its answer. */
export interface Waiting {
  readonly request: WriteRequest;
  readonly answer: (outcome: Outcome) => void;
}

/** Requests decided together: one statement writes their rows, and all are answered after its commit. */
export interface Batch {
  readonly decided: { readonly waiting: Waiting; readonly outcome: Outcome }[];
  readonly rows: Row[];
  readonly heads: Map<string, Head>;
  readonly ids: RecentIds;
  bytes: number;
  /** The last position that the batch reaches. */
  last: number;
}

export const emptyBatch = (last: number): Batch => ({
  decided: [],
  rows: [],
  heads: new Map(),
  ids: createRecentIds(Infinity),
  bytes: 0,
  last,
});

export const entriesOf = (batch: Batch): Entry[] => batch.rows.flatMap(({ entries }) => [...entries]);
