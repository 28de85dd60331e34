import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { useEventStore } from '#testing/event-store.js';
import { amounts, counted, countingRegistry, uuid } from './counting.fixture.js';
import { UnreadableEvent } from './errors.js';
import { openStore, type Store } from './store.js';

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe('the store', () => {
  const node = useEventStore();
  const stores: Store[] = [];
  const named = (stream: string): string => node.streamPrefix + stream;
  const open = (streamPrefix: string): Store => {
    const store = openStore({ ...node, registry: countingRegistry, streamPrefix: named(streamPrefix) });
    stores.push(store);
    return store;
  };
  let client: EventStoreDBClient;
  beforeAll(() => void (client = EventStoreDBClient.connectionString(node.connectionString)));
  afterAll(() => Promise.all([client.dispose(), ...stores.map((store) => store.close())]));

  it('writes nothing that it could not read again', async () => {
    const store = open('unreadable-');
    await expect(store.append('practice-A00001', 'no_stream', [counted(1, 0.5)])).rejects.toThrow();
    expect(await store.readStream('practice-A00001')).toEqual([]);
  });

  it('appends behind the exact revision and reads back what it appended', async () => {
    const store = open('append-');
    const first = await store.append('practice-A00001', 'no_stream', [counted(1, 5), counted(2, 6)]);
    const second = await store.append('practice-A00001', 1, [counted(3, 7)]);
    expect([first, second]).toMatchObject([
      { kind: 'appended', revision: 1 },
      { kind: 'appended', revision: 2 },
    ]);
    const events = await store.readStream('practice-A00001', 1);
    expect(events).toMatchObject([
      { id: uuid(2), stream: 'practice-A00001', revision: 1, type: 'Counted', payload: { amount: 6 } },
      { id: uuid(3), stream: 'practice-A00001', revision: 2, type: 'Counted', payload: { amount: 7 } },
    ]);
    expect(events[0]?.metadata).toMatchObject({ commandId: uuid(2), schemaVersion: 2 });
    expect(events.map(({ position }) => position)).toEqual([
      (first as { position: bigint }).position,
      (second as { position: bigint }).position,
    ]);
  });

  it('answers a conflict as a value and a missing stream as no events', async () => {
    const store = open('conflict-');
    expect(await store.readStream('practice-A00001')).toEqual([]);
    await store.append('practice-A00001', 'no_stream', [counted(1, 5)]);
    expect(await store.append('practice-A00001', 'no_stream', [counted(2, 5)])).toEqual({ kind: 'conflict' });
    expect(await store.append('practice-A00001', 7, [counted(2, 5)])).toEqual({ kind: 'conflict' });
  });

  it('I16: the same events behind the same revision are written once, with the same answer', async () => {
    const store = open('again-');
    const first = await store.append('practice-A00001', 'no_stream', [counted(1, 5)]);
    await store.append('practice-A00001', 0, [counted(2, 6)]);
    expect(await store.append('practice-A00001', 'no_stream', [counted(1, 5)])).toEqual(first);
    expect(amounts(await store.readStream('practice-A00001'))).toEqual([5, 6]);
  });

  it('refuses an event beyond 64 KiB before it is sent', async () => {
    const store = open('large-');
    const { metadata, ...event } = counted(1, 1);
    const large = { ...event, metadata: { ...metadata, command: 'x'.repeat(64 * 1024) } };
    await expect(store.append('practice-A00001', 'no_stream', [large])).rejects.toThrow(
      'over the limit of 65536',
    );
    expect(await store.readStream('practice-A00001')).toEqual([]);
  });

  it('reads only the register’s own categories and prefix from $all, in order', async () => {
    const store = open('own-');
    await store.append('practice-A00001', 'no_stream', [counted(1, 1)]);
    await client.appendToStream(named('own-audit-A00001'), jsonEvent({ type: 'Foreign', data: {} }));
    await client.appendToStream(named('other-practice-A00001'), jsonEvent({ type: 'Foreign', data: {} }));
    await store.append('supplier-EMIS', 'no_stream', [counted(2, 2)]);
    await store.append('practice-A00001', 0, [counted(3, 3)]);
    const events = await collect(store.readAll('start'));
    expect(events.map(({ stream }) => stream)).toEqual([
      'practice-A00001',
      'supplier-EMIS',
      'practice-A00001',
    ]);
    expect(amounts(await collect(store.readAll(events[0]!.position)))).toEqual([2, 3]);
    await client.appendToStream(named('own-audit-A00001'), jsonEvent({ type: 'Foreign', data: {} }));
    expect(await store.headPosition()).toBe(events[2]!.position);
    expect(await open('nothing-').headPosition()).toBe('start');
  });

  it('lifts an event of an older schema version on reading', async () => {
    const store = open('older-');
    const { type, metadata } = counted(1, 5);
    const stored = jsonEvent({ type, data: { amount: '12' }, metadata: { ...metadata, schemaVersion: 1 } });
    await client.appendToStream(named('older-practice-A00001'), stored);
    expect(amounts(await store.readStream('practice-A00001'))).toEqual([12]);
  });

  it.each([
    ['an unknown type', 'Unheard', { schemaVersion: 1 }],
    ['a newer schema version', 'Counted', { schemaVersion: 3 }],
    ['data that breaks its schema', 'Counted', { schemaVersion: 2 }],
    ['metadata that is no envelope', 'Counted', { commandId: undefined }],
  ])('stops at %s, naming the event, and never skips it', async (what, type, metadata) => {
    const prefix = `${what.replaceAll(' ', '')}-`;
    const store = open(prefix);
    await store.append('practice-A00001', 'no_stream', [counted(1, 1)]);
    const { metadata: envelope } = counted(2, 2);
    const data = { amount: 'much' };
    const bad = jsonEvent({
      id: uuid(2),
      type,
      data,
      metadata: { ...envelope, schemaVersion: 2, ...metadata },
    });
    await client.appendToStream(named(`${prefix}practice-A00001`), bad);
    await store.append('practice-A00001', 1, [counted(3, 3)]);
    const found: number[] = [];
    const read = async (): Promise<void> => {
      for await (const event of store.readAll('start')) found.push(...amounts([event]));
    };
    await expect(read()).rejects.toMatchObject({ place: { id: uuid(2), revision: 1, type } });
    expect(found).toEqual([1]);
    await expect(store.readStream('practice-A00001')).rejects.toBeInstanceOf(UnreadableEvent);
    const subscribed: number[] = [];
    const follow = async (): Promise<void> => {
      const { signal } = new AbortController();
      for await (const batch of store.subscribeAll({ from: 'start', signal }))
        subscribed.push(...amounts(batch));
    };
    await expect(follow()).rejects.toBeInstanceOf(UnreadableEvent);
    expect(subscribed).toEqual([1]);
  });

  it('delivers to a subscription what was there and what comes, each once and in order', async () => {
    const store = open('follow-');
    for (let n = 0; n < 30; n++) {
      await store.append('practice-A00001', n === 0 ? 'no_stream' : n - 1, [counted(n, n)]);
    }
    const [, , third] = await store.readStream('practice-A00001');
    const end = new AbortController();
    const found: number[] = [];
    for await (const batch of store.subscribeAll({ from: third!.position, signal: end.signal })) {
      found.push(...amounts(batch));
      if (found.length === 27) {
        for (let n = 30; n < 40; n++) await store.append('practice-A00001', n - 1, [counted(n, n)]);
      }
      if (found.length === 37) end.abort();
    }
    expect(found).toEqual(Array.from({ length: 37 }, (_, n) => n + 3));
  });
});
