import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { request } from 'node:http';
import postgres from 'postgres';
import { usePostgres } from '#testing/postgres.js';
import { UNARY } from '#testing/unary.js';
import { startEventStoreNode, type EventStoreNode } from './index.js';

const database = usePostgres();
let node: EventStoreNode;
let client: EventStoreDBClient;

async function start(): Promise<void> {
  node = await startEventStoreNode({ databaseUrl: database.url, port: 0 });
  client = EventStoreDBClient.connectionString(node.connectionString);
}

async function stop(): Promise<void> {
  await client.dispose();
  await node.stop();
}

beforeEach(start);
afterEach(stop);

const event = (type: string) => jsonEvent({ type, data: {} });

async function allIds(): Promise<string[]> {
  const ids: string[] = [];
  let last = -1n;
  for await (const { event: seen } of client.readAll()) {
    if (seen === undefined) continue;
    expect(seen.position.commit).toBeGreaterThan(last);
    last = seen.position.commit;
    if (!seen.type.startsWith('$')) ids.push(seen.id);
  }
  return ids;
}

it('a restart finds everything, and recognises a retry with an exact revision', async () => {
  const written = [event('a'), event('b')];
  const first = await client.appendToStream('kept', written, { ...UNARY, expectedRevision: 'no_stream' });
  await client.setStreamMetadata('kept', { maxCount: 10 });
  await stop();
  await start();
  expect(await client.appendToStream('kept', written, { ...UNARY, expectedRevision: 'no_stream' })).toEqual(
    first,
  );
  expect((await client.getStreamMetadata('kept')).metadata).toEqual({ maxCount: 10 });
  const next = await client.appendToStream('kept', event('c'), { ...UNARY, expectedRevision: 1n });
  expect(next.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
});

it('a second node on the same database is refused with one sentence', async () => {
  await expect(startEventStoreNode({ databaseUrl: database.url, port: 0 })).rejects.toThrow(
    'Another event store node is writing to this database: stop it, or give this one a database of its own.',
  );
});

it('64 writers, connections to PostgreSQL cut under them: what was acknowledged is there once and in order', async () => {
  const sql = postgres(database.url, { max: 1 });
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 64 }, async (_, writer) => {
    for (let revision = 0n; revision < 20n; revision += 1n) {
      const one = event('written');
      const expectedRevision = revision === 0n ? 'no_stream' : revision - 1n;
      await untilTaken(() =>
        client.appendToStream(`writer-${String(writer)}`, one, { ...UNARY, expectedRevision }),
      );
      acknowledged.push(one.id);
      if ([200, 500, 800].includes(acknowledged.length)) await cutConnections(sql);
    }
  });
  await Promise.all(writers);
  await sql.end();
  const stored = (await allIds()).filter((id) => acknowledged.includes(id));
  expect(stored).toHaveLength(64 * 20);
  expect(new Set(stored).size).toBe(64 * 20);
});

const cutConnections = (sql: postgres.Sql) => sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name like 'eventstore-node%' and datname = current_database()`;

const RETRY_MS = 20;

/** Retries, as a client does, while the node says that it is not available. */
async function untilTaken(append: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await append();
      return;
    } catch (error) {
      expect(error).toMatchObject({ type: 'unavailable' });
      await new Promise((again) => setTimeout(again, RETRY_MS));
    }
  }
}

it('reads and subscriptions work again after the connections were cut, and miss nothing', async () => {
  const sql = postgres(database.url, { max: 1 });
  const { position } = await client.appendToStream('cut', event('a'), UNARY);
  const live = client.subscribeToAll({ fromPosition: position ?? 'start' });
  const seen: string[] = [];
  const both = new Promise<void>((resolve) => {
    live.on('data', ({ event: one }) => {
      if (seen.push(one?.type ?? '') === 2) resolve();
    });
  });
  await client.appendToStream('cut', event('b'), UNARY);
  await cutConnections(sql);
  const last = event('c');
  await untilTaken(() => client.appendToStream('cut', last, { ...UNARY, expectedRevision: 1n }));
  await both;
  expect(seen).toEqual(['b', 'c']);
  expect((await allIds()).at(-1)).toBe(last.id);
  await live.unsubscribe();
  await sql.end();
});

it('answers probes over plain HTTP on the same port', async () => {
  const status = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ port: node.port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  expect(await status('/health/live')).toBe(204);
  expect(await status('/info')).toBe(200);
  expect(await status('/gossip')).toBe(200);
  expect(await status('/no-such-path')).toBe(404);
});

it('is found by a client that looks for a cluster', async () => {
  const looking = EventStoreDBClient.connectionString(
    `esdb+discover://127.0.0.1:${String(node.port)}?tls=false`,
  );
  await looking.appendToStream('found', event('a'));
  await looking.dispose();
});
