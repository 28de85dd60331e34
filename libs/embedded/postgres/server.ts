import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.js';
import { dataDirectoryArgument, layout } from './cluster.js';

const POLL_MS = 15;
const LOG_LIMIT_BYTES = 5_000_000;

/** Durable and sized for two cores and a gigabyte; TCP on this machine only. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_buffers: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  client_encoding: 'UTF8',
};

/** How a start ended: the server's process, or why there is none. */
export type Started =
  { kind: 'ready'; server: ChildProcess } | { kind: 'port-taken' } | { kind: 'failed'; log: string };

/**
 * Starts the server in a session of its own, so that a Ctrl-C meant for the product does not reach it
 * before the product has let go, and waits until it takes connections.
 * @param programs the folder of the programs
 * @param dataFolder the folder of the embedded PostgreSQL
 * @param port the port to listen on
 * @param account whom it runs as, if not as we are
 */
export async function startServer(
  programs: string,
  dataFolder: string,
  port: number,
  account?: Account,
): Promise<Started> {
  const { cluster, log } = layout(dataFolder);
  const size = await stat(log)
    .then((file) => file.size)
    .catch(() => 0);
  const logFile = await open(log, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  const server = spawn(
    join(programs, 'bin', 'postgres'),
    [
      '-D',
      dataDirectoryArgument(cluster),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: cluster, ...account, detached: true, stdio: ['ignore', logFile.fd, logFile.fd] },
  );
  // Heard from the first moment: a server that has ended before anybody listens would be waited for without end.
  const gone = new Promise<string>((resolve) => {
    server.once('exit', () => resolve('it stopped at once'));
    server.once('error', (error) => resolve(error.message));
  });
  await logFile.close();
  const complaint = await Promise.race([gone, untilReady(server, cluster)]);
  if (complaint === undefined) return { kind: 'ready', server };
  const written = (await readFile(log, 'utf8')).slice(size).trim().split('\n').slice(-5).join(' ');
  return /could not bind|Address already in use/.test(written)
    ? { kind: 'port-taken' }
    : { kind: 'failed', log: written || complaint };
}

/** Waits for the line in which the server says that it is ready, as pg_ctl does. */
async function untilReady(server: ChildProcess, cluster: string): Promise<undefined> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return undefined;
    await delay(POLL_MS);
  }
  return new Promise(() => undefined);
}
