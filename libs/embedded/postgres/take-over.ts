import { readFile, readdir, readlink, rm, stat } from 'node:fs/promises';
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
 * Ends what is left of a server that was killed: parts of it may live for another moment and hold its memory, and
 * until somebody collects the dead the next server takes the number in the file for one that runs. Linux alone tells.
 */
async function clearAway(cluster: string): Promise<void> {
  const isPart = async (pid: number) =>
    (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')) === 'postgres\n' &&
    isAlive(pid) &&
    (await worksIn(pid, cluster).catch(() => false));
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const numbers = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
    const found = await Promise.all(numbers.map(isPart));
    const parts = numbers.filter((_, index) => found[index]);
    if (parts.length === 0) break;
    for (const pid of parts) send('SIGKILL', pid);
    await delay(POLL_MS);
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true });
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
  if (running === undefined) return;
  if (isAlive(running) && (await worksIn(running, cluster))) {
    const keeper = await pidIn(owner);
    if (keeper !== undefined && isAlive(keeper) && (parentOf(running) ?? keeper) === keeper)
      throw new CannotStart(
        `The data folder ${dataFolder} is in use by process ${keeper}: stop that one, or set DATA_DIR to another folder.`,
      );
    await stopServer(running);
  }
  if (process.platform === 'linux') await clearAway(cluster);
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
