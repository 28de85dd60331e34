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
  /** The columns that the first line must name; null where there is no such line. */
  readonly header: readonly string[] | null;
  /** What one line says. Throws an Error that says what is wrong with it. */
  readonly read: (
    fields: Fields,
    source: { publisher: string; file: string; row: number },
  ) => Omit<ReadRow, 'line'>;
}

/** The fields of a line: by column number from 1 or, where the first line names them, by name. */
export type Fields = (column: number | string) => string;

const GZIP = 0x1f8b;

/**
 * The lines of a published file, gzipped or not, each read by itself: one that cannot be read is given with its
 * reason and stops no other (O6). Throws CannotStart for a damaged file, and for one without the columns it must have.
 */
export const readRows = (contents: Buffer, file: string, format: Format): ReadRow[] => {
  const lines = textOf(contents, file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const names = format.header ? columnsOf(lines[0] ?? '', format.header, file) : [];
  return lines.flatMap((line, index): ReadRow[] => {
    const number = index + 1;
    if (line === '' || (format.header && index === 0)) return [];
    try {
      const values = fieldsOf(line);
      const fields: Fields = (column) =>
        values[typeof column === 'number' ? column - 1 : names.indexOf(column)] ?? '';
      const source = { publisher: format.publisher, file, row: number };
      return [{ line: number, ...format.read(fields, source) } as ReadRow];
    } catch (error) {
      return [{ line: number, ods: null, skipped: `cannot be read: ${(error as Error).message}` }];
    }
  });
};

const textOf = (contents: Buffer, file: string): string => {
  if (contents.length < 2 || contents.readUInt16BE(0) !== GZIP) return contents.toString();
  try {
    return gunzipSync(contents).toString();
  } catch (error) {
    throw new CannotStart(`The file ${file} is damaged (${(error as Error).message}): fetch it again.`);
  }
};

const columnsOf = (line: string, asked: readonly string[], file: string): string[] => {
  const names = fieldsOf(line.replaceAll('"', ''));
  const missing = asked.filter((name) => !names.includes(name));
  if (missing.length === 0) return names;
  throw new CannotStart(`The file ${file} has no column ${missing.join(', ')}: it is of another kind.`);
};

const fieldsOf = (line: string): string[] => {
  try {
    const [fields = []] = parse(line) as string[][];
    return fields.map((field) => field.trim());
  } catch {
    throw new Error('its quotation marks do not match');
  }
};
