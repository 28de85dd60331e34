import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataLayout } from '#platform/data-folder.js';
import { freePort } from '#platform/ports.js';
import { welcomed } from '../../product.js';

/** What can be killed: the process of the node, those of PostgreSQL, or all at once. */
export type Target = 'node' | 'postgres' | 'both';

/** `npm run store` as compiled by `npm run build`. */
export interface StoreProcess {
  /** Where clients find it; the same after every start. */
  readonly address: string;
  /**
   * Kills with -9 and settles when what was killed is dead. Its PostgreSQL the store has to bring back by itself; a
   * killed node is started again, as a supervisor outside would.
   */
  kill(target: Target): Promise<void>;
  /** Settles when the last start is over; rejects with what was printed if it failed. */
  started(): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param preload a module that the process loads before the store, such as one that plants a fault */
export async function startStoreProcess(folder: string, preload?: URL): Promise<StoreProcess> {
  const port = await freePort();
  const planted = preload === undefined ? [] : ['--import', preload.href];
  const options = ['--port', String(port), '--data', folder, '--insecure'];
  const spawned = (): ChildProcess =>
    spawn(process.execPath, [...planted, 'dist/apps/store/main.js', ...options], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let running = spawned();
  let started = welcomed(running);
  await started;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(running, 'exit');
    if (running.kill(signal)) await ended;
  };
  return {
    address: `esdb://127.0.0.1:${port}?tls=false`,
    kill: async (target) => {
      if (target !== 'node')
        for (const pid of await postgresProcesses(dataLayout(folder).postgres)) killNow(pid);
      if (target === 'postgres') return;
      await end('SIGKILL');
      running = spawned();
      started = welcomed(running);
    },
    started: () => started,
    stop: () => end('SIGTERM'),
  };
}

/** The children of a server that was killed may go by themselves first. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The server, first, and its children: one that survived it for a moment could still commit. */
async function postgresProcesses(folder: string): Promise<number[]> {
  const server = Number.parseInt(await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8'));
  const children = await readFile(`/proc/${server}/task/${server}/children`, 'utf8').catch(() => '');
  return [
    server,
    ...children
      .split(' ')
      .map(Number)
      .filter((pid) => pid > 0),
  ];
}
