import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import type { ServiceConfig } from '#platform/config.js';
import { createLogger } from '#platform/logging.js';
import type { RunningService } from '#platform/service.js';
import { install, openSql, runProjections, switchWhenCaughtUp } from '#projections/index.js';
import { projections } from '#read-models/index.js';
import { reportServer } from './report-server.js';

/**
 * Starts the projector: installs every read model, follows `$all`, lets this release's versions answer once they have
 * caught up with an earlier release's, and tells how it is doing over HTTP. An error that nobody foresaw ends the process, for whoever started it to start it again.
 */
export const startProjector = async (config: ServiceConfig): Promise<RunningService> => {
  const { databaseUrl, eventStoreUrl, host, port, streamPrefix } = config;
  const log = createLogger('projector', config);
  const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry, streamPrefix });
  const sql = openSql(databaseUrl, 2);
  for (const projection of projections) await install(sql, projection);
  const stopping = new AbortController();
  const cannotGoOn = (error: unknown) => {
    log.fatal({ err: error }, 'the projector cannot go on');
    process.exit(1);
  };
  const { signal } = stopping;
  const running = runProjections({ databaseUrl, store, log, signal }, projections).catch(cannotGoOn);
  const switching = switchToOwnVersions(databaseUrl, signal).catch(cannotGoOn);
  const server = reportServer(store, sql).listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      stopping.abort();
      server.close();
      await Promise.all([running, switching]);
      await Promise.all([store.close(), sql.end({ timeout: 5 })]);
    },
  };
};

/** One after the other, each as soon as it may. */
const switchToOwnVersions = async (databaseUrl: string, signal: AbortSignal): Promise<void> => {
  const sql = openSql(databaseUrl, 1);
  try {
    for (const projection of projections) await switchWhenCaughtUp(sql, projection, signal);
  } finally {
    await sql.end({ timeout: 1 });
  }
};
