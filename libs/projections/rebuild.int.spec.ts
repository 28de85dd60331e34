import { usePostgres } from '#testing/postgres.js';
import { diff } from './diff.js';
import { events, feedOf } from './feed.fixture.js';
import { install, liveSchema } from './install.js';
import { rebuild } from './rebuild.js';
import { openSql, type Sql } from './sql.js';
import { status } from './status.js';
import { applied, numbers, run, sums } from './sums.fixture.js';
import { dropSchema, replaceByRebuild, switchTo, switchWhenCaughtUp } from './switch.js';
import { waitFor } from './wait.js';

describe('rebuilding a projection', () => {
  const database = usePostgres();
  let sql: Sql;
  beforeAll(() => {
    sql = openSql(database.url, 4);
  });
  afterAll(() => sql.end());
  beforeEach(() => install(sql, sums));
  afterEach(() => sql`drop schema if exists projections, sums_v1, sums_v1_rebuild, sums_v2 cascade`);

  it('gives the same tables as the live run, twice too', async () => {
    const feed = feedOf([events(1, 700), events(650, 720)]);
    const running = run(database.url, feed, sums);
    await waitFor(sql, ['sums'], 7200n, 20_000);
    const store = { ...feed.store, readAll: () => feedOf([events(1, 720)]).store.readAll('start') };
    const progress: number[] = [];
    for (const _ of [1, 2]) {
      const schema = await rebuild(database.url, store, sums, (handled) => progress.push(handled));
      expect(schema).toBe('sums_v1_rebuild');
      expect(await diff(sql, 'sums_v1', schema)).toEqual({ positions: ['7200', '7200'], tables: [] });
    }
    expect(progress).toEqual([500, 720, 500, 720]);
    await running.end();
  });

  it('lists the rows that differ, both ways', async () => {
    const feed = feedOf([events(1, 6)]);
    const running = run(database.url, feed, sums);
    await waitFor(sql, ['sums'], 60n, 20_000);
    await rebuild(database.url, feed.store, sums);
    await sql`update sums_v1.total set amount = 99 where stream = 'practice-A00001'`;
    await sql`delete from sums_v1.seen where revision = 2`;
    expect(await diff(sql, 'sums_v1', 'sums_v1_rebuild')).toMatchObject({
      tables: [
        {
          table: 'seen',
          onlyInFirst: 0,
          onlyInSecond: 1,
          samples: [{ schema: 'sums_v1_rebuild', row: { revision: 2 } }],
        },
        {
          table: 'total',
          onlyInFirst: 1,
          onlyInSecond: 1,
          samples: [
            { schema: 'sums_v1', row: { stream: 'practice-A00001', amount: 99, events: 2 } },
            { schema: 'sums_v1_rebuild', row: { stream: 'practice-A00001', amount: 5, events: 2 } },
          ],
        },
      ],
    });
    await running.end();
  });

  it('takes the place of the live tables while a runner is at work, which goes on from there', async () => {
    const feed = feedOf([events(1, 6)]);
    const running = run(database.url, feed, sums);
    await waitFor(sql, ['sums'], 60n, 20_000);
    await sql`delete from sums_v1.seen where revision = 2`;
    await rebuild(database.url, feed.store, sums);
    feed.deliver(events(7, 8));
    await waitFor(sql, ['sums'], 80n, 20_000);
    await expect(replaceByRebuild(sql, sums)).rejects.toThrow('is behind sums_v1');
    await rebuild(database.url, feed.store, sums);
    await replaceByRebuild(sql, sums);
    feed.deliver(events(9, 10));
    await waitFor(sql, ['sums'], 100n, 20_000);
    expect(await applied(sql)).toEqual(numbers(1, 10));
    expect(await status(sql)).toMatchObject([{ schema: 'sums_v1', live: true, position: 100n, handled: 10 }]);
    await running.end();
  });

  it('a next version builds beside the live one, and the switch is refused until it has caught up', async () => {
    const feed = feedOf([events(1, 6)]);
    const running = run(database.url, feed, sums);
    await waitFor(sql, ['sums'], 60n, 20_000);
    const next = { ...sums, version: 2 };
    await install(sql, next);
    expect(await liveSchema(sql, sums)).toBe('sums_v1');
    await expect(liveSchema(sql, next)).rejects.toThrow('Version 2 of sums is still being built');
    await expect(switchTo(sql, next)).rejects.toThrow('sums_v2 is behind sums_v1');
    const building = run(database.url, feed, next);
    await switchWhenCaughtUp(sql, next, new AbortController().signal);
    expect(await liveSchema(sql, next)).toBe('sums_v2');
    expect(await liveSchema(sql, sums)).toBe('sums_v2');
    expect(await applied(sql, 'sums_v2')).toEqual(numbers(1, 6));
    await expect(dropSchema(sql, 'sums_v2')).rejects.toThrow('is live');
    await Promise.all([running.end(), building.end()]);
    await dropSchema(sql, 'sums_v1');
    expect(await status(sql)).toMatchObject([{ schema: 'sums_v2', live: true }]);
  });
});
