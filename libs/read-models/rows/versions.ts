import type { Instant } from '#domain/calendar/dates.js';
import type { Row, Version } from './table.js';

/**
 * The versions of one practice's rows from the first of `instants` on: `before` are those that stood right before
 * it; at each instant, in order, the rows that no longer hold are closed and the new ones opened, and those that go
 * on are left as they are. Rows are compared by `textOf`.
 */
export const versionsFrom = (
  before: readonly Version[],
  instants: readonly Instant[],
  rowsAt: (instant: Instant) => readonly Row[],
  textOf: (row: Row) => string,
): Version[] => {
  const closed: Version[] = [];
  let open = new Map(before.map((version) => [textOf(version.row), { ...version, recordedTo: null }]));
  for (const instant of instants) {
    const next: typeof open = new Map();
    for (const row of rowsAt(instant)) {
      const text = textOf(row);
      next.set(text, open.get(text) ?? { row, recordedFrom: instant, recordedTo: null });
    }
    for (const [text, version] of open) {
      if (!next.has(text)) closed.push({ ...version, recordedTo: instant });
    }
    open = next;
  }
  return [...closed, ...open.values()];
};
