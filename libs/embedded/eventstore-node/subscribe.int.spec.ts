import {
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type AllStreamSubscription,
  type StreamSubscription,
} from '@eventstore/db-client';
import { once } from 'node:events';
import { useEventStore } from '#testing/event-store.js';
import { takeNotes } from '#testing/notes.js';
import { UNARY } from '#testing/unary.js';

const store = useEventStore();
let client: EventStoreDBClient;
beforeAll(() => {
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterAll(() => client.dispose());

const write = (stream: string, ...types: string[]) =>
  client.appendToStream(
    stream,
    types.map((type) => jsonEvent({ type, data: {} })),
    UNARY,
  );

/** A subscription to a stream or to `$all`: their events have the same names. */
type Subscribed = StreamSubscription | (AllStreamSubscription & StreamSubscription);

/** What a subscription tells, in order; `until` resolves when it has told so many things. */
function follow(subscription: Subscribed) {
  const { told, tell, until } = takeNotes();
  subscription.on('confirmation', () => tell('confirmation'));
  subscription.on('caughtUp', () => tell('caught up'));
  subscription.on('error', (error) => tell((error as { type?: string }).type ?? 'error'));
  subscription.on('data', ({ event }) => tell(`${event?.type ?? 'none'}@${String(event?.revision)}`));
  return { told, until };
}

describe('a subscription to a stream', () => {
  it('confirms, gives history after the revision, says that it has caught up, and goes on live', async () => {
    await write('route', 'a', 'b', 'c');
    const subscription = client.subscribeToStream('route', { fromRevision: 0n });
    const { told, until } = follow(subscription);
    await until(4);
    await write('route', 'd');
    await until(5);
    expect(told).toEqual(['confirmation', 'b@1', 'c@2', 'caught up', 'd@3']);
    await subscription.unsubscribe();
  });

  it('waits for a stream that is not there yet', async () => {
    const subscription = client.subscribeToStream('later');
    const { told, until } = follow(subscription);
    await until(1);
    await write('later', 'a', 'b');
    await until(4);
    expect(told).toEqual(['confirmation', 'a@0', 'b@1', 'caught up']);
    await subscription.unsubscribe();
  });

  it('ends with the tombstone', async () => {
    await write('doomed', 'a');
    const { told, until } = follow(client.subscribeToStream('doomed'));
    await until(3);
    await client.tombstoneStream('doomed');
    await until(5);
    expect(told).toEqual([
      'confirmation',
      'a@0',
      'caught up',
      '$streamDeleted@9223372036854775807',
      'stream-deleted',
    ]);
  });
});

describe('a subscription to $all', () => {
  it('gives everything after a position in the common order', async () => {
    const start = await write('all-1', 'a');
    await write('all-2', 'b');
    const subscription = client.subscribeToAll({ fromPosition: start.position ?? 'start' });
    const { told, until } = follow(subscription);
    await until(3);
    await write('all-1', 'c');
    await write('all-2', 'd', 'e');
    await until(6);
    expect(told).toEqual(['confirmation', 'b@0', 'caught up', 'c@1', 'd@1', 'e@2']);
    await subscription.unsubscribe();
  });

  it('filters by type or stream, by prefix or expression, on the server', async () => {
    const start = await write('filter-x', 'start');
    const from = { fromPosition: start.position ?? ('start' as const) };
    const byType = follow(
      client.subscribeToAll({ ...from, filter: eventTypeFilter({ regex: '^(?i)apple$' }) }),
    );
    const byStream = follow(
      client.subscribeToAll({ ...from, filter: streamNameFilter({ prefixes: ['filter-y'] }) }),
    );
    await write('filter-x', 'apple', 'pear');
    await write('filter-y', 'APPLE', 'pear');
    await Promise.all([byType.until(4), byStream.until(4)]);
    const told = (lines: string[]) => lines.filter((line) => line.includes('@'));
    expect(told(byType.told)).toEqual(['apple@1', 'APPLE@0']);
    expect(told(byStream.told)).toEqual(['APPLE@0', 'pear@1']);
  });

  it('tells how far it has got: after each window of events, matching or not', async () => {
    const start = await write('window', 'start');
    for (let n = 0; n < 6; n += 1) await write('window', 'miss');
    const { position } = await write('window', 'hit');
    const reached: bigint[] = [];
    const filter = eventTypeFilter({
      prefixes: ['hit'],
      maxSearchWindow: 4,
      checkpointInterval: 1,
      checkpointReached: (_, { commit }) => void reached.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: start.position ?? 'start', filter });
    await once(subscription, 'caughtUp');
    expect(reached).toEqual([reached[0] ?? 0n]);
    expect(reached[0]).toBeGreaterThan(start.position?.commit ?? 0n);
    expect(reached[0]).toBeLessThan(position?.commit ?? 0n);
    await subscription.unsubscribe();
  });

  it('loses nothing and repeats nothing between history and live events, for 20 readers of 2,000 events', async () => {
    const start = await write('burst', 'start');
    const from = { fromPosition: start.position ?? ('start' as const) };
    await write('burst', ...Array.from({ length: 1000 }, () => 'x'));
    const readers = Array.from({ length: 20 }, () => follow(client.subscribeToAll(from)));
    for (let n = 0; n < 100; n += 1) await write('burst', ...Array.from({ length: 10 }, () => 'x'));
    await Promise.all(readers.map(({ until }) => until(2002)));
    const expected = Array.from({ length: 2000 }, (_, index) => `x@${String(index + 1)}`);
    for (const { told } of readers) expect(told.filter((line) => line.includes('@'))).toEqual(expected);
  });
});
