import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createDatabase } from '#embedded/postgres/index.js';
import { findRunning, type RunningProduct } from '#platform/running-product.js';
import { uniquePrefix } from '#testing/event-store.js';
import { externalServers } from '#testing/external.js';
import { uniqueName } from '#testing/postgres.js';

/** `npm start` as compiled by `npm run build`, ready, in a process group of its own. */
export interface StartedProduct extends RunningProduct {
  /** The welcome, as a person reads it in a terminal. */
  readonly printed: string;
  /** Sends a signal to every process of the product but PostgreSQL, and waits until the first of them has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** What the product is to stand on: what it starts itself, or the servers of `npm run test:external`. */
const servers = async (): Promise<Readonly<Record<string, string>>> => {
  const external = externalServers();
  if (external === undefined) return { DATABASE_URL: '', EVENTSTORE_URL: '' };
  return {
    DATABASE_URL: await createDatabase(external.databaseUrl, uniqueName()),
    EVENTSTORE_URL: external.eventStoreUrl,
    STREAM_PREFIX: uniquePrefix(),
  };
};

/** Starts the product, or the demo, on a data folder and a free port; throws what it printed if it does not get ready. */
export const startProduct = async (
  folder: string,
  program: 'main' | 'demo' = 'main',
): Promise<StartedProduct> => {
  const environment = { ...(await servers()), PORT: '0', DATA_DIR: folder };
  const child = spawn(process.execPath, ['--enable-source-maps', `dist/apps/standalone/${program}.js`], {
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const printed = await welcomed(child);
  const running = await findRunning(folder);
  if (!running) throw new Error('The product is ready and left no word of it.');
  return {
    ...running,
    printed,
    end: async (signal) => {
      process.kill(-running.pid, signal);
      await ended;
    },
  };
};

/** What a program of ours prints until it is ready; throws that if it ends instead. */
export const welcomed = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    const hear = (text: Buffer) => {
      printed += text.toString();
      if (printed.includes('Ctrl-C stops it')) resolve(printed);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${printed}`)));
  });
