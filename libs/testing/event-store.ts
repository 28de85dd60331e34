import { startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { usePostgres } from './postgres.js';

/** An empty event store of a spec's own; its addresses are there inside hooks and tests. */
export interface TestEventStore {
  /** How an EventStoreDB client connects to it. */
  readonly connectionString: string;
  /** The database in which it keeps its events; a spec may use it for read models as well. */
  readonly databaseUrl: string;
}

/**
 * Starts an embedded event store node on a database of its own for the spec or `describe` in which it is
 * called, and stops it afterwards. Read the addresses only inside hooks and tests.
 */
export function useEventStore(): TestEventStore {
  const database = usePostgres();
  let node: Awaited<ReturnType<typeof startEventStoreNode>> | undefined;
  beforeAll(async () => {
    node = await startEventStoreNode({ databaseUrl: database.url, port: 0 });
  });
  afterAll(() => node?.stop());
  return {
    get connectionString() {
      return node?.connectionString ?? '';
    },
    get databaseUrl() {
      return database.url;
    },
  };
}
