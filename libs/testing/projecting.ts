import type { Recorded } from '#domain/recorded.js';
import { inTransaction, install, openSql, schemaOf, type Projection, type Sql } from '#projections/index.js';
import { usePostgres } from './postgres.js';

/** Projections on a database of a spec's own. */
export interface Projecting {
  /** A client for queries, there inside hooks and tests. */
  readonly sql: Sql;
  /** Applies the events in batches of the sizes named, in turn; the rest in one. Empties the tables first. */
  project(projection: Projection, events: readonly Recorded[], ...sizes: readonly number[]): Promise<void>;
  /** Applies one batch to the tables as they are. */
  apply(projection: Projection, events: readonly Recorded[]): Promise<void>;
  /** All rows of all tables of the projection, as sorted texts. */
  rowsOf(projection: Projection): Promise<readonly string[]>;
}

/** Gives the spec or `describe` in which it is called a database with these projections installed. */
export function useProjections(projections: readonly Projection[]): Projecting {
  const database = usePostgres();
  let sql: Sql;
  beforeAll(async () => {
    sql = openSql(database.url, 1, { synchronous_commit: 'off' });
    for (const projection of projections) await install(sql, projection);
  });
  afterAll(() => sql.end());

  const apply = async (projection: Projection, events: readonly Recorded[]): Promise<void> => {
    await inTransaction(sql, async (tx) => {
      await tx`select set_config('search_path', ${`${schemaOf(projection)}, public`}, true)`;
      await projection.apply(events, tx);
    });
  };
  const tablesOf = async (projection: Projection): Promise<string[]> => {
    const rows = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = ${schemaOf(projection)}
      order by 1`;
    return rows.map(({ name }) => name);
  };
  const qualified = (projection: Projection, table: string) => sql(`${schemaOf(projection)}.${table}`);
  return {
    get sql() {
      return sql;
    },
    apply,
    project: async (projection, events, ...sizes) => {
      for (const table of await tablesOf(projection)) await sql`truncate ${qualified(projection, table)}`;
      let done = 0;
      for (let turn = 0; done < events.length; turn++) {
        const size = sizes[turn % Math.max(sizes.length, 1)] ?? events.length;
        await apply(projection, events.slice(done, done + size));
        done += size;
      }
    },
    rowsOf: async (projection) => {
      const all: string[] = [];
      for (const table of await tablesOf(projection)) {
        const rows = await sql<{ row: string }[]>`
          select to_jsonb(t)::text as row from ${qualified(projection, table)} t order by 1`;
        all.push(...rows.map(({ row }) => `${table} ${row}`));
      }
      return all;
    },
  };
}
