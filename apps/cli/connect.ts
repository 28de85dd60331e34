import { startEngine } from '#apps/standalone/engine.js';
import type { Register } from '#commands/index.js';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { systemClock } from '#platform/clock.js';
import { readTerminalConfig } from '#platform/config.js';
import { findRunning } from '#platform/running-product.js';

/**
 * Does some work on the register: that of the running product, found through its data folder (or of EVENTSTORE_URL),
 * else the engine is started for as long as the work needs it. Throws CannotStart with one sentence.
 */
export const withRegister = async <Result>(
  work: (register: Register) => Promise<Result>,
): Promise<Result> => {
  const config = readTerminalConfig();
  const running = await findRunning(config.dataDir);
  const connectionString = config.eventStoreUrl ?? running?.eventStoreUrl;
  if (connectionString !== undefined)
    return onStore(connectionString, running?.streamPrefix ?? config.streamPrefix, work);
  const engine = await startEngine(config);
  try {
    return await onStore(engine.eventStoreUrl, config.streamPrefix, work);
  } finally {
    await engine.stop();
  }
};

const onStore = async <Result>(
  connectionString: string,
  streamPrefix: string,
  work: (register: Register) => Promise<Result>,
): Promise<Result> => {
  const store = openStore({ connectionString, registry: eventRegistry, streamPrefix });
  try {
    return await work({ store, clock: systemClock });
  } finally {
    await store.close();
  }
};
