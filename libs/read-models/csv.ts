export type Cell = string | number | boolean | null | undefined;

/** A column's stable name and what it shows of an entry. */
export type Columns<Entry> = Readonly<Record<string, (entry: Entry) => Cell>>;

const BYTE_ORDER_MARK = '\uFEFF';

/** A text that a spreadsheet would run as a formula is led by an apostrophe; numbers stay numbers. */
const cellText = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Entries as CSV: UTF-8 with a byte order mark, RFC 4180, a stable header row, no cell that runs as a formula. */
export const toCsv = <Entry>(columns: Columns<Entry>, entries: readonly Entry[]): string => {
  const line = (cells: readonly Cell[]) => `${cells.map(cellText).join(',')}\r\n`;
  const shown = Object.values(columns);
  const lines = entries.map((entry) => line(shown.map((show) => show(entry))));
  return BYTE_ORDER_MARK + line(Object.keys(columns)) + lines.join('');
};
