import { UnreadableEvent } from '#event-store/errors.js';
import { uuid } from '#event-store/counting.fixture.js';
import { usePostgres } from '#testing/postgres.js';
import { checkpoint } from './checkpoint.js';
import { event, events, feedOf } from './feed.fixture.js';
import { openSql, type Sql } from './sql.js';
import { status } from './status.js';
import { loseConnection, applied, numbers, run, sums, sumsAfter } from './sums.fixture.js';
import { waitFor } from './wait.js';

describe('the projection runner', () => {
  const database = usePostgres();
  let sql: Sql;
  beforeAll(() => {
    sql = openSql(database.url, 4);
  });
  afterAll(() => sql.end());
  afterEach(async () => {
    await sql`drop schema if exists projections, sums_v1, other_v1 cascade`;
  });

  const installed = async (name = 'sums'): Promise<void> => {
    while (!(await sql`select to_regclass('projections.live') as t`)[0]?.t) continue;
    while ((await sql`select from projections.live where name = ${name}`).length === 0) continue;
  };
  const reached = async (n: number, name = 'sums'): Promise<void> => {
    await installed(name);
    const waited = await waitFor(sql, [name], BigInt(10 * n), 20_000);
    if (!waited.reached) throw new Error(`not at ${n}`);
  };

  it('writes every event’s rows once, in order, and the checkpoint with them', async () => {
    const feed = feedOf([events(1, 3), events(4, 20)]);
    const running = run(database.url, feed, sums);
    await reached(20);
    feed.deliver(events(21, 25));
    await reached(25);
    expect(await applied(sql)).toEqual(numbers(1, 25));
    expect(await checkpoint(sql, 'sums')).toBe(250n);
    const rows = await sql`select * from sums_v1.total order by stream`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { stream: 'practice-A00000', amount: 108, events: 8 },
      { stream: 'practice-A00001', amount: 117, events: 9 },
      { stream: 'practice-A00002', amount: 100, events: 8 },
    ]);
    expect(await status(sql)).toMatchObject([
      { name: 'sums', version: 1, schema: 'sums_v1', live: true, position: 250n, handled: 25 },
    ]);
    await running.end();
  });

  it('delivered again, whole or in part, an event changes nothing', async () => {
    const feed = feedOf([events(1, 5), events(1, 5), events(3, 8), events(8, 8)]);
    const running = run(database.url, feed, sums);
    await reached(8);
    feed.deliver(events(2, 9));
    await reached(9);
    expect(await applied(sql)).toEqual(numbers(1, 9));
    await running.end();
  });

  it('goes on from its checkpoint after an end, and from a failed batch without a half of it', async () => {
    const first = run(database.url, feedOf([events(1, 5)]), sums);
    await reached(5);
    await first.end();
    let broken = true;
    const dies = sumsAfter(async (_, tx) => {
      if (broken) await loseConnection(tx);
    });
    const second = run(database.url, feedOf([events(1, 9)]), dies);
    while (second.logged.filter((line) => line.includes('interrupted')).length < 2) {
      expect(await applied(sql)).toEqual(numbers(1, 5));
    }
    broken = false;
    await reached(9);
    expect(await applied(sql)).toEqual(numbers(1, 9));
    await second.end();
  });

  it('a killed connection at any point of a batch leaves nothing of it, and the next try all of it', async () => {
    let kills = 0;
    const dies = sumsAfter(async () => {
      if (kills++ >= 3) return;
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'projection sums_v1'`;
    });
    const running = run(database.url, feedOf([events(1, 4), events(5, 9)]), dies);
    await reached(9);
    expect(kills).toBeGreaterThan(3);
    expect(await applied(sql)).toEqual(numbers(1, 9));
    await running.end();
  });

  it('of two runners one works; the other takes over when it ends', async () => {
    const feed = feedOf([events(1, 5)]);
    const one = run(database.url, feed, sums);
    await reached(5);
    const other = run(database.url, feed, sums);
    feed.deliver(events(6, 9));
    await reached(9);
    expect(feed.subscriptions()).toBe(1);
    await one.end();
    feed.deliver(events(10, 12));
    await reached(12);
    expect(feed.subscriptions()).toBe(2);
    expect(await applied(sql)).toEqual(numbers(1, 12));
    await other.end();
  });

  it('an owner whose claim was taken over writes nothing more, even in the middle of a batch', async () => {
    let tookOver = false;
    const slow = sumsAfter(async (batch) => {
      if (tookOver || batch[0]?.revision !== 6) return;
      tookOver = true;
      await sql`update projections.checkpoint set epoch = epoch + 1 where schema = 'sums_v1'`;
    });
    const running = run(database.url, feedOf([events(1, 5), events(6, 9)]), slow);
    await reached(9);
    expect(running.logged).toContain('projection interrupted, trying again');
    expect(await applied(sql)).toEqual(numbers(1, 9));
    await running.end();
  });

  it('stops at an event that it can’t handle, after all before it, and says where and why', async () => {
    const fails = sumsAfter((batch) => {
      if (batch.some(({ revision }) => revision === 7)) throw new Error('no price for this row');
    });
    const feed = feedOf([events(1, 20)]);
    const other = { ...sums, name: 'other' };
    const running = run(database.url, feed, fails, other);
    await reached(20, 'other');
    await installed();
    const waited = await waitFor(sql, ['sums', 'other'], 200n, 20_000);
    expect(waited).toMatchObject({
      reached: false,
      behind: [
        {
          name: 'sums',
          position: 60n,
          stopped: { eventId: uuid(7), position: 70n, error: 'no price for this row' },
        },
      ],
    });
    expect(running.logged).toContain('projection stopped at an event that it can’t handle');
    expect(await applied(sql)).toEqual(numbers(1, 6));
    expect(await applied(sql, 'other_v1')).toEqual(numbers(1, 20));
    feed.deliver([event(21)]);
    await reached(21, 'other');
    await running.end();

    const repaired = run(database.url, feed, sums);
    while ((await status(sql)).some(({ stopped }) => stopped)) continue;
    await reached(21);
    expect(await applied(sql)).toEqual(numbers(1, 21));
    await repaired.end();
  });

  it('stops at an event that can’t be read, after all before it', async () => {
    const feed = feedOf([]);
    const { id, stream, revision, position } = event(4);
    const unreadable = new UnreadableEvent(
      { id, stream, revision, position, type: 'Unheard' },
      new Error('unknown'),
    );
    const subscribeAll = async function* () {
      yield events(1, 3);
      throw unreadable;
    };
    await run(database.url, { store: { ...feed.store, subscribeAll } }, sums).ended;
    expect(await applied(sql)).toEqual(numbers(1, 3));
    expect(await status(sql)).toMatchObject([
      {
        position: 30n,
        stopped: { eventId: uuid(4), position: 40n, error: expect.stringContaining('Unheard') },
      },
    ]);
  });

  it('refuses tables that were made from another definition of the same version', async () => {
    await run(database.url, feedOf([]), sums).end();
    const changed = { ...sums, ddl: `${sums.ddl} create table more ();` };
    await expect(run(database.url, feedOf([]), changed).ended).rejects.toThrow('next version number');
  });
});
