import {
  EventStoreDBClient,
  jsonEvent,
  StreamDeletedError,
  WrongExpectedVersionError,
  type AppendToStreamOptions,
  type EventData,
} from '@eventstore/db-client';
import { useEventStore } from '#testing/event-store.js';
import { UNARY } from '#testing/unary.js';

const store = useEventStore();
let client: EventStoreDBClient;
beforeAll(() => {
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterAll(() => client.dispose());

const events = (...types: string[]): EventData[] => types.map((type) => jsonEvent({ type, data: { type } }));
let streams = 0;
const newStream = (): string => `append-${String((streams += 1))}`;

async function typesOf(stream: string): Promise<string[]> {
  const types: string[] = [];
  for await (const { event } of client.readStream(stream)) if (event) types.push(event.type);
  return types;
}

describe.each([
  ['unary', UNARY],
  ['batch', {}],
])('append, %s', (_, path: AppendToStreamOptions) => {
  const append = (
    stream: string,
    written: EventData[],
    expectedRevision: AppendToStreamOptions['expectedRevision'] = 'any',
  ) => client.appendToStream(stream, written, { ...path, expectedRevision });

  it('numbers the events of a stream from 0 and gives each a higher position', async () => {
    const stream = newStream();
    const first = await append(stream, events('a', 'b'), 'no_stream');
    const second = await append(stream, events('c'), 1n);
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);
    expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
    expect(await typesOf(stream)).toEqual(['a', 'b', 'c']);
  });

  it('refuses an append that expects another revision, and writes nothing', async () => {
    const stream = newStream();
    await append(stream, events('a'));
    await expect(append(stream, events('b'), 'no_stream')).rejects.toThrow(WrongExpectedVersionError);
    await expect(append(stream, events('b'), 4n)).rejects.toMatchObject({
      expectedVersion: 4n,
      actualVersion: 0n,
    });
    await expect(append(newStream(), events('b'), 'stream_exists')).rejects.toThrow(
      WrongExpectedVersionError,
    );
    expect(await typesOf(stream)).toEqual(['a']);
  });

  it('answers a retry with the same ids as it did at first, whatever came later', async () => {
    const stream = newStream();
    const written = events('a', 'b');
    const first = await append(stream, written, 'no_stream');
    await append(stream, events('c'));
    expect(await append(stream, written, 'no_stream')).toEqual(first);
    expect(await append(stream, written, 'any')).toEqual(first);
    expect(await typesOf(stream)).toEqual(['a', 'b', 'c']);
  });

  it('takes a soft-deleted stream up again, empty, when its metadata is set, as the real server does', async () => {
    const stream = newStream();
    await append(stream, events('a', 'b'));
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { custom: 'kept' });
    expect(await typesOf(stream)).toEqual([]);
    const { metadata } = await client.getStreamMetadata(stream);
    expect(metadata).toEqual({ custom: 'kept', truncateBefore: 2 });
  });

  it('takes a soft-deleted stream up again after its last revision, and a tombstoned one never', async () => {
    const [soft, hard] = [newStream(), newStream()];
    for (const stream of [soft, hard]) await append(stream, events('a', 'b'));
    await client.deleteStream(soft);
    await client.tombstoneStream(hard);
    expect((await append(soft, events('c'), 'no_stream')).nextExpectedRevision).toBe(2n);
    expect(await typesOf(soft)).toEqual(['c']);
    await expect(append(hard, events('c'))).rejects.toThrow(StreamDeletedError);
  });

  it('takes 1 MiB of data and not one byte more', async () => {
    const data = 'x'.repeat(1024 * 1024 - 2);
    await append(newStream(), [jsonEvent({ type: 'big', data })]);
    await expect(append(newStream(), [jsonEvent({ type: 'big', data: `${data}x` })])).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
  });
});

it('64 writers on one stream: each wins once per revision, no revision is missing or doubled', async () => {
  const stream = newStream();
  await client.appendToStream(stream, events('start'), UNARY);
  const writers = Array.from({ length: 64 }, async (_, writer) => {
    const event = jsonEvent({ type: `writer-${String(writer)}`, data: {} });
    for (let expected = 0n; ;) {
      const answer = await client
        .appendToStream(stream, event, { ...UNARY, expectedRevision: expected })
        .catch((error: WrongExpectedVersionError) => BigInt(error.actualVersion));
      if (typeof answer !== 'bigint') return answer.nextExpectedRevision;
      expected = answer;
    }
  });
  const won = (await Promise.all(writers)).sort((a, b) => Number(a - b));
  expect(won).toEqual(Array.from({ length: 64 }, (_, index) => BigInt(index + 1)));
  expect(new Set(await typesOf(stream)).size).toBe(65);
});
