import type { Entry } from './entry.js';
import type { Head } from './heads.js';
import { createRecentIds, type Known, type RecentIds } from './recent-ids.js';
import type { LogEnd, Row } from './table.js';
import type { Outcome, WriteRequest } from './write-request.js';

/** A request that waits for its answer. */
export interface Waiting {
  readonly request: WriteRequest;
  /** About how much memory the request takes. */
  readonly bytes: number;
  readonly answer: (outcome: Outcome) => void;
}

/** Requests decided together: one statement writes their rows, and all are answered after its commit. */
export interface Batch {
  readonly decided: { readonly waiting: Waiting; readonly outcome: Outcome }[];
  readonly rows: Row[];
  readonly heads: Map<string, Head>;
  readonly ids: RecentIds;
  /** The events' ids and places once more, in their order. */
  readonly written: [id: string, place: Known][];
  bytes: number;
  /** Where the log ends with this batch. */
  end: LogEnd;
}

export const emptyBatch = (end: LogEnd): Batch => ({
  decided: [],
  rows: [],
  heads: new Map(),
  ids: createRecentIds(Infinity),
  written: [],
  bytes: 0,
  end,
});

export const entriesOf = (batch: Batch): Entry[] => batch.rows.flatMap(({ entries }) => [...entries]);
