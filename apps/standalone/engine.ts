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
  const stop = async () => void (await stopInOrder(started.splice(0).reverse(), 30_000));
  const failures: Promise<string>[] = [];
  let store: Launched | undefined;
  try {
    started.push({
      name: 'data folder',
      stop: await takeDataFolder(dataDir, scripted ? 'scripted' : 'real'),
    });
    let { databaseUrl, eventStoreUrl } = options;
    if (eventStoreUrl === undefined) store = launch('The event store', 'standalone/store-process.js');
    if (databaseUrl !== undefined) await ensureAnswers(databaseUrl);
    if (databaseUrl === undefined) {
      const postgres = await startEmbeddedPostgres({ dataFolder: dataLayout(dataDir).postgres });
      started.push({ name: 'PostgreSQL', stop: postgres.stop });
      failures.push(postgres.gone.then(() => 'PostgreSQL ended unexpectedly'));
      databaseUrl = postgres.url;
    }
    if (store) {
      const node = await store.start(variablesOf({ databaseUrl }));
      started.push({ name: 'event store', stop: node.stop });
      failures.push(node.gone.then(() => 'The event store ended unexpectedly'));
      eventStoreUrl = `esdb://127.0.0.1:${node.port}?tls=false`;
    }
    return { databaseUrl, eventStoreUrl, failed: Promise.race(failures), stop };
  } catch (error) {
    store?.abandon();
    await stop();
    throw error;
  }
}
