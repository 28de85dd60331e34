import postgres from 'postgres';
import { usePostgres } from './postgres.js';

describe('usePostgres', () => {
  const one = usePostgres();
  const other = usePostgres();

  it('gives each caller an empty database of its own on one server', async () => {
    const [sql, otherSql] = [postgres(one.url, { max: 1 }), postgres(other.url, { max: 1 })];
    await sql`create table only_here ()`;
    expect(new URL(one.url).host).toBe(new URL(other.url).host);
    expect(
      (await otherSql`select count(*)::int as tables from pg_tables where schemaname = 'public'`)[0],
    ).toEqual({ tables: 0 });
    await Promise.all([sql.end(), otherSql.end()]);
  });
});
