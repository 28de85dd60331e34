import { usePostgres } from '#testing/postgres.js';
import { events, feedOf } from './feed.fixture.js';
import { install } from './install.js';
import { openSql, type Sql } from './sql.js';
import { run, sums, sumsAfter } from './sums.fixture.js';
import { waitFor } from './wait.js';

describe('waiting for a position', () => {
  const database = usePostgres();
  let sql: Sql;
  beforeAll(async () => {
    sql = openSql(database.url, 4);
    await install(sql, sums);
  });
  afterAll(() => sql.end());

  it('says how far behind a projection is when the time is over', async () => {
    expect(await waitFor(sql, ['sums'], 10n, 30)).toMatchObject({
      reached: false,
      behind: [{ name: 'sums', position: 'start', handled: 0 }],
    });
  });

  it('ends as soon as the position is handled, with its rows to be seen', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const feed = feedOf([events(1, 3)]);
    const running = run(
      database.url,
      feed,
      sumsAfter(() => held),
    );
    const waiting = [waitFor(sql, ['sums'], 30n, 20_000), waitFor(sql, ['sums'], 50n, 20_000)];
    release();
    expect(await waiting[0]).toEqual({ reached: true });
    expect(await sql`select count(*)::int as seen from sums_v1.seen`).toMatchObject([{ seen: 3 }]);
    feed.deliver(events(4, 5));
    expect(await waiting[1]).toEqual({ reached: true });
    expect(await sql`select count(*)::int as seen from sums_v1.seen`).toMatchObject([{ seen: 5 }]);
    await running.end();
  });

  it('rejects a name that isn’t installed', async () => {
    await expect(waitFor(sql, ['sums', 'nothing'], 10n, 30)).rejects.toThrow('nothing is not installed');
  });
});
