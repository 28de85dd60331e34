import { startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { externalServers } from './external.js';
import { uniqueName, usePostgres } from './postgres.js';

/** An event store for a spec; its addresses are there inside hooks and tests. */
export interface TestEventStore {
  /** How an EventStoreDB client connects to it. */
  readonly connectionString: string;
  /** What the names of the spec's streams and groups begin with: nobody else's do. */
  readonly streamPrefix: string;
  /** A database of the spec's own for read models. */
  readonly databaseUrl: string;
}

/**
 * Gives the spec or `describe` in which it is called an event store: an embedded node of its own, which is stopped
 * afterwards, or the server of `npm run test:external`, where others write as well and whatever a spec writes stays.
 * So a spec names its streams with the prefix, `openStore({ ...eventStore, registry })`, and never counts on the rest
 * of `$all`. Read the addresses only inside hooks and tests.
 */
export function useEventStore(): TestEventStore {
  const external = externalServers();
  if (external === undefined) return useEmbeddedEventStore();
  const database = usePostgres();
  return {
    connectionString: external.eventStoreUrl,
    streamPrefix: uniquePrefix(),
    get databaseUrl() {
      return database.url;
    },
  };
}

/** An embedded node of the spec's own, in every run; its events are in its database. */
export function useEmbeddedEventStore(): TestEventStore {
  const database = usePostgres();
  let node: Awaited<ReturnType<typeof startEventStoreNode>> | undefined;
  beforeAll(async () => {
    node = await startEventStoreNode({ databaseUrl: database.url, port: 0 });
  });
  afterAll(() => node?.stop());
  return {
    streamPrefix: uniquePrefix(),
    get connectionString() {
      return node?.connectionString ?? '';
    },
    get databaseUrl() {
      return database.url;
    },
  };
}

/** A stream prefix that no other spec has. */
export const uniquePrefix = (): string => `${uniqueName().replaceAll('_', '-')}-`;
