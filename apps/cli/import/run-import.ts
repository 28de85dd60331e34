import { dryRunImport, importRows, type Register, type RowOutcome } from '#commands/index.js';
import { text } from '#domain/fields.js';
import type { Actor } from '#domain/recorded.js';
import { CannotStart } from '#platform/cannot-start.js';
import { groupBy } from '#platform/group-by.js';
import { systemIds } from '#platform/ids.js';
import { formats, type FormatName } from './formats.js';
import { readRows, type ReadRow } from './rows.js';
import { createHash } from 'node:crypto';

/** What an import did, in rows of the file and events of the register. */
export interface ImportReport {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  /** Rows not kept, in the file's order, each with its reason. */
  readonly skipped: readonly {
    readonly line: number;
    readonly ods: string | null;
    readonly reason: string;
  }[];
  readonly events: number;
}

export interface ImportRun {
  readonly kind: FormatName;
  readonly file: string;
  readonly contents: Buffer;
  readonly dryRun: boolean;
  /** Asks it to stop: the practices begun are finished, and no other is begun. */
  readonly signal: AbortSignal;
  /** Told how many rows are done, of how many. */
  readonly onProgress: (done: number, rows: number) => void;
}

/** Practices that are written at once: enough to fill the store's group commits. */
const AT_ONCE = 64;

/**
 * Imports a published file, practice by practice: only what is not on record yet is added (O6). A dry run writes
 * nothing. Throws CannotStart for a file whose name cannot be recorded (O1) and where it was asked to stop, StoreUnavailable;
 * what was added by then stays, and the next run goes on from there.
 */
export const runImport = async (
  register: Register,
  { kind, file, contents, dryRun, signal, onProgress }: ImportRun,
): Promise<ImportReport> => {
  const named = text(300).safeParse(file);
  if (!named.success)
    throw new CannotStart(`The name of the file ${file} ${named.error.issues[0]?.message}: rename it.`);
  const format = formats[kind];
  const read = readRows(contents, file, format);
  const actor: Actor = {
    sub: 'importer',
    name: 'Importer',
    role: 'PM',
    org: 'NATIONAL',
    onBehalfOf: format.publisher,
  };
  const skipped = read
    .filter((row) => 'skipped' in row)
    .map(({ line, ods, skipped: reason }) => ({ line, ods, reason }));
  const fileSha256 = createHash('sha256').update(contents).digest('hex');
  const count = { added: 0, unchanged: 0, events: 0 };
  let done = skipped.length;
  onProgress(done, read.length);
  const practices = [...byPractice(read)];
  const importNext = async (): Promise<void> => {
    while (!signal.aborted) {
      const [ods, rows] = practices.pop() ?? [];
      if (!ods || !rows) return;
      const request = {
        ods,
        rows: rows.map(({ row }) => row),
        fileSha256,
        actor,
        commandId: systemIds.next(),
        name: `import-${kind}`,
      };
      const { outcomes, events } = await (dryRun ? dryRunImport : importRows)(register, request);
      outcomes.forEach((outcome, index) => tell(outcome, rows[index]!.line, ods));
      count.events += events;
      onProgress((done += rows.length), read.length);
    }
  };
  const tell = (outcome: RowOutcome, line: number, ods: string): void => {
    if (outcome === 'ADDED') count.added++;
    else if (outcome === 'UNCHANGED') count.unchanged++;
    else skipped.push({ line, ods, reason: outcome.skipped });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, importNext));
  if (signal.aborted && done < read.length)
    throw new CannotStart(`Stopped after ${done} of ${read.length} rows: the next run goes on from there.`);
  skipped.sort((one, other) => one.line - other.line);
  return { rows: read.length, ...count, skipped };
};

type KeptRow = Extract<ReadRow, { row: unknown }>;

const byPractice = (read: readonly ReadRow[]): Map<string, KeptRow[]> => {
  const kept = read.filter((row): row is KeptRow => 'row' in row);
  return groupBy(kept, ({ ods }) => ods);
};
