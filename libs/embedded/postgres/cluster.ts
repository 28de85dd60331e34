import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CannotStart } from '#platform/cannot-start.js';
import { randomSecret } from '#platform/ids.js';
import { type Account, isRoot, namedAccount } from './account.js';

/** The major version of PostgreSQL whose files the product reads and writes. */
const MAJOR_VERSION = '18';

/** The superuser of the embedded cluster; its password lies in the data folder. */
export const SUPERUSER = 'gpsoc';

/** Where things lie in the folder of the embedded PostgreSQL. */
export const layout = (dataFolder: string) => ({
  cluster: join(dataFolder, 'cluster'),
  passwordFile: join(dataFolder, 'password'),
  log: join(dataFolder, 'postgres.log'),
  owner: join(dataFolder, 'owner.pid'),
});

/**
 * What to give `-D`. Under root the program is started inside the folder, opened while still root, and
 * finds it through its own working directory, so that no folder above it needs to be open to its account.
 */
export const dataDirectoryArgument = (cluster: string): string =>
  isRoot() && process.platform === 'linux' ? '/proc/self/cwd' : cluster;

/**
 * Makes the cluster if it is not there: UTF-8, locale C, UTC, password authentication over TCP only.
 * @param programs the folder of the programs that the named account can run
 * @param dataFolder the folder of the embedded PostgreSQL
 * @param account the account of the server, to whom the files are given under root
 * @throws CannotStart if the cluster is of another version or initdb failed
 */
export async function ensureCluster(programs: string, dataFolder: string, account?: Account): Promise<void> {
  const { cluster, passwordFile } = layout(dataFolder);
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === MAJOR_VERSION) return;
  if (version !== undefined || (await stat(cluster).catch(() => undefined)))
    throw new CannotStart(
      `${cluster} is not a PostgreSQL ${MAJOR_VERSION} cluster that this user can read: set DATA_DIR to another folder.`,
    );
  await mkdir(dataFolder, { recursive: true });
  await writeFile(passwordFile, randomSecret(), { mode: 0o600 });
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await initialise(programs, unfinished, passwordFile, account);
  await rename(unfinished, cluster);
}

async function initialise(programs: string, folder: string, passwordFile: string, account?: Account) {
  const maker = account && (await namedAccount());
  if (maker) await chown(folder, maker.uid, maker.gid);
  if (maker) await chown(passwordFile, maker.uid, maker.gid);
  const password = await open(passwordFile, 'r');
  const initdb = spawn(
    join(programs, 'bin', 'initdb'),
    [
      ...['-D', dataDirectoryArgument(folder), '-U', SUPERUSER, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--pwfile', maker ? '/dev/stdin' : passwordFile],
    ],
    { cwd: folder, ...maker, stdio: [password.fd, 'ignore', 'pipe'] },
  ) as ChildProcessByStdio<null, null, Readable>;
  const [complaint, [code]] = await Promise.all([text(initdb.stderr), once(initdb, 'close')]);
  await password.close();
  if (code !== 0)
    throw new CannotStart(
      `PostgreSQL could not make its files in ${folder} (${complaint.trim()}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  if (maker) await chown(passwordFile, 0, 0);
  if (account) await giveTo(account, folder);
}

async function giveTo(account: Account, folder: string): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
}
