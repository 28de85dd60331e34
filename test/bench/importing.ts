import { runImport } from '#apps/cli/import/run-import.js';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { systemClock } from '#platform/clock.js';
import { gzipSync } from 'node:zlib';

const PRACTICES = 8000;
const columns = (values: Record<number, string>) =>
  Array.from({ length: 27 }, (_, n) => `"${values[n + 1] ?? ''}"`).join(',');

/** A practice register in the published shape, with codes that do not exist. */
const practiceFile = (): Buffer => {
  const line = (_: unknown, n: number) =>
    columns({ 1: `X${String(n).padStart(5, '0')}`, 2: 'EXAMPLE SURGERY', 11: '19740401', 13: 'A', 26: '4' });
  return gzipSync(Array.from({ length: PRACTICES }, line).join('\n'));
};

/** Prints the rows a second that an import of England's size adds, and those that a second run passes over. */
export const benchImporting = async (eventStoreUrl: string): Promise<void> => {
  const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry });
  const contents = practiceFile();
  for (const what of ['added', 'on record already']) {
    const start = performance.now();
    const { rows } = await runImport(
      { store, clock: systemClock },
      {
        kind: 'ods-practices',
        file: 'example.csv.gz',
        contents,
        dryRun: false,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    console.log(`rows imported, ${what}: ${Math.round((rows / (performance.now() - start)) * 1000)}/s`);
  }
  await store.close();
};
