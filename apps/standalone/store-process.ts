import { startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { CannotStart } from '#platform/cannot-start.js';
import { readConfig } from '#platform/config.js';
import { runService } from '#platform/service.js';

await runService(async () => {
  const { databaseUrl } = readConfig();
  if (databaseUrl === undefined)
    throw new CannotStart('DATABASE_URL must be set: the event store keeps its events there.');
  return startEventStoreNode({ databaseUrl, port: 0 });
});
