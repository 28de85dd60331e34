import type { ImportedRow } from '#domain/practice/imports.js';
import { CannotStart } from '#platform/cannot-start.js';
import { parse } from 'csv-parse/sync';
import { gunzipSync } from 'node:zlib';

/** One line of a published file: the practice and what the line says of it, or why it is not kept. */
export type ReadRow =
  | { readonly line: number; readonly ods: string; readonly row: ImportedRow }
  | { readonly line: number; readonly ods: string | null; readonly skipped: string };

/** How the lines of one published format are read. */
export interface Format {
  /** The body that publishes it: the importer acts on its behalf (O1). */
  readonly publisher: string;
  /** How many columns each line has or, where the first line names them, which it must name. */
  readonly columns: number | readonly string[];
  /** What one line says. Throws an Error that says what is wrong with it. */
  readonly read: (
    fields: Fields,
    source: { publisher: string; file: string; row: number },
  ) => Omit<ReadRow, 'line'>;
}

/** The fields of a line: by column number from 1 or, where the first line names them, by name. */
export type Fields = (column: number | string) => string;

const GZIP = 0x1f8b;
const ZIP = 'PK\u0003\u0004';

/**
 * The lines of a published file, gzipped or not, each read by itself: one that cannot be read is given with its
 * reason and stops no other (O6). Throws CannotStart for a file that is empty, damaged or of another kind.
 */
export const readRows = (contents: Buffer, file: string, format: Format): ReadRow[] => {
  const lines = textOf(contents, file)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text !== '');
  if (lines.length === 0) throw new CannotStart(`The file ${file} is empty: fetch it again.`);
  const { columns, publisher, read } = format;
  const names = typeof columns === 'number' ? [] : columnsOf(lines.shift()!.text, columns, file);
  const width = typeof columns === 'number' ? columns : names.length;
  const rows = lines.map(({ text, line }) => ({ line, ...fieldsOf(text, width) }));
  if (rows.length > 0 && rows.every(({ fault }) => fault !== undefined))
    throw new CannotStart(
      `No line of the file ${file} can be read (line ${rows[0]!.line}: ${rows[0]!.fault}): it is damaged or of another kind.`,
    );
  return rows.map(({ line, values = [], fault }): ReadRow => {
    const fields: Fields = (column) =>
      values[typeof column === 'number' ? column - 1 : names.indexOf(column)] ?? '';
    try {
      if (fault !== undefined) throw new Error(fault);
      return { line, ...read(fields, { publisher, file, row: line }) } as ReadRow;
    } catch (error) {
      return { line, ods: null, skipped: `cannot be read: ${(error as Error).message}` };
    }
  });
};

const textOf = (contents: Buffer, file: string): string => {
  if (contents.subarray(0, ZIP.length).toString('latin1') === ZIP)
    throw new CannotStart(`The file ${file} is a ZIP archive: unpack it first.`);
  if (contents.length < 2 || contents.readUInt16BE(0) !== GZIP) return contents.toString();
  try {
    return gunzipSync(contents).toString();
  } catch (error) {
    throw new CannotStart(`The file ${file} is damaged (${(error as Error).message}): fetch it again.`);
  }
};

const columnsOf = (line: string, asked: readonly string[], file: string): string[] => {
  const names = line
    .replaceAll('"', '')
    .split(',')
    .map((name) => name.trim());
  const missing = asked.filter((name) => !names.includes(name));
  if (missing.length === 0) return names;
  throw new CannotStart(`The file ${file} has no column ${missing.join(', ')}: it is of another kind.`);
};

/** The fields of a line, or why it has none: its encoding, its quotation marks, another number of columns. */
const fieldsOf = (line: string, width: number): { values?: readonly string[]; fault?: string } => {
  if (/[\uFFFD\0]/.test(line)) return { fault: 'it is not UTF-8 text' };
  try {
    const [values = []] = parse(line) as string[][];
    if (values.length !== width) return { fault: `it has ${values.length} columns in place of ${width}` };
    return { values: values.map((value) => value.trim()) };
  } catch {
    return { fault: 'its quotation marks do not match' };
  }
};
