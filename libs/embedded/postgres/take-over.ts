import { readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#platform/cannot-start.js';
import { isAlive, parentOf } from '#platform/processes.js';
import { layout } from './cluster.js';

const POLL_MS = 20;
const PATIENCE_MS = 20_000;

const pidIn = async (file: string): Promise<number | undefined> => {
  const first = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return Number.isInteger(first) && first > 0 ? first : undefined;
};

/** True if the process works in the cluster's folder: a number may have passed to a stranger since. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === '') return false;
  const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(cluster)]);
  return its.dev === ours.dev && its.ino === ours.ino;
}

/**
 * Frees the cluster for a new server: one of ours whose parent is gone is stopped.
 * @param dataFolder the folder of the embedded PostgreSQL
 * @throws CannotStart if the parent of the running server still lives
 */
export async function takeOver(dataFolder: string): Promise<void> {
  const { cluster, owner } = layout(dataFolder);
  const pidFile = join(cluster, 'postmaster.pid');
  const running = await pidIn(pidFile);
  if (running === undefined || !isAlive(running)) return;
  if (!(await worksIn(running, cluster))) return rm(pidFile, { force: true });
  const keeper = await pidIn(owner);
  if (keeper !== undefined && isAlive(keeper) && (parentOf(running) ?? keeper) === keeper)
    throw new CannotStart(
      `The data folder ${dataFolder} is in use by process ${keeper}: stop that one, or set DATA_DIR to another folder.`,
    );
  await stopServer(running);
}

/**
 * Stops a server: connections are cut and everything is written down; if it does not go within 20 seconds
 * it is killed, which loses nothing that was committed.
 */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!isAlive(pid) || !send(signal, pid)) return;
    for (let waited = 0; waited < PATIENCE_MS && isAlive(pid); waited += POLL_MS) await delay(POLL_MS);
  }
}

/** False if the process went in the meantime. */
function send(signal: NodeJS.Signals, pid: number): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
