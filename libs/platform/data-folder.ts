import { access, link, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { randomSecret } from './ids.js';
import { birthMark, isAlive } from './processes.js';

/** The version of the folder's layout; a product refuses a folder of another. */
const DATA_VERSION = '1';

/** Where things lie in the data folder. */
export const dataLayout = (folder: string) => ({
  postgres: join(folder, 'postgres'),
  version: join(folder, 'data-version'),
  lock: join(folder, 'lock'),
  running: join(folder, 'running.json'),
  signingKey: join(folder, 'signing-key.json'),
  scripted: join(folder, 'scripted'),
  demo: join(folder, 'demo'),
});

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Gives the folder up again. */
export type Release = () => Promise<void>;

/**
 * Makes the data folder ready for this process alone: makes it if it is not there, checks that it is ours,
 * of this version and of this kind, and takes its lock from whoever no longer lives.
 * @param folder the absolute path of the data folder
 * @param kind `scripted` for the demo, the generator and tests of the scripted clock (R17), else `real`
 * @throws CannotStart if the folder is in use, of another version, foreign, or of the other kind (R17)
 */
export async function takeDataFolder(folder: string, kind: 'real' | 'scripted'): Promise<Release> {
  const { version, scripted } = dataLayout(folder);
  const release = await mkdir(folder, { recursive: true })
    .then(() => takeLock(folder))
    .catch((error: Error) => {
      if (error instanceof CannotStart) throw error;
      throw new CannotStart(
        `The data folder ${folder} cannot be written (${error.message}): set DATA_DIR to another folder.`,
      );
    });
  try {
    await checkKind(folder, kind);
    if (kind === 'scripted') await writeFile(scripted, 'The scripted clock made this folder.\n');
    await writeFile(version, `${DATA_VERSION}\n`);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

async function checkKind(folder: string, kind: 'real' | 'scripted'): Promise<void> {
  const layout = dataLayout(folder);
  const version = (await readFile(layout.version, 'utf8').catch(() => '')).trim();
  const isScripted = await exists(layout.scripted);
  if (version === '' && !isScripted) return checkEmpty(folder);
  if (version !== '' && version !== DATA_VERSION)
    throw new CannotStart(
      `The data folder ${folder} is of version ${version} and this product reads version ${DATA_VERSION}: ` +
        'use the product that made it, or set DATA_DIR to another folder.',
    );
  if (kind === 'real' && isScripted)
    throw new CannotStart(
      `The data folder ${folder} was made by the demo, whose recorded instants are scripted (R17): set DATA_DIR to another folder.`,
    );
  if (kind === 'scripted' && !isScripted)
    throw new CannotStart(
      `The data folder ${folder} holds a real register, on which the scripted clock is refused (R17): set DATA_DIR to another folder.`,
    );
}

/** Before its first start a folder may hold what a command or the demo left there, and no more. */
async function checkEmpty(folder: string): Promise<void> {
  const { lock, signingKey, demo } = dataLayout(folder);
  const ours = [lock, signingKey, demo].map((path) => basename(path));
  const strangers = (await readdir(folder)).filter((name) => !ours.some((own) => name.startsWith(own)));
  if (strangers.length > 0)
    throw new CannotStart(
      `The folder ${folder} holds files that are not ours (${strangers[0]}): set DATA_DIR to an empty or a new folder.`,
    );
}

const falseIfThere = (error: NodeJS.ErrnoException): false => {
  if (error.code !== 'EEXIST') throw error;
  return false;
};

async function takeLock(folder: string): Promise<Release> {
  const { lock } = dataLayout(folder);
  const mine = `${process.pid} ${birthMark(process.pid)}`;
  const draft = `${lock}.${randomSecret()}`;
  await writeFile(draft, mine);
  try {
    // A link is made whole or not at all, so nobody ever reads a lock without its holder in it.
    while (!(await link(draft, lock).then(() => true, falseIfThere))) {
      const [pid = '', born = ''] = (await readFile(lock, 'utf8').catch(() => '')).split(' ');
      if (pid !== '' && isAlive(Number(pid)) && birthMark(Number(pid)) === born)
        throw new CannotStart(
          `The data folder ${folder} is in use by the product that runs as process ${pid}: stop that one, or set DATA_DIR to another folder.`,
        );
      await rm(lock, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(lock, { force: true });
}
