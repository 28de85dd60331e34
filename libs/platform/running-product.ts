import { readFile, rm, writeFile } from 'node:fs/promises';
import { dataLayout } from './data-folder.js';
import { birthMark, isAlive } from './processes.js';

/** How to reach the product that runs on a data folder. */
export interface RunningProduct {
  /** The number of its process. */
  pid: number;
  /** Where the API answers, `http://127.0.0.1:3000`. */
  apiUrl: string;
  /** The PostgreSQL that it uses; holds a password. */
  databaseUrl: string;
  /** The event store that it uses; may hold a password. */
  eventStoreUrl: string;
  /** What its stream names begin with. */
  streamPrefix: string;
}

/** Leaves word in the data folder of where the product is; only its owner can read it. */
export const announce = (folder: string, product: RunningProduct): Promise<void> =>
  writeFile(
    dataLayout(folder).running,
    `${JSON.stringify({ ...product, born: birthMark(product.pid) }, null, 2)}\n`,
    { mode: 0o600 },
  );

/** Takes the word back. */
export const withdraw = (folder: string): Promise<void> => rm(dataLayout(folder).running, { force: true });

/** The product that runs on a data folder, or undefined if none does. */
export async function findRunning(folder: string): Promise<RunningProduct | undefined> {
  const text = await readFile(dataLayout(folder).running, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { born, ...product } = JSON.parse(text) as RunningProduct & { born: string };
  return isAlive(product.pid) && birthMark(product.pid) === born ? product : undefined;
}
