import { binaryEvent, EventStoreDBClient, jsonEvent, type ReadStreamOptions } from '@eventstore/db-client';
import { useEventStore } from '#testing/event-store.js';
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

async function read(stream: string, options: ReadStreamOptions = {}): Promise<string[]> {
  const seen: string[] = [];
  for await (const { event, link } of client.readStream(stream, options)) {
    seen.push(`${event?.type ?? 'none'}@${String((link ?? event)?.revision)}`);
  }
  return seen;
}

async function readAll(options: Parameters<EventStoreDBClient['readAll']>[0] = {}): Promise<string[]> {
  const seen: string[] = [];
  for await (const { event } of client.readAll(options)) {
    if (event && !event.type.startsWith('$')) seen.push(event.type);
  }
  return seen;
}

describe('reading a stream', () => {
  beforeAll(() => write('five', 'a', 'b', 'c', 'd', 'e'));

  it('goes forwards and backwards from anywhere', async () => {
    expect(await read('five')).toEqual(['a@0', 'b@1', 'c@2', 'd@3', 'e@4']);
    expect(await read('five', { fromRevision: 2n, maxCount: 2 })).toEqual(['c@2', 'd@3']);
    expect(await read('five', { fromRevision: 100n })).toEqual([]);
    const backwards = { direction: 'backwards', fromRevision: 'end' } as const;
    expect(await read('five', backwards)).toEqual(['e@4', 'd@3', 'c@2', 'b@1', 'a@0']);
    expect(await read('five', { direction: 'backwards', fromRevision: 1n })).toEqual(['b@1', 'a@0']);
    expect(await read('five', { direction: 'backwards', fromRevision: 100n, maxCount: 1 })).toEqual(['e@4']);
  });

  it('does not find what never was or is soft-deleted', async () => {
    await expect(read('never')).rejects.toMatchObject({ type: 'stream-not-found' });
    await write('deleted', 'a');
    await client.deleteStream('deleted');
    await expect(read('deleted')).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('leaves out what $maxCount, $tb and $maxAge hide', async () => {
    await write('short', 'a', 'b', 'c', 'd');
    await client.setStreamMetadata('short', { maxCount: 2 });
    expect(await read('short')).toEqual(['c@2', 'd@3']);
    await client.setStreamMetadata('short', { truncateBefore: 1, maxAge: 3600 });
    expect(await read('short', { direction: 'backwards', fromRevision: 'end' })).toEqual([
      'd@3',
      'c@2',
      'b@1',
    ]);
  });

  it('resolves links, and shows those that point nowhere without an event', async () => {
    const link = (target: string) => binaryEvent({ type: '$>', data: Buffer.from(target) });
    await client.appendToStream('links', [link('3@five'), link('9@five'), link('0@never')], UNARY);
    expect(await read('links', { resolveLinkTos: true })).toEqual(['d@0', 'none@1', 'none@2']);
    expect(await read('links')).toEqual(['$>@0', '$>@1', '$>@2']);
  });

  it('reads a stream of many pages whole', async () => {
    for (let n = 0; n < 3; n += 1) await write('long', ...Array.from({ length: 1000 }, () => 'x'));
    expect(await read('long')).toHaveLength(3000);
    expect(await read('long', { maxCount: 2001, direction: 'backwards', fromRevision: 'end' })).toHaveLength(
      2001,
    );
  });
});

describe('reading $all', () => {
  it('gives the events of all streams in the order in which they were written, both ways', async () => {
    const first = await write('one', 'p');
    await write('two', 'q');
    const third = await write('one', 'r', 's');
    const from = { fromPosition: first.position ?? ('start' as const) };
    expect(await readAll(from)).toEqual(['p', 'q', 'r', 's']);
    expect(await readAll({ ...from, maxCount: 3 })).toEqual(['p', 'q', 'r']);
    const backwards = { direction: 'backwards', maxCount: 2 } as const;
    expect(await readAll({ ...backwards, fromPosition: 'end' })).toEqual(['s', 'r']);
    expect(await readAll({ ...backwards, fromPosition: third.position ?? 'end' })).toEqual(['r', 'q']);
  });

  it('ends where the log ended when the read began', async () => {
    expect(await readAll({ fromPosition: 'end' })).toEqual([]);
    expect(await readAll({ direction: 'backwards', fromPosition: 'start' })).toEqual([]);
  });
});
