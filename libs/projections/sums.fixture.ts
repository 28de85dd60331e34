import type { Recorded } from '#domain/recorded.js';
import type { Projection } from './projection.js';
import { runProjections, type RunnerLog } from './runner.js';
import type { Sql, Tx } from './sql.js';
import type { Feed } from './feed.fixture.js';

/** A projection whose rows show every event that was applied, and how often. */
export const sums: Projection = {
  name: 'sums',
  version: 1,
  ddl: `
    create table total (stream text primary key, amount int not null, events int not null);
    create table seen (event_id uuid not null, revision int not null);
  `,
  async apply(events, tx) {
    for (const { id, stream, revision, payload } of events) {
      const { amount } = payload as { amount: number };
      await tx`insert into seen values (${id}, ${revision})`;
      await tx`
        insert into total values (${stream}, ${amount}, 1)
        on conflict (stream) do update set amount = total.amount + excluded.amount, events = total.events + 1`;
    }
  },
};

/** The same, but what `before` throws comes first. */
export const sumsAfter = (
  before: (events: readonly Recorded[], tx: Tx) => void | Promise<void>,
): Projection => ({
  ...sums,
  async apply(events, tx) {
    await before(events, tx);
    await sums.apply(events, tx);
  },
});

/** Ends the transaction's own connection, as a PostgreSQL that is stopped does. */
export const loseConnection = async (tx: Tx): Promise<void> => {
  await tx`select pg_terminate_backend(pg_backend_pid())`;
};

/** The numbers of the events applied, in order. */
export const applied = async (sql: Sql, schema = 'sums_v1'): Promise<number[]> => {
  const rows = await sql<{ revision: number }[]>`select revision from ${sql(schema)}.seen order by ctid`;
  return rows.map(({ revision }) => revision);
};

/** From one number to another, both included. */
export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** A run that a spec can end, and what it logged. */
export interface Run {
  readonly logged: string[];
  readonly ended: Promise<void>;
  end(): Promise<void>;
}

/** Starts a runner of its own, as another process would. */
export const run = (databaseUrl: string, feed: Pick<Feed, 'store'>, ...projections: Projection[]): Run => {
  const logged: string[] = [];
  const write = (_: object, message: string): void => void logged.push(message);
  const log: RunnerLog = { info: write, warn: write, error: write };
  const stop = new AbortController();
  const ended = runProjections({ databaseUrl, store: feed.store, log, signal: stop.signal }, projections);
  return {
    logged,
    ended,
    end: () => {
      stop.abort();
      return ended;
    },
  };
};
