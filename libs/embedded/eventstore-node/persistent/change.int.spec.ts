import { credentials } from '@grpc/grpc-js';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults as toStream,
} from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import postgres from 'postgres';
import { consume, eventually } from '#testing/consumer.js';
import { usePostgres } from '#testing/postgres.js';
import { UNARY } from '#testing/unary.js';
import { startEventStoreNode, type EventStoreNode } from '../index.js';

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

const write = (stream: string, ...types: string[]) =>
  client.appendToStream(
    stream,
    types.map((type) => jsonEvent({ type, data: {} })),
    UNARY,
  );
const subscribe = (stream: string) => client.subscribeToPersistentSubscriptionToStream(stream, 'g');
const infoOf = (stream: string) => client.getPersistentSubscriptionToStreamInfo(stream, 'g');
const EAGER = { startFrom: 'start', checkPointLowerBound: 1, checkPointUpperBound: 1 } as const;

/** The checkpoints that a group has written. */
async function checkpointsOf(stream: string): Promise<unknown[]> {
  const written: unknown[] = [];
  try {
    const name = `$persistentsubscription-${stream}::g-checkpoint`;
    for await (const { event } of client.readStream(name)) written.push(event?.data);
  } catch (error) {
    expect(error).toMatchObject({ type: 'stream-not-found' });
  }
  return written;
}

/** Acknowledges a and b, parks d and leaves c open. */
async function leaveInTheMiddle(stream: string): Promise<void> {
  const consumer = consume(subscribe(stream), (event, from) => {
    if (event.event?.type === 'd') return from.nack('park', 'why', event);
    return event.event?.type === 'c' ? undefined : from.ack(event);
  });
  await consumer.until(6);
  await eventually(async () => (await checkpointsOf(stream)).at(-1) === '1');
  await eventually(async () => (await infoOf(stream)).stats.parkedMessageCount === 1n);
  await consumer.leave();
}

it('a restart of the node keeps groups, goes on after the last checkpoint, and still has what is parked', async () => {
  const settings = toStream({ ...EAGER, maxRetryCount: 7, consumerStrategyName: 'Pinned' });
  await write('kept', 'a', 'b', 'c', 'd', 'e');
  await client.createPersistentSubscriptionToStream('kept', 'g', settings);
  await leaveInTheMiddle('kept');
  await stop();
  await start();
  const { settings: kept, stats } = await infoOf('kept');
  expect(kept).toEqual(settings);
  expect(stats).toMatchObject({ lastCheckpointedEventRevision: 1n, parkedMessageCount: 1n });
  const consumer = consume(subscribe('kept'));
  await consumer.until(4);
  await client.replayParkedMessagesToStream('kept', 'g');
  await consumer.until(5);
  expect(consumer.told).toEqual(['confirmation', 'c', 'd', 'e', 'd']);
});

it('a restart of the subsystem drops consumers and goes on after the last checkpoint', async () => {
  await write('again', 'a', 'b', 'c', 'd', 'e');
  await client.createPersistentSubscriptionToStream('again', 'g', toStream(EAGER));
  await leaveInTheMiddle('again');
  const dropped = consume(subscribe('again'), () => undefined);
  await dropped.until(2);
  await client.restartPersistentSubscriptionSubsystem();
  await eventually(() => Promise.resolve(dropped.told.includes('persistent-subscription-dropped')));
  const consumer = consume(subscribe('again'));
  await consumer.until(4);
  expect(consumer.told).toEqual(['confirmation', 'c', 'd', 'e']);
});

it('a node that stops tells consumers that it is not available', async () => {
  await client.createPersistentSubscriptionToStream('stopped', 'g', toStream());
  const consumer = consume(subscribe('stopped'));
  await consumer.until(1);
  await node.stop();
  await consumer.until(2);
  expect(consumer.told).toEqual(['confirmation', 'unavailable']);
  await start();
});

it('an update changes the settings, drops consumers and keeps the checkpoint', async () => {
  await write('updated', 'a', 'b');
  await client.createPersistentSubscriptionToStream('updated', 'g', toStream(EAGER));
  const consumer = consume(subscribe('updated'));
  await eventually(async () => (await checkpointsOf('updated')).at(-1) === '1');
  const settings = toStream({
    startFrom: 'start',
    maxRetryCount: 3,
    consumerStrategyName: 'DispatchToSingle',
  });
  await client.updatePersistentSubscriptionToStream('updated', 'g', settings);
  await consumer.until(4);
  expect(consumer.told).toEqual(['confirmation', 'a', 'b', 'persistent-subscription-dropped']);
  expect((await infoOf('updated')).settings).toEqual(settings);
  const next = consume(subscribe('updated'));
  await write('updated', 'c');
  await next.until(2);
  expect(next.told).toEqual(['confirmation', 'c']);
});

it('a group that is deleted and made again starts from its start, with nothing parked', async () => {
  await write('deleted', 'a', 'b', 'c', 'd', 'e');
  await client.createPersistentSubscriptionToStream('deleted', 'g', toStream(EAGER));
  await leaveInTheMiddle('deleted');
  await client.deletePersistentSubscriptionToStream('deleted', 'g');
  expect(await checkpointsOf('deleted')).toEqual([]);
  await expect(infoOf('deleted')).rejects.toMatchObject({ type: 'persistent-subscription-does-not-exist' });
  await client.createPersistentSubscriptionToStream('deleted', 'g', toStream(EAGER));
  expect((await infoOf('deleted')).stats.parkedMessageCount).toBe(0n);
  const consumer = consume(subscribe('deleted'), (event, from) => from.nack('park', 'why', event));
  await consumer.until(6);
  expect(consumer.told).toEqual(['confirmation', 'a', 'b', 'c', 'd', 'e']);
  await eventually(async () => (await infoOf('deleted')).stats.parkedMessageCount === 5n);
});

it('connections to PostgreSQL cut again and again: every event comes, and what is acknowledged stays so', async () => {
  const sql = postgres(database.url, { max: 1 });
  await client.createPersistentSubscriptionToStream(
    'cut',
    'g',
    toStream({ ...EAGER, historyBufferSize: 30 }),
  );
  await write('cut', ...Array.from({ length: 300 }, (_, index) => String(index)));
  const consumer = consume(subscribe('cut'), async (event, from) => {
    if (Number(event.event?.revision) % 100 === 50) {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name like 'eventstore-node%' and datname = current_database()`;
    }
    await from.ack(event);
  });
  await consumer.until(301);
  expect(consumer.told.slice(1)).toEqual(Array.from({ length: 300 }, (_, index) => String(index)));
  await eventually(async () => (await checkpointsOf('cut')).at(-1) === '299');
  await sql.end();
});

describe('requests of older clients', () => {
  const identifier = (name: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(name));
  const settings = () =>
    new persistent.CreateReq.Settings()
      .setRevision('1')
      .setHistoryBufferSize(50)
      .setReadBatchSize(10)
      .setLiveBufferSize(5)
      .setMessageTimeoutTicks('70000000')
      .setCheckpointAfterTicks('20000000')
      .setMaxCheckpointCount(9)
      .setNamedConsumerStrategy(persistent.CreateReq.ConsumerStrategy.PINNED);

  it('name the stream, the start, times and the strategy in other fields', async () => {
    const options = new persistent.CreateReq.Options()
      .setStreamIdentifier(identifier('old'))
      .setGroupName('g')
      .setSettings(settings());
    const raw = new grpc.PersistentSubscriptionsClient(
      `127.0.0.1:${String(node.port)}`,
      credentials.createInsecure(),
    );
    await new Promise<void>((resolve, reject) => {
      raw.create(new persistent.CreateReq().setOptions(options), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    raw.close();
    expect((await infoOf('old')).settings).toMatchObject({
      startFrom: 1n,
      messageTimeout: 7000,
      checkPointAfter: 2000,
      checkPointUpperBound: 9,
      consumerStrategyName: 'Pinned',
    });
  });
});

// The last one here, since it leaves the damage behind.
it('a configuration that somebody has damaged is not overwritten: groups are not available', async () => {
  await client.createPersistentSubscriptionToStream('damaged', 'g', toStream());
  await write('$persistentSubscriptionConfig', '$PersistentConfig');
  await client.restartPersistentSubscriptionSubsystem();
  await expect(infoOf('damaged')).rejects.toMatchObject({ type: 'unavailable' });
});
