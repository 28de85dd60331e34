import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startEmbeddedPostgres } from '#embedded/postgres/index.js';
import { systemIds } from '#platform/ids.js';
import { externalServers } from './external.js';

/** A database of a spec's own; the URL is there inside hooks and tests. */
export interface TestDatabase {
  readonly url: string;
}

/** A name for a database or folder that no other spec has. */
export const uniqueName = (): string =>
  ['spec', externalServers()?.run ?? 'own', systemIds.next().replaceAll('-', '').slice(0, 16)].join('_');

/**
 * One real PostgreSQL per test process, started when the first spec asks, or that of `npm run test:external`. Jest
 * gives every spec file modules of its own, so the address is kept in a file named after the process.
 */
export async function sharedPostgres(): Promise<string> {
  const external = externalServers();
  if (external) return external.databaseUrl;
  const folder = join(tmpdir(), `gpsoc-test-postgres-${process.pid}`);
  const addressFile = join(folder, 'address');
  const known = await readFile(addressFile, 'utf8').catch(() => undefined);
  if (known) return known;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') });
  removeWhenThisProcessEnds(server.pid, folder);
  await writeFile(addressFile, server.url, { mode: 0o600 });
  return server.url;
}

/**
 * A shell that waits for the end of its input, which comes when this process ends for whatever reason,
 * and then stops the server and removes its files. Exit handlers do not run in a killed test worker.
 */
function removeWhenThisProcessEnds(pid: number, folder: string): void {
  const script = 'cat; kill -INT "$0"; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
}

/**
 * Gives the spec or `describe` in which it is called an empty database. It goes with the server, when the process
 * ends: those who use it are stopped by hooks that may come later than any of ours. Read `url` only inside hooks and
 * tests.
 */
export function usePostgres(): TestDatabase {
  let url = '';
  beforeAll(async () => {
    url = await createDatabase(await sharedPostgres(), uniqueName());
  });
  return {
    get url() {
      return url;
    },
  };
}
