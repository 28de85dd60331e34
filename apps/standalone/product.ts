import { type Config, variablesOf } from '#platform/config.js';
import { ensurePortIsFree, urlFor } from '#platform/ports.js';
import { announce, withdraw } from '#platform/running-product.js';
import { type ShutdownStep, stopInOrder } from '#platform/shutdown.js';
import { type Child, type Launched, launch } from './child.js';
import { type Engine, startEngine } from './engine.js';

/** The whole product, running. */
export interface Product {
  /** Where the API answers, `http://127.0.0.1:3000`. */
  apiUrl: string;
  databaseUrl: string;
  eventStoreUrl: string;
  dataDir: string;
  /** Settles with a sentence if a part of it ends without being asked to. */
  failed: Promise<string>;
  /** Stops everything in order: the API, the projector, the event store, PostgreSQL. */
  stop(): Promise<void>;
}

/** What a product is started from. */
export type ProductOptions = Config & {
  /** For the demo, the generator and tests alone: the data folder is one of the scripted clock's (R17). */
  scripted?: boolean;
  /** What to do when the stores answer and before the API does, such as filling them with a data set. */
  beforeServing?: (engine: Engine) => Promise<void>;
};

/**
 * Starts the stores, the API and the projector, and returns when the API and the projector are ready.
 * @throws CannotStart with one sentence; whatever was started by then is stopped again
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dataDir, host, port, streamPrefix } = options;
  await ensurePortIsFree(host, port);
  const launched = [launch('The API', 'api/main.js'), launch('The projector', 'projector/main.js')] as const;
  const started: ShutdownStep[] = [];
  const stop = async () => void (await stopInOrder(started.splice(0).reverse(), 60_000));
  try {
    const engine = await startEngine(options);
    started.push({ name: 'engine', stop: engine.stop });
    await options.beforeServing?.(engine);
    const { databaseUrl, eventStoreUrl } = engine;
    const variables = variablesOf({ ...options, databaseUrl, eventStoreUrl });
    const [api, projector] = await startServices(launched, variables, started);
    const apiUrl = urlFor(host, api.port);
    await announce(dataDir, { pid: process.pid, apiUrl, databaseUrl, eventStoreUrl, streamPrefix });
    started.push({ name: 'word of it', stop: () => withdraw(dataDir) });
    const failed = Promise.race([
      engine.failed,
      api.gone.then(() => 'The API ended unexpectedly'),
      projector.gone.then(() => 'The projector ended unexpectedly'),
    ]);
    return { apiUrl, databaseUrl, eventStoreUrl, dataDir, failed, stop };
  } catch (error) {
    for (const service of launched) service.abandon();
    await stop();
    throw error;
  }
}

/** Both at once; if one does not start, the other is known by then and can be stopped. */
async function startServices(
  launched: readonly [api: Launched, projector: Launched],
  variables: Record<string, string>,
  started: ShutdownStep[],
): Promise<[Child, Child]> {
  const [api, projector] = await Promise.allSettled([
    launched[0].start(variables),
    launched[1].start({ ...variables, PORT: '0' }),
  ]);
  if (projector.status === 'fulfilled') started.push({ name: 'projector', stop: projector.value.stop });
  if (api.status === 'fulfilled') started.push({ name: 'API', stop: api.value.stop });
  if (api.status === 'rejected') throw api.reason;
  if (projector.status === 'rejected') throw projector.reason;
  return [api.value, projector.value];
}
