import { publishFirstStart } from '#commands/first-start.js';
import { eventRegistry } from '#contracts/registry.js';
import { openStore, StoreUnavailable } from '#event-store/index.js';
import { tokenVerifier } from '#platform/auth.js';
import { CannotStart } from '#platform/cannot-start.js';
import { systemClock } from '#platform/clock.js';
import type { ServiceConfig } from '#platform/config.js';
import { createLogger } from '#platform/logging.js';
import type { RunningService } from '#platform/service.js';
import { signingKey } from '#platform/signing-key.js';
import { openSql } from '#projections/index.js';
import { createApi } from './create-api.js';

const DATABASE_CONNECTIONS = 8;

const cannotStart = (error: unknown): never => {
  if (!(error instanceof StoreUnavailable)) throw error;
  const { message } = error.cause instanceof Error ? error.cause : error;
  throw new CannotStart(`The event store does not answer (${message.trim()}): check EVENTSTORE_URL.`);
};

/**
 * Starts the API: publishes what a first start publishes (R14), then listens.
 * @throws CannotStart if the event store does not answer
 */
export const startApi = async (config: ServiceConfig): Promise<RunningService> => {
  const { databaseUrl, eventStoreUrl, dataDir, host, port, streamPrefix } = config;
  const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry, streamPrefix });
  const sql = openSql(databaseUrl, DATABASE_CONNECTIONS);
  const register = { store, clock: systemClock };
  const [verifyToken] = await Promise.all([
    signingKey(dataDir).then(tokenVerifier),
    publishFirstStart(register).catch(cannotStart),
  ]);
  const log = createLogger('api', config);
  const api = await createApi({ register, sql, verifyToken, clock: systemClock, log });
  await api.listen(port, host);
  const { port: listening } = api.getHttpServer().address() as { port: number };
  return {
    port: listening,
    stop: async () => {
      await api.close();
      await Promise.all([store.close(), sql.end({ timeout: 5 })]);
    },
  };
};
