import { EventStoreDBClient, jsonEvent, StreamDeletedError } from '@eventstore/db-client';
import { useEmbeddedEventStore, useEventStore } from '#testing/event-store.js';
import { startFaultProxy } from '../fault-proxy.fixture.js';
import { type CopyOptions, type CopyOutcome, copyStore } from './copy.js';
import { isCarried } from './carried.js';
import { printOf } from './sameness.js';
import { eventsOf, put, putTogether, stored } from './stored.fixture.js';
import { isTombstone, placeOf, type StoredEvent } from './stored-event.js';
import { openWholeStore, type WholeStore } from './whole-store.js';

const signal = new AbortController().signal;
const plainly: CopyOptions = { dryRun: false, signal, onProgress: () => undefined };

/** What a copy must keep: everything but positions, and the ids that servers give. */
const kept = (events: readonly StoredEvent[]) => events.map((event) => [placeOf(event), printOf(event)]);

/** Streams of every kind: what JSON alone would lose, links, metadata, deleted streams, one that came back. */
const fillWithEveryKind = async (connectionString: string, prefix: string): Promise<void> => {
  const client = EventStoreDBClient.connectionString(connectionString);
  const store = openWholeStore(connectionString, 'source');
  const named = (name: string): string => prefix + name;
  await put(store, [
    stored(named('exact'), 0, { data: '{ "b": 1.0, "2": 12345678901234567890, "1": "é" }' }),
    stored(named('exact'), 1, { data: 'not JSON', metadata: '\u0000\u0001' }),
    stored(named('exact'), 2, { data: '\u0000ÿ', contentType: 'application/octet-stream' }),
    stored(named('exact'), 3, { data: '', metadata: '{ "a": 1 }' }),
    stored(named('links'), 0, {
      type: '$>',
      data: `2@${named('exact')}`,
      contentType: 'application/octet-stream',
    }),
    stored(named('links'), 1, { type: '$>', data: '7@never', contentType: 'application/octet-stream' }),
  ]);
  const many = (type: string) => Array.from({ length: 5 }, () => jsonEvent({ type, data: {} }));
  await client.appendToStream(named('counted'), many('Counted'));
  await client.setStreamMetadata(named('counted'), { maxCount: 2, acl: { readRoles: ['$all'] } });
  await client.setStreamMetadata(named('only-metadata'), { truncateBefore: 3, custom: 'kept' });
  await client.appendToStream(named('hidden'), many('Hidden'));
  await client.deleteStream(named('hidden'));
  await client.appendToStream(named('returned'), many('Before'));
  await client.deleteStream(named('returned'));
  await client.appendToStream(named('returned'), many('After'));
  for (const name of ['twice', 'described']) await client.appendToStream(named(name), many('Deleted'));
  for (const name of ['twice', 'described', 'twice']) await client.deleteStream(named(name));
  await client.setStreamMetadata(named('described'), { custom: 'after' });
  await client.appendToStream(named('gone'), many('Gone'));
  await client.tombstoneStream(named('gone'));
  await client.tombstoneStream(named('never-was'));
  await client.appendToStream(`$own-${prefix}`, many('OfTheServer'));
  await client.setStreamMetadata(`$own-${prefix}`, { maxCount: 1 });
  await client.dispose();
  await store.close();
};

describe('copying a store', () => {
  const target = useEmbeddedEventStore();
  const opened: WholeStore[] = [];
  const open = (connectionString: string, called: string): WholeStore => {
    const store = openWholeStore(connectionString, called);
    opened.push(store);
    return store;
  };
  afterAll(() => Promise.all(opened.map((store) => store.close())));
  const copyTo = (to: string, from: string, options: Partial<CopyOptions> = {}): Promise<CopyOutcome> =>
    copyStore(open(from, 'source'), open(to, 'target'), { ...plainly, ...options });

  // The only ones that are held against other servers, too: each copy reads all that the target holds.
  describe('with streams of every kind', () => {
    const source = useEmbeddedEventStore();
    const target = useEventStore();
    const client = () => EventStoreDBClient.connectionString(target.connectionString);
    const copy = (options: Partial<CopyOptions> = {}) =>
      copyTo(target.connectionString, source.connectionString, options);
    const inTarget = () => eventsOf(target.connectionString, source.streamPrefix);
    beforeAll(() => fillWithEveryKind(source.connectionString, source.streamPrefix));

    it('a dry run counts what is missing, and writes nothing', async () => {
      expect(await copy({ dryRun: true })).toMatchObject({ kind: 'planned', copied: 0, missing: 53 });
      expect(await inTarget()).toEqual([]);
    });

    it('keeps id, type, bytes of data and metadata, content type and `$all` order, and leaves the server’s own streams', async () => {
      const outcome = await copy();
      expect(outcome).toMatchObject({
        kind: 'complete',
        found: { same: 53, differing: { count: 0 }, disordered: { count: 0 } },
      });
      const all = await eventsOf(source.connectionString, source.streamPrefix);
      expect(kept(await inTarget())).toEqual(kept(all.filter(({ stream }) => isCarried(stream))));
      expect('found' in outcome && outcome.found.left.get('$own')).toBe(6);
      const ids = (events: readonly StoredEvent[]) =>
        events.filter((event) => event.type !== '$metadata' && !isTombstone(event)).map(({ id }) => id);
      expect(ids(await inTarget())).toEqual(ids(all.filter(({ stream }) => isCarried(stream))));
    });

    it('brings along what hides events: limits, deleted streams, one that came back, names gone for good', async () => {
      const [to, prefix] = [client(), source.streamPrefix];
      const seen = async (name: string): Promise<string[]> => {
        const found: string[] = [];
        for await (const { event } of to.readStream(prefix + name))
          found.push(`${event?.type} ${event?.revision}`);
        return found;
      };
      expect(await seen('counted')).toEqual(['Counted 3', 'Counted 4']);
      expect((await to.getStreamMetadata(`${prefix}counted`)).metadata).toEqual({
        maxCount: 2,
        acl: { readRoles: ['$all'] },
      });
      expect((await to.getStreamMetadata(`${prefix}only-metadata`)).metadata).toMatchObject({
        custom: 'kept',
      });
      await expect(seen('hidden')).rejects.toThrow('not found');
      await expect(seen('twice')).rejects.toThrow('not found');
      expect(await seen('described')).toEqual([]);
      expect(await seen('returned')).toEqual([5, 6, 7, 8, 9].map((revision) => `After ${revision}`));
      for (const name of ['gone', 'never-was'])
        await expect(to.appendToStream(prefix + name, jsonEvent({ type: 'More', data: {} }))).rejects.toThrow(
          StreamDeletedError,
        );
      await to.dispose();
    });

    it('done again it adds nothing, and proves it again', async () => {
      const before = await inTarget();
      expect(await copy()).toMatchObject({ kind: 'complete', copied: 0, found: { same: 53 } });
      expect(await inTarget()).toEqual(before);
    });

    it('takes along what the source was given since', async () => {
      const from = open(source.connectionString, 'source');
      await put(from, [stored(`${source.streamPrefix}exact`, 4), stored(`${source.streamPrefix}exact`, 5)]);
      expect(await copy()).toMatchObject({ kind: 'complete', copied: 2, found: { same: 55 } });
    });

    it('says which event the target has beyond the source, and writes nothing more', async () => {
      const stream = `${source.streamPrefix}links`;
      await put(open(target.connectionString, 'target'), [stored(stream, 2, { type: 'Own' })]);
      await put(open(source.connectionString, 'source'), [stored(`${source.streamPrefix}later`, 0)]);
      const outcome = await copy();
      expect(outcome).toMatchObject({
        kind: 'differs',
        copied: 0,
        found: { differing: { count: 1, first: [`revision 2 of ${stream} (Own) is not in the source`] } },
      });
    });
  });

  describe('of many events', () => {
    const source = useEmbeddedEventStore();
    const EVENTS = 1500;
    /** Streams of the source, their events among each other as chance would have them. */
    const mixed = (prefix: string): StoredEvent[] => {
      const revisions = new Map<string, number>();
      return Array.from({ length: EVENTS }, (_, n) => {
        const stream = `${prefix}mixed-${(n * n) % 37}`;
        const revision = revisions.get(stream) ?? 0;
        revisions.set(stream, revision + 1);
        return stored(stream, revision, { data: `{"n":${n}}` });
      });
    };
    beforeAll(async () => {
      const store = openWholeStore(source.connectionString, 'source');
      await put(store, mixed(source.streamPrefix));
      await store.close();
    });
    const numbers = async (to: string): Promise<number[]> =>
      (await eventsOf(to, source.streamPrefix)).map(
        ({ data }) => (JSON.parse(String(Buffer.from(data))) as { n: number }).n,
      );
    const inOrder = Array.from({ length: EVENTS }, (_, n) => n);

    it('stopped in the middle and done again, it has each event once and in order', async () => {
      for (const after of [200, 600]) {
        const stopping = new AbortController();
        let told = 0;
        const onProgress: CopyOptions['onProgress'] = ({ doing }) => {
          if (doing === 'copying' && ++told > after) stopping.abort();
        };
        const stopped = await copyTo(target.connectionString, source.connectionString, {
          signal: stopping.signal,
          onProgress,
        });
        expect(stopped.kind).toBe('stopped');
        const there = await numbers(target.connectionString);
        expect(there).toEqual(inOrder.slice(0, there.length));
      }
      expect((await numbers(target.connectionString)).length).toBeLessThan(EVENTS);
      expect(await copyTo(target.connectionString, source.connectionString)).toMatchObject({
        kind: 'complete',
        found: { same: EVENTS, disordered: { count: 0 } },
      });
      expect(await numbers(target.connectionString)).toEqual(inOrder);
    });
  });

  it('of a store to itself, whatever the address, is refused: that both hold the same would prove nothing', async () => {
    const { connectionString, streamPrefix } = target;
    await put(open(connectionString, 'source'), [stored(`${streamPrefix}own`, 0)]);
    const other = connectionString.replace('127.0.0.1', 'localhost');
    expect(await copyTo(other, connectionString)).toMatchObject({
      kind: 'blocked',
      copied: 0,
      why: 'The source and the target are the same store: give two.',
    });
  });

  describe('to a store that is lost in the middle', () => {
    const source = useEmbeddedEventStore();
    const lost = useEmbeddedEventStore();

    it('it goes on from what is there when that is back', async () => {
      const events = Array.from({ length: 1000 }, (_, n) =>
        stored(`${source.streamPrefix}s-${n % 7}`, Math.floor(n / 7)),
      );
      await put(open(source.connectionString, 'source'), events);
      const proxy = await startFaultProxy(lost.connectionString);
      let cuts = 0;
      const onProgress: CopyOptions['onProgress'] = ({ doing }) => {
        if (doing === 'copying' && cuts < 3 && ++cuts) proxy.cut();
      };
      const outcome = await copyTo(proxy.connectionString, source.connectionString, { onProgress });
      expect(outcome).toMatchObject({ kind: 'complete', found: { same: 1000, disordered: { count: 0 } } });
      expect(cuts).toBe(3);
      const ids = async (at: string) => (await eventsOf(at, source.streamPrefix)).map(({ id }) => id);
      expect(await ids(lost.connectionString)).toEqual(events.map(({ id }) => id));
      await proxy.close();
    });
  });

  describe('to a target that has something already', () => {
    const source = useEmbeddedEventStore();
    const name = (stream: string): string => source.streamPrefix + stream;

    it('goes on behind the first half of what it would append together', async () => {
      const [first, ...rest] = Array.from({ length: 10 }, (_, n) => stored(name('half'), n));
      await putTogether(open(source.connectionString, 'source'), [first!, ...rest]);
      await putTogether(open(target.connectionString, 'target'), [first!, ...rest.slice(0, 3)]);
      expect(await copyTo(target.connectionString, source.connectionString)).toMatchObject({
        kind: 'complete',
        copied: 6,
        found: { same: 10 },
      });
    });

    it('takes events that came in another order for the same, and says that their order is another', async () => {
      const [a, b] = [stored(name('order-a'), 0), stored(name('order-b'), 0)];
      await put(open(source.connectionString, 'source'), [a, b]);
      await put(open(target.connectionString, 'target'), [b, a]);
      expect(await copyTo(target.connectionString, source.connectionString)).toMatchObject({
        kind: 'complete',
        copied: 0,
        found: { disordered: { count: 1, first: [`revision 0 of ${name('order-b')}`] } },
      });
    });

    it('is refused before anything is written where a stream of the source holds something else there', async () => {
      const [a, b] = [stored(name('taken'), 0), stored(name('free'), 0)];
      await put(open(source.connectionString, 'source'), [b, a]);
      await put(open(target.connectionString, 'target'), [
        { ...a, type: 'Other', data: Buffer.from('{"other":1}') },
      ]);
      const outcome = await copyTo(target.connectionString, source.connectionString);
      expect(outcome).toMatchObject({
        kind: 'differs',
        copied: 0,
        found: { differing: { count: 1, first: [`revision 0 of ${name('taken')} has another type, data`] } },
      });
      expect(await eventsOf(target.connectionString, name('free'))).toEqual([]);
    });
  });
});
