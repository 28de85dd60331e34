import { usePostgres } from '#testing/postgres.js';
import { isPassing, openSql, type Sql } from './sql.js';
import { inTransaction } from './transaction.js';

describe('a transaction', () => {
  const database = usePostgres();
  let [sql, other]: Sql[] = [];
  beforeAll(async () => {
    [sql, other] = [openSql(database.url, 1), openSql(database.url, 1)];
    await other`create table kept (n int primary key)`;
  });
  afterAll(() => Promise.all([sql?.end({ timeout: 1 }), other?.end()]));

  const kept = async () => (await other!<{ n: number }[]>`select n from kept order by n`).map(({ n }) => n);

  it('keeps all that it wrote, or nothing where it fails', async () => {
    expect(await inTransaction(sql!, async (tx) => (await tx`insert into kept values (1)`).count)).toBe(1);
    const failing = inTransaction(sql!, async (tx) => {
      await tx`insert into kept values (2)`;
      throw new Error('Not this one');
    });
    await expect(failing).rejects.toThrow('Not this one');
    expect(await kept()).toEqual([1]);
  });

  it('that loses its connection midway fails as passing, writes nothing and does not end the process', async () => {
    const lost = inTransaction(sql!, async (tx) => {
      await tx`insert into kept values (3)`;
      await tx`select pg_terminate_backend(pg_backend_pid())`;
    });
    expect(await lost.catch(isPassing)).toBe(true);
    expect(await kept()).toEqual([1]);
  });
});
