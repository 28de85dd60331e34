import { counted, countingRegistry } from '#event-store/counting.fixture.js';
import { openStore, type Store } from '#event-store/store.js';
import { useEventStore } from '#testing/event-store.js';
import { diff } from './diff.js';
import { install } from './install.js';
import { rebuild } from './rebuild.js';
import { openSql, type Sql } from './sql.js';
import { loseConnection, applied, numbers, run, sums, sumsAfter } from './sums.fixture.js';
import { waitFor } from './wait.js';

describe('projections of the real store', () => {
  const node = useEventStore();
  let store: Store;
  let sql: Sql;
  beforeAll(async () => {
    store = openStore({ ...node, registry: countingRegistry });
    sql = openSql(node.databaseUrl, 4);
    await install(sql, sums);
  });
  afterAll(() => Promise.all([store.close(), sql.end()]));

  it('live, interrupted and gone on, equals a rebuild', async () => {
    const append = async (from: number, to: number): Promise<bigint> => {
      let position = 0n;
      for (let n = from; n <= to; n++) {
        const appended = await store.append('practice-A00001', n === 0 ? 'no_stream' : n - 1, [
          counted(n, n),
        ]);
        if (appended.kind === 'appended') ({ position } = appended);
      }
      return position;
    };
    const early = run(node.databaseUrl, { store }, sums);
    await waitFor(sql, ['sums'], await append(0, 9), 50_000);
    const rest = append(10, 99);
    await early.end();
    let failures = 0;
    const faulty = sumsAfter(async (_, tx) => {
      if (failures++ < 2) await loseConnection(tx);
    });
    const late = run(node.databaseUrl, { store }, faulty);
    const last = await rest;
    expect(await waitFor(sql, ['sums'], last, 50_000)).toEqual({ reached: true });
    expect(await applied(sql)).toEqual(numbers(0, 99));
    const positions = [last.toString(), last.toString()];
    const rebuilt = await rebuild(node.databaseUrl, store, sums);
    expect(await diff(sql, 'sums_v1', rebuilt)).toEqual({ positions, tables: [] });
    await late.end();
  });
});
