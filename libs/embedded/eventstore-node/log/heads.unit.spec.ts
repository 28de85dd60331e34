import { createHeads, streamKey, type Heads } from './heads.js';

const keyOf = (stream: string): Buffer => Buffer.from(streamKey(stream), 'hex');

/** Heads that have learned from a table with these streams. */
async function learned(streams: readonly string[], limit = 100): Promise<Heads> {
  const heads = createHeads(limit, async function* () {
    for (const stream of streams) yield keyOf(stream);
  });
  await new Promise((next) => setImmediate(next));
  return heads;
}

describe('the heads of streams', () => {
  it('of a stream that is not in the table are known without a look-up', async () => {
    const heads = await learned(['here']);
    expect(heads.get('missing')).toEqual({ key: streamKey('missing'), last: -1 });
    expect(heads.get('here')).toBeUndefined();
  });

  it('of no stream are known before the table has told all its streams', () => {
    const heads = createHeads(100, async function* () {
      yield keyOf('here');
    });
    expect(heads.get('missing')).toBeUndefined();
  });

  it('are looked up when the table could not tell all its streams', async () => {
    const heads = createHeads(100, () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('connection lost')) }),
    }));
    await new Promise((next) => setImmediate(next));
    expect(heads.get('missing')).toBeUndefined();
  });

  it('of a written stream are never taken for missing, even when forgotten', async () => {
    const heads = await learned([], 2);
    const streams = Array.from({ length: 100 }, (_, n) => `s${n}`);
    for (const stream of streams) heads.set(stream, { key: streamKey(stream), last: 7 });
    expect(streams.filter((stream) => heads.get(stream)?.last === -1)).toEqual([]);
    expect(heads.get('s0')).toBeUndefined();
    expect(heads.get('s99')).toMatchObject({ last: 7 });
  });

  it('are learned anew when another writer may have written', async () => {
    const table = ['a'];
    const heads = createHeads(100, async function* () {
      for (const stream of table) yield keyOf(stream);
    });
    await new Promise((next) => setImmediate(next));
    expect(heads.get('b')).toMatchObject({ last: -1 });
    table.push('b');
    heads.clear();
    expect(heads.get('b')).toBeUndefined();
    await new Promise((next) => setImmediate(next));
    expect(heads.get('b')).toBeUndefined();
    expect(heads.get('c')).toMatchObject({ last: -1 });
  });

  it('are taken as they were read from the table, unless a commit has told something newer', async () => {
    const heads = await learned(['written', 'read']);
    const offer = heads.reading();
    heads.set('written', { key: streamKey('written'), last: 5 });
    offer('written', { key: streamKey('written'), last: 4 });
    offer('read', { key: streamKey('read'), last: 7 });
    expect(heads.get('written')).toMatchObject({ last: 5 });
    expect(heads.get('read')).toMatchObject({ last: 7 });
  });

  it('are not taken if they were being read while all was forgotten: they may be from before a failure', async () => {
    const heads = await learned(['stale']);
    const offer = heads.reading();
    heads.clear();
    offer('stale', { key: streamKey('stale'), last: 4 });
    expect(heads.get('stale')).toBeUndefined();
  });
});
