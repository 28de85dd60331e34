import { ensureAnswers, startEmbeddedPostgres } from '#embedded/postgres/index.js';
import { type Config, variablesOf } from '#platform/config.js';
import { dataLayout, takeDataFolder } from '#platform/data-folder.js';
import { type ShutdownStep, stopInOrder } from '#platform/shutdown.js';
import { CannotStart } from '#platform/cannot-start.js';
import { type Launched, launch } from './child.js';

/** What the register stands on: a data folder that is ours alone, a PostgreSQL and an event store. */
export interface Engine {
  databaseUrl: string;
  eventStoreUrl: string;
  /** Settles with a sentence if a part of it ends without being asked to. */
  failed: Promise<string>;
  /** Stops what was started, the event store first, and gives the data folder up. */
  stop(): Promise<void>;
}

/** A part of the engine that was started here. */
interface Part {
  url: string;
  gone: Promise<void>;
  stop(): Promise<void>;
}

/** What an engine is started from; `scripted` is for the demo, the generator and tests alone (R17). */
export type EngineOptions = Pick<Config, 'dataDir' | 'databaseUrl' | 'eventStoreUrl'> & {
  scripted?: boolean;
};

/**
 * Takes the data folder and starts the embedded PostgreSQL and the embedded event store node, each unless
 * the configuration names another.
 * @throws CannotStart with one sentence; whatever was started by then is stopped again
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { dataDir, scripted = false } = options;
  if (scripted && (options.databaseUrl ?? options.eventStoreUrl) !== undefined)
    throw new CannotStart(
      'The scripted clock is refused on a store that it did not create (R17): unset DATABASE_URL and EVENTSTORE_URL.',
    );
  const started: ShutdownStep[] = [];
  const failures: Promise<string>[] = [];
  const stop = async () => void (await stopInOrder(started.splice(0).reverse(), 30_000));
  const keep = (name: string, part: Part): string => {
    started.push({ name, stop: part.stop });
    failures.push(part.gone.then(() => `${name} ended unexpectedly`));
    return part.url;
  };
  const store = options.eventStoreUrl ?? launch('The event store', 'standalone/store-process.js');
  try {
    const kind = scripted ? 'scripted' : 'real';
    started.push({ name: 'The data folder', stop: await takeDataFolder(dataDir, kind) });
    if (options.databaseUrl !== undefined) await ensureAnswers(options.databaseUrl);
    const dataFolder = dataLayout(dataDir).postgres;
    const databaseUrl =
      options.databaseUrl ?? keep('PostgreSQL', await startEmbeddedPostgres({ dataFolder }));
    const eventStoreUrl =
      typeof store === 'string' ? store : keep('The event store', await startNode(store, databaseUrl));
    return { databaseUrl, eventStoreUrl, failed: Promise.race(failures), stop };
  } catch (error) {
    if (typeof store !== 'string') store.abandon();
    await stop();
    throw error;
  }
}

async function startNode(store: Launched, databaseUrl: string): Promise<Part> {
  const node = await store.start(variablesOf({ databaseUrl }));
  return { ...node, url: `esdb://127.0.0.1:${node.port}?tls=false` };
}
