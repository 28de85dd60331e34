import postgres from 'postgres';
import { type EventStoreNode, startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { useEmbeddedEventStore } from '#testing/event-store.js';
import { usePostgres } from '#testing/postgres.js';
import { type CopyOutcome, copyStore } from './copy.js';
import { put, stored } from './stored.fixture.js';
import { openWholeStore } from './whole-store.js';

const plainly = { dryRun: false, signal: new AbortController().signal, onProgress: () => undefined };

describe('copying where a store was damaged behind its server’s back', () => {
  const whole = useEmbeddedEventStore();
  const database = usePostgres();
  let node: EventStoreNode;
  const start = async (): Promise<void> => {
    node = await startEventStoreNode({ databaseUrl: database.url, port: 0 });
  };
  /** Changes the damaged store's table while its node is down: a node remembers what it has just written. */
  const damage = async (change: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
    await node.stop();
    const sql = postgres(database.url, { max: 1 });
    await change(sql);
    await sql.end();
    await start();
  };
  const copy = async (from: string, to: string): Promise<CopyOutcome> => {
    const [source, target] = [openWholeStore(from, 'source'), openWholeStore(to, 'target')];
    const outcome = await copyStore(source, target, plainly);
    await Promise.all([source.close(), target.close()]);
    return outcome;
  };
  /** Three events of each stream, by turns, so that none is stored together with another. */
  const write = async (to: string, ...streams: string[]): Promise<void> => {
    const store = openWholeStore(to, 'store');
    const events = [0, 1, 2].flatMap((revision) =>
      streams.map((stream) => {
        const data = `{"amount":"in ${stream} ${revision}"}`;
        return stored(stream, revision, { data, metadata: `{"by":"${revision}"}` });
      }),
    );
    await put(store, events);
    await store.close();
  };
  beforeAll(start);
  afterAll(() => node.stop());

  it('says in which event the target has other data, other metadata, another type', async () => {
    await write(whole.connectionString, 'data', 'metadata', 'type');
    expect(await copy(whole.connectionString, node.connectionString)).toMatchObject({
      kind: 'complete',
      copied: 9,
    });
    await damage(async (sql) => {
      const replaced = (stream: string, revision: number, old: string, other: string) => sql`
        update event_store.log set events = overlay(events placing ${Buffer.from(other)}
          from position(${Buffer.from(old)}::bytea in events))
        where position(${Buffer.from(`in ${stream} ${revision}"`)}::bytea in events) > 0`;
      await replaced('data', 1, '"in data', '"IN DATA');
      await replaced('metadata', 2, '{"by":"2"}', '{"by":"3"}');
      await replaced('type', 0, 'Noted', 'Other');
    });
    expect(await copy(whole.connectionString, node.connectionString)).toMatchObject({
      kind: 'differs',
      copied: 0,
      found: {
        same: 6,
        differing: {
          count: 3,
          first: [
            'revision 0 of type has another type',
            'revision 1 of data has another data',
            'revision 2 of metadata has another metadata',
          ],
        },
      },
    });
  });

  it('does not put an event that the target has lost behind later ones of its stream', async () => {
    const source = whole.connectionString;
    await damage((sql) => sql`truncate event_store.log`);
    await write(source, 'lost', 'beside');
    await copy(source, node.connectionString);
    await damage(
      (sql) =>
        sql`delete from event_store.log where position(${Buffer.from('in lost 1')}::bytea in events) > 0`,
    );
    expect(await copy(source, node.connectionString)).toMatchObject({
      kind: 'blocked',
      why: expect.stringContaining('The target does not take revision 1 of lost'),
    });
  });

  it('does not give other revisions to a stream whose beginning the source no longer has', async () => {
    const target = whole.connectionString;
    await damage((sql) => sql`truncate event_store.log`);
    await write(node.connectionString, 'scavenged', 'beside-it');
    await damage((sql) => sql`delete from event_store.log where revision = 0`);
    expect(await copy(node.connectionString, target)).toMatchObject({
      kind: 'blocked',
      copied: 0,
      why: expect.stringContaining('the source no longer has what came before (scavenged)'),
    });
  });
});
