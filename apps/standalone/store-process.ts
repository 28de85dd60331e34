import { setTimeout as delay } from 'node:timers/promises';
import { type EventStoreNode, startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { CannotStart } from '#platform/cannot-start.js';
import { readConfig } from '#platform/config.js';
import { runService } from '#platform/service.js';

const ATTEMPTS = 20;
const PAUSE_MS = 250;

/** The node of a product that was killed lets go of its events a moment later: that moment is waited for. */
async function startAfterTheLast(databaseUrl: string): Promise<EventStoreNode> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEventStoreNode({ databaseUrl, port: 0 });
    } catch (error) {
      if (!(error instanceof CannotStart) || attempt === ATTEMPTS) throw error;
      await delay(PAUSE_MS);
    }
  }
}

await runService(async () => {
  const { databaseUrl } = readConfig();
  if (databaseUrl === undefined)
    throw new CannotStart('DATABASE_URL must be set: the event store keeps its events there.');
  return startAfterTheLast(databaseUrl);
});
