import type { Sql, Tx } from './sql.js';
import { inTransaction } from './transaction.js';

/** The rows of one table that only one of two schemas has: how many, and a few of them. */
export interface TableDifference {
  readonly table: string;
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
  readonly samples: readonly { readonly schema: string; readonly row: unknown }[];
}

/** Two schemas of a projection compared at one instant; differences of positions alone explain many rows. */
export interface Difference {
  readonly positions: readonly [string, string];
  /** Only the tables that differ. */
  readonly tables: readonly TableDifference[];
}

const SAMPLES = 20;

/** The rows that differ between two schemas of a projection, per table, in the columns that both have. */
export const diff = (sql: Sql, first: string, second: string): Promise<Difference> =>
  inTransaction(
    sql,
    async (tx) => {
      const columns = await commonColumns(tx, first, second);
      const tables: TableDifference[] = [];
      for (const [table, shared] of columns) {
        const only = {
          first: await onlyIn(tx, first, second, table, shared),
          second: await onlyIn(tx, second, first, table, shared),
        };
        if (only.first.count + only.second.count === 0) continue;
        tables.push({
          table,
          onlyInFirst: only.first.count,
          onlyInSecond: only.second.count,
          samples: [
            ...only.first.rows.map((row) => ({ schema: first, row })),
            ...only.second.rows.map((row) => ({ schema: second, row })),
          ],
        });
      }
      return { positions: [await positionOf(tx, first), await positionOf(tx, second)], tables };
    },
    'isolation level repeatable read read only',
  );

const positionOf = async (tx: Tx, schema: string): Promise<string> => {
  const [row] = await tx<{ position: string }[]>`
    select position::text from projections.checkpoint where schema = ${schema}`;
  if (!row) throw new Error(`The schema ${schema} is not installed.`);
  return row.position;
};

/** The columns that both schemas have, by table. A table that only one has isn't compared. */
const commonColumns = async (tx: Tx, first: string, second: string): Promise<Map<string, string[]>> => {
  const rows = await tx<{ table: string; columns: (string | null)[] }[]>`
    select table_name as table, array_agg(column_name::text order by column_name) filter (where schemas = 2) as columns
    from (
      select table_name, column_name, count(*) as schemas from information_schema.columns
      where table_schema in (${first}, ${second}) group by table_name, column_name
    ) found
    group by table_name order by table_name`;
  return new Map(rows.map(({ table, columns }) => [table, (columns ?? []).filter((name) => name !== null)]));
};

const onlyIn = async (
  tx: Tx,
  one: string,
  other: string,
  table: string,
  columns: readonly string[],
): Promise<{ count: number; rows: unknown[] }> => {
  if (columns.length === 0) return { count: 0, rows: [] };
  const chosen = tx(columns as string[]);
  const found = await tx<{ count: number; row: unknown }[]>`
    with here as (select to_jsonb(t) as row from (select ${chosen} from ${tx(one)}.${tx(table)}) t),
      there as (select to_jsonb(t) as row from (select ${chosen} from ${tx(other)}.${tx(table)}) t),
      only_here as (select row from here except all select row from there)
    select count(*) over ()::int as count, row from only_here order by row::text limit ${SAMPLES}`;
  return { count: found[0]?.count ?? 0, rows: found.map(({ row }) => row) };
};
