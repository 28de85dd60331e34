import {
  binaryEvent,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults as toAll,
  persistentSubscriptionToStreamSettingsFromDefaults as toStream,
  type PersistentSubscriptionToStream,
} from '@eventstore/db-client';
import { consume, eventually, type Delivered } from '#testing/consumer.js';
import { useEventStore } from '#testing/event-store.js';
import { UNARY } from '#testing/unary.js';

const store = useEventStore();
let client: EventStoreDBClient;
beforeAll(() => {
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterAll(() => client.dispose());

let streams = 0;
const newStream = (): string => `persistent-${String((streams += 1))}`;

const write = (stream: string, ...types: string[]) =>
  client.appendToStream(
    stream,
    types.map((type) => jsonEvent({ type, data: {} })),
    UNARY,
  );

/** A group `g` on a new stream with events of these types, from the start unless the changes say otherwise. */
async function groupOn(types: string[], changes: Parameters<typeof toStream>[0] = {}): Promise<string> {
  const stream = newStream();
  if (types.length > 0) await write(stream, ...types);
  await client.createPersistentSubscriptionToStream(
    stream,
    'g',
    toStream({ startFrom: 'start', ...changes }),
  );
  return stream;
}

const subscribe = (stream: string, bufferSize = 10) =>
  client.subscribeToPersistentSubscriptionToStream(stream, 'g', { bufferSize });
const infoOf = (stream: string) => client.getPersistentSubscriptionToStreamInfo(stream, 'g');
const parkedCount = async (stream: string) => Number((await infoOf(stream)).stats.parkedMessageCount);

/** How many events a stream of checkpoints has; it comes late, since checkpoints are told of before they are written. */
async function checkpointsIn(stream: string): Promise<number> {
  let count = 0;
  try {
    for await (const _ of client.readStream(stream)) count += 1;
  } catch (error) {
    expect(error).toMatchObject({ type: 'stream-not-found' });
  }
  return count;
}

async function parkedIn(stream: string): Promise<{ data: unknown; reason: unknown }[]> {
  const parked = [];
  for await (const { event } of client.readStream(`$persistentsubscription-${stream}::g-parked`)) {
    const { reason } = event?.metadata as Record<string, unknown>;
    parked.push({ data: Buffer.from(event?.data as Uint8Array).toString(), reason });
  }
  return parked;
}

describe('a group on a stream', () => {
  it.each([
    ['start', ['confirmation', 'a', 'b', 'c', 'd']],
    [1n, ['confirmation', 'b', 'c', 'd']],
    ['end', ['confirmation', 'd']],
  ] as const)('from %p sends that event, history and what comes live', async (startFrom, told) => {
    const stream = await groupOn(['a', 'b', 'c'], { startFrom });
    const consumer = consume(subscribe(stream));
    await consumer.until(told.length - 1);
    await write(stream, 'd');
    await consumer.until(told.length);
    expect(consumer.told).toEqual(told);
    await consumer.leave();
  });

  it('has no more in flight to a consumer than that takes, and gives the rest to another', async () => {
    const stream = await groupOn(['a', 'b', 'c', 'd']);
    const first = consume(subscribe(stream, 2), () => undefined);
    await first.until(3);
    const second = consume(subscribe(stream, 9));
    await second.until(3);
    expect([first.told, second.told]).toEqual([
      ['confirmation', 'a', 'b'],
      ['confirmation', 'c', 'd'],
    ]);
    await first.leave();
    await second.until(5);
    expect(second.told.slice(3)).toEqual(['a retry 1', 'b retry 1']);
    await second.leave();
  });

  it('sends 600 events that come while it reads as many, each once, in order', async () => {
    const types = Array.from({ length: 600 }, (_, index) => String(index));
    const stream = await groupOn(types, { historyBufferSize: 100, liveBufferSize: 50 });
    const consumer = consume(subscribe(stream, 100));
    const later = types.map((type) => `later ${type}`);
    for (let start = 0; start < 600; start += 50) await write(stream, ...later.slice(start, start + 50));
    await consumer.until(1201);
    expect(consumer.told.slice(1)).toEqual([...types, ...later]);
    await consumer.leave();
  });

  it('takes in no more than its buffer while its consumer is stalled', async () => {
    const stream = await groupOn(
      Array.from({ length: 1000 }, () => 'x'),
      { historyBufferSize: 50 },
    );
    const consumer = consume(subscribe(stream, 5), () => undefined);
    await consumer.until(6);
    await write(stream, 'y');
    const { stats, connections } = await infoOf(stream);
    expect(stats.readBufferCount).toBeGreaterThan(20);
    expect(stats.readBufferCount).toBeLessThanOrEqual(50);
    expect(stats.lastKnownEventRevision).toBe(1000n);
    expect(connections).toMatchObject([{ inFlightMessages: 5, availableSlots: 0, username: 'system' }]);
    await consumer.leave();
  });

  it('sends a client that reads nothing little more than that has room for, however much it asked for', async () => {
    const stream = await groupOn([]);
    const large = () => jsonEvent({ type: 'large', data: 'x'.repeat(50_000) });
    for (let batch = 0; batch < 10; batch += 1) {
      await client.appendToStream(stream, Array.from({ length: 20 }, large), UNARY);
    }
    const subscription = subscribe(stream, 10_000);
    const inFlight = async () => (await infoOf(stream)).stats.totalInFlightMessages;
    await eventually(async () => (await inFlight()) >= 20);
    for (let asked = 0; asked < 20; asked += 1) expect(await inFlight()).toBeLessThan(100);
    await subscription.unsubscribe();
  });

  it('refuses a consumer too many', async () => {
    const stream = await groupOn([], { maxSubscriberCount: 1 });
    const first = consume(subscribe(stream));
    await first.until(1);
    const second = consume(subscribe(stream));
    await second.until(1);
    expect(second.told).toEqual(['maximum-subscribers-reached']);
    await first.leave();
  });

  it('sends links with their events, and one that points nowhere alone', async () => {
    const source = newStream();
    await write(source, 'a');
    const link = (data: string) => binaryEvent({ type: '$>', data: Buffer.from(data) });
    const links = await groupOn([], { resolveLinkTos: true });
    const consumer = consume(subscribe(links));
    await client.appendToStream(links, [link(`0@${source}`), link(`9@${source}`)], UNARY);
    await consumer.until(3);
    expect(consumer.told).toEqual(['confirmation', 'a', 'none']);
    expect(consumer.events.map((event) => event.link?.revision)).toEqual([0n, 1n]);
    await eventually(async () => (await infoOf(links)).stats.totalInFlightMessages === 0);
    await consumer.leave();
  });
});

describe('what a consumer does not acknowledge', () => {
  /** The first time that b comes it is nacked. */
  const nackB =
    (action: 'park' | 'retry' | 'skip' | 'stop') =>
    (event: Delivered, from: PersistentSubscriptionToStream): Promise<void> =>
      event.event?.type === 'b' && event.retryCount === 0 ? from.nack(action, 'why', event) : from.ack(event);

  it.each([
    ['retry', ['b retry 1'], 0],
    ['park', [], 1],
    ['skip', [], 0],
    ['stop', [], 0],
  ] as const)('%s', async (action, then, parked) => {
    const stream = await groupOn(['a', 'b', 'c']);
    const consumer = consume(subscribe(stream), nackB(action));
    await consumer.until(4 + then.length);
    await eventually(async () => (await infoOf(stream)).stats.outstandingMessagesCount === 0);
    await eventually(async () => (await parkedCount(stream)) === parked);
    await write(stream, 'd');
    await consumer.until(5 + then.length);
    expect(consumer.told).toEqual(['confirmation', 'a', 'b', 'c', ...then, 'd']);
    await consumer.leave();
  });

  it('is sent as often as allowed and then parked, with the reason', async () => {
    const stream = await groupOn(['a'], { maxRetryCount: 2 });
    const consumer = consume(subscribe(stream), (event, from) => from.nack('retry', 'always', event));
    await eventually(async () => (await parkedCount(stream)) === 1);
    expect(consumer.told).toEqual(['confirmation', 'a', 'a retry 1', 'a retry 2']);
    expect(await parkedIn(stream)).toEqual([{ data: `0@${stream}`, reason: 'Reached retry count of 2' }]);
    await consumer.leave();
  });

  it('is sent again when it is not answered in time', async () => {
    const stream = await groupOn(['a'], { messageTimeout: 100, maxRetryCount: 1 });
    const consumer = consume(subscribe(stream), () => undefined);
    await eventually(async () => (await parkedCount(stream)) === 1);
    expect(consumer.told).toEqual(['confirmation', 'a', 'a retry 1']);
    await consumer.leave();
  });

  it('is sent again from where it is parked, all or up to a revision, and is parked no more', async () => {
    const stream = await groupOn(['a', 'b', 'c']);
    const consumer = consume(subscribe(stream), (event, from) =>
      event.link === undefined ? from.nack('park', 'later', event) : from.ack(event),
    );
    await eventually(async () => (await parkedCount(stream)) === 3);
    expect((await parkedIn(stream))[0]?.reason).toBe("Client explicitly NAK'ed message.\nlater");
    await client.replayParkedMessagesToStream(stream, 'g', { stopAt: 2 });
    await consumer.until(6);
    expect(await parkedCount(stream)).toBe(1);
    await client.replayParkedMessagesToStream(stream, 'g');
    await consumer.until(7);
    await eventually(async () => (await parkedIn(stream)).length === 0);
    expect(consumer.told).toEqual(['confirmation', 'a', 'b', 'c', 'a', 'b', 'c']);
    await consumer.leave();
  });
});

describe('a group on $all', () => {
  it('sends what its filter lets pass, from a position on, that included', async () => {
    const stream = newStream();
    const { position } = await write(stream, 'all-hit-1');
    const settings = toAll({ startFrom: position ?? 'start' });
    const filter = eventTypeFilter({ prefixes: ['all-hit'] });
    await client.createPersistentSubscriptionToAll('hits', settings, { filter });
    const consumer = consume(client.subscribeToPersistentSubscriptionToAll('hits'));
    await write(stream, 'miss', 'all-hit-2');
    await consumer.until(3);
    expect(consumer.told).toEqual(['confirmation', 'all-hit-1', 'all-hit-2']);
    await consumer.leave();
  });

  it('keeps its filter when it is changed', async () => {
    const filter = eventTypeFilter({ regex: '^kept' });
    await client.createPersistentSubscriptionToAll('changed', toAll(), { filter });
    await client.updatePersistentSubscriptionToAll('changed', toAll({ maxRetryCount: 3 }));
    const consumer = consume(client.subscribeToPersistentSubscriptionToAll('changed'));
    await consumer.until(1);
    await write(newStream(), 'miss', 'kept');
    await consumer.until(2);
    expect(consumer.told).toEqual(['confirmation', 'kept']);
    await consumer.leave();
  });

  it('comes to rest: it is not sent what it writes itself, nor does $all show it to others', async () => {
    const settings = toAll({ checkPointLowerBound: 1, checkPointUpperBound: 1 });
    await client.createPersistentSubscriptionToAll('rest', settings);
    const consumer = consume(client.subscribeToPersistentSubscriptionToAll('rest'));
    await consumer.until(1);
    const { position } = await write(newStream(), 'last');
    const written = position?.commit ?? 0n;
    const reached = async () =>
      (await client.getPersistentSubscriptionToAllInfo('rest')).stats.lastCheckpointedEventPosition?.commit;
    await eventually(async () => ((await reached()) ?? 0n) >= written);
    const own = '$persistentsubscription-$all::rest-checkpoint';
    await eventually(async () => (await checkpointsIn(own)) > 0);
    const shown: unknown[] = [];
    for await (const { event } of client.readAll()) shown.push(event?.streamId);
    expect(shown).toContain('$persistentSubscriptionConfig');
    expect(shown).not.toContain(own);
    expect(consumer.events.map(({ event }) => event?.streamId)).not.toContain(own);
    expect(consumer.told).toContain('last');
    await consumer.leave();
  });
});

describe('what can be asked', () => {
  it('a group tells of its consumers and how long they take, if that is wanted', async () => {
    const stream = await groupOn(['a', 'b'], { extraStatistics: true });
    const consumer = consume(subscribe(stream));
    await consumer.until(3);
    await eventually(async () => (await infoOf(stream)).stats.totalInFlightMessages === 0);
    const { status, stats, connections } = await infoOf(stream);
    expect(status).toBe('Live');
    expect(stats).toMatchObject({ totalItems: 2n, lastKnownEventRevision: 1n, outstandingMessagesCount: 0 });
    const [connection] = connections;
    expect(connection).toMatchObject({ username: 'system', totalItems: 2n, availableSlots: 10 });
    expect(connection?.connectionName).toBe(client.connectionName);
    expect(connection?.extraStatistics?.get('quintile 3')).toBeDefined();
    await consumer.leave();
  });

  it('groups are listed by stream, or all', async () => {
    const stream = await groupOn([]);
    await client.createPersistentSubscriptionToStream(stream, 'h', toStream());
    const names = (groups: { groupName: string }[]) => groups.map(({ groupName }) => groupName);
    expect(names(await client.listPersistentSubscriptionsToStream(stream))).toEqual(['g', 'h']);
    expect(names(await client.listPersistentSubscriptionsToAll())).toContain('rest');
    expect(names(await client.listAllPersistentSubscriptions())).toEqual(
      expect.arrayContaining(['h', 'rest']),
    );
  });
});

describe('consumer strategies', () => {
  /** How 12 events with three correlations on one stream are shared between two consumers. */
  async function shared(consumerStrategyName: string): Promise<[string[], string[]]> {
    const stream = await groupOn([], { consumerStrategyName: consumerStrategyName as never });
    const consumers = [consume(subscribe(stream, 20)), consume(subscribe(stream, 20))] as const;
    for (const consumer of consumers) await consumer.until(1);
    for (let n = 0; n < 12; n += 1) {
      await client.appendToStream(stream, jsonEvent({ type: String(n), data: {} }), UNARY);
    }
    await eventually(() => Promise.resolve(consumers[0].told.length + consumers[1].told.length === 14));
    for (const consumer of consumers) await consumer.leave();
    return [consumers[0].told.slice(1), consumers[1].told.slice(1)];
  }

  it('RoundRobin', async () => {
    const [first, second] = await shared('RoundRobin');
    expect([first.length, second.length]).toEqual([6, 6]);
  });

  it.each(['DispatchToSingle', 'Pinned'])('%s', async (strategy) => {
    const [first, second] = await shared(strategy);
    expect([first.length, second.length]).toEqual([12, 0]);
  });
});
