import { jest } from '@jest/globals';
import type { Entry } from './entry.js';
import { createFeed } from './feed.js';
import { createHeads, streamKey } from './heads.js';
import { createRecentIds } from './recent-ids.js';
import type { LogEnd, Row } from './table.js';
import type { Outcome } from './write-request.js';
import { Writer } from './writer.js';

/** Tables of which the test decides when a commit succeeds or fails. Only this way can a commit be held open. */
function heldTables() {
  const commits: { rows: readonly Row[]; succeed: () => void; fail: () => void }[] = [];
  let end: LogEnd = { last: 0, next: 1 };
  let recoveries = 0;
  let lose: () => void = () => undefined;
  return {
    commits,
    endsAt: (next: LogEnd) => (end = next),
    recoveries: () => recoveries,
    loseConnection: () => lose(),
    tables: {
      insert: (rows: readonly Row[]) =>
        new Promise<void>((succeed, reject) => {
          commits.push({ rows, succeed, fail: () => reject(new Error('connection lost')) });
        }),
      heads: (streams: readonly string[]) =>
        Promise.resolve(streams.map((stream) => ({ key: streamKey(stream), last: -1 }))),
      range: (_key: string) => Promise.resolve<Entry[]>([]),
      recover: () => {
        recoveries += 1;
        return Promise.resolve(end);
      },
      onLost: (listener: () => void) => void (lose = listener),
      since: async function* () {},
    },
  };
}

/** A writer on tables that hold events of these streams. */
function start(streams: readonly string[] = []) {
  const held = heldTables();
  const feed = createFeed(0, 1_000_000);
  const stamps = { now: () => 0, newId: () => Buffer.alloc(16, 1) };
  const heads = createHeads(100, async function* () {
    for (const stream of streams) yield Buffer.from(streamKey(stream), 'hex');
  });
  const recent = createRecentIds(100);
  const writer = new Writer({ tables: held.tables, heads, recent, feed, stamps, end: { last: 0, next: 1 } });
  let ids = 0;
  const append = (stream: string, expected: number, dataBytes = 0): Promise<Outcome> => {
    const id = Buffer.alloc(16, (ids += 1));
    const event = { id, type: 't', json: true, data: Buffer.alloc(dataBytes), metadata: Buffer.alloc(0) };
    return writer.submit({ kind: 'append', stream, expected, events: [event] });
  };
  return { held, feed, writer, append };
}

/** Waits until something is so, turn by turn of the event loop. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn += 1) await new Promise((next) => setImmediate(next));
  expect(condition()).toBe(true);
}

const NO_STREAM = -1;

describe('the writer', () => {
  it('writes all that waits while a commit is under way in the next one, decided on top of it', async () => {
    const { held, append } = start();
    const first = append('s', NO_STREAM);
    await until(() => held.commits.length === 1);
    const second = append('s', 0);
    const third = append('s', 1);
    const wrong = append('s', 0);
    held.commits[0]?.succeed();
    await until(() => held.commits.length === 2);
    expect(held.commits[1]?.rows.map(({ revision }) => revision)).toEqual([1, 2]);
    held.commits[1]?.succeed();
    expect(await Promise.all([first, second, third, wrong])).toMatchObject([
      { kind: 'written', revision: 0, position: 1 },
      { kind: 'written', revision: 1 },
      { kind: 'written', revision: 2 },
      { kind: 'conflict', current: 2 },
    ]);
  });

  it('neither answers nor tells readers before the commit', async () => {
    const { held, feed, append } = start();
    let answered = false;
    const answer = append('s', NO_STREAM).then(() => (answered = true));
    await until(() => held.commits.length === 1);
    await new Promise((next) => setImmediate(next));
    expect({ answered, committed: feed.committed() }).toEqual({ answered: false, committed: 0 });
    held.commits[0]?.succeed();
    await answer;
    expect(feed.committed()).toBe(1);
  });

  it('answers "unavailable" to all that rests on a commit that failed, and starts again from the table', async () => {
    const { held, append } = start();
    const first = append('s', NO_STREAM);
    await until(() => held.commits.length === 1);
    const second = append('s', 0);
    await new Promise((next) => setImmediate(next));
    held.endsAt({ last: 500, next: 900 });
    held.commits[0]?.fail();
    expect(await Promise.all([first, second])).toEqual([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
    await until(() => held.recoveries() === 1);
    await new Promise((next) => setImmediate(next));
    const again = append('s', NO_STREAM);
    await until(() => held.commits.length === 2);
    held.commits[1]?.succeed();
    expect(await again).toEqual({ kind: 'written', revision: 0, position: 900 });
  });

  it('looks up anew for what came after a failure, whatever a look-up from before it finds', async () => {
    const { held, append } = start(['before', 'after']);
    const lookUps: { key: string; done: () => void }[] = [];
    held.tables.heads = (streams) =>
      Promise.resolve(
        streams.map((stream) => ({ key: streamKey(stream), last: stream.startsWith('$$') ? -1 : 5 })),
      );
    held.tables.range = (key) => new Promise((found) => lookUps.push({ key, done: () => found([]) }));
    const before = append('before', 1);
    await until(() => lookUps.length === 1);
    held.loseConnection();
    expect(await before).toEqual({ kind: 'unavailable' });
    await until(() => held.recoveries() === 1);
    await new Promise((next) => setImmediate(next));
    const after = append('after', 1);
    lookUps[0]?.done();
    await until(() => lookUps.length === 2);
    lookUps[1]?.done();
    expect(await after).toEqual({ kind: 'conflict', current: 5 });
    expect(lookUps.map(({ key }) => key)).toEqual([streamKey('before'), streamKey('after')]);
  });

  it('has no room while more than 16 MiB wait, and has it again when they are decided or refused', async () => {
    const { held, writer, append } = start();
    let streams = 0;
    const submit = (count: number) =>
      Array.from({ length: count }, () => append(`s${(streams += 1)}`, NO_STREAM, 1024 * 1024));
    const first = submit(1);
    await until(() => held.commits.length === 1);
    // The next commit takes 8 of them meanwhile.
    const more = submit(8 + 15);
    await new Promise((next) => setImmediate(next));
    expect(writer.room()).toBeUndefined();
    const [last] = submit(1);
    const room = writer.room();
    expect(room).toBeDefined();
    held.commits[0]?.succeed();
    await room;
    expect(writer.room()).toBeUndefined();
    const lost = submit(26);
    expect(writer.room()).toBeDefined();
    held.loseConnection();
    await writer.room();
    expect(await lost[0]).toEqual({ kind: 'unavailable' });
    await Promise.all([...first, ...more, last]);
  });

  it('stops when what was submitted is answered, and takes nothing more', async () => {
    const { held, writer, append } = start();
    const last = append('s', NO_STREAM);
    await until(() => held.commits.length === 1);
    const stopped = writer.stop();
    expect(await append('s', 0)).toEqual({ kind: 'unavailable' });
    held.commits[0]?.succeed();
    await stopped;
    expect(await last).toMatchObject({ kind: 'written', revision: 0 });
  });

  it('stays stopped if the connection is lost once more while it stops', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const { held, writer, append } = start();
    held.tables.recover = () => Promise.reject(new Error('away'));
    const last = append('s', NO_STREAM);
    await until(() => held.commits.length === 1);
    held.commits[0]?.fail();
    expect(await last).toEqual({ kind: 'unavailable' });
    await writer.stop();
    held.loseConnection();
    await jest.advanceTimersByTimeAsync(1000);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
