import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, CommandRunner, Option } from 'nest-commander';
import { CannotStart } from '#platform/cannot-start.js';
import { groupBy } from '#platform/group-by.js';
import { untilAskedToStop } from '#platform/shutdown.js';
import { withRegister } from './connect.js';
import { formats, type FormatName } from './import/formats.js';
import { runImport, type ImportReport } from './import/run-import.js';

interface Options {
  readonly dryRun?: boolean;
  readonly report?: string;
}

const KINDS = Object.keys(formats).join('|');

/** `gpsoc import KIND FILE`: England's practices, their commissioners and observed systems from published files. */
@Command({
  name: 'import',
  arguments: '<kind> <file>',
  description: `Adds what a published file says beyond what is on record (kind: ${KINDS}; plain or gzipped)`,
})
export class ImportCommand extends CommandRunner {
  async run([kind = '', file = '']: string[], { dryRun = false, report }: Options): Promise<void> {
    if (!Object.hasOwn(formats, kind))
      throw new CannotStart(`${kind} is not a kind of file: use one of ${KINDS}.`);
    const contents = await readFile(file).catch(() => {
      throw new CannotStart(`The file ${file} cannot be read: check its name.`);
    });
    if (report !== undefined)
      await writeFile(report, '').catch(({ code }: NodeJS.ErrnoException) => {
        throw new CannotStart(`The report ${report} cannot be written (${code}): name another file.`);
      });
    const stopping = new AbortController();
    void untilAskedToStop().then(() => stopping.abort());
    const bar = new SingleBar({
      etaBuffer: 1000,
      format: '{bar} {value} of {total} rows, {eta_formatted} left',
      stream: process.stderr,
    });
    const imported = await withRegister((register) =>
      runImport(register, {
        kind: kind as FormatName,
        file: basename(file),
        contents,
        dryRun,
        signal: stopping.signal,
        onProgress: (done, rows) => (bar.isActive ? bar.update(done) : bar.start(rows, done)),
      }),
    ).finally(() => bar.stop());
    const listed = imported.skipped.map(
      ({ line, ods, reason }) => `line ${line}: ${ods ?? 'no code'} skipped: ${reason}`,
    );
    if (report !== undefined) await writeFile(report, listed.join('\n') + '\n');
    else if (listed.length > 0) console.log(listed.join('\n'));
    console.log(summary(imported, dryRun));
  }

  @Option({ flags: '--dry-run', description: 'say what would be added, and write nothing' })
  parseDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--report <file>', description: 'list the skipped rows in this file, not on the screen' })
  parseReport(file: string): string {
    return file;
  }
}

/** The reason without the practice, value or line that it is about, so that those of a kind can be counted. */
const withoutDetails = (reason: string): string =>
  reason.replace(/^Practice \S+/, 'Practice …').replace(/ \((".*"|line \d+)\)$/s, '');

const summary = ({ rows, added, unchanged, skipped, events }: ImportReport, dryRun: boolean): string => {
  const reasons = groupBy(skipped, ({ reason }) => withoutDetails(reason));
  const counted = [...reasons].sort(([, one], [, other]) => other.length - one.length);
  return [
    `${rows} rows: ${added + unchanged} kept (${added} ${dryRun ? 'would add' : 'added'} ${events} events, ${unchanged} on record already), ${skipped.length} skipped`,
    ...counted.map(([reason, { length }]) => `  ${length} skipped: ${reason}`),
  ].join('\n');
};
