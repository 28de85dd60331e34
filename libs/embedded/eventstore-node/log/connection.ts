import type { Sql } from './table.js';

/** Connections to PostgreSQL that leave no query unanswered. */
export interface Connection {
  /** Rejects when the query fails, and when a connection is lost while it runs. */
  run<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/**
 * The SQL client forgets queries that it sends on a connection at the moment at which this is cut: they never settle.
 * So every loss of a connection fails all that is running on the client, which is then replaced by a new one.
 * @param open makes a client that calls back when it loses a connection
 * @param lost is called after such a loss
 */
export function openConnection(open: (closed: () => void) => Sql, lost: () => void): Connection {
  let current: Sql | undefined;
  let ended = false;
  const running = new Set<(error: Error) => void>();

  const drop = (sql: Sql): void => {
    if (ended || current !== sql) return;
    current = undefined;
    for (const fail of running) fail(new Error('the connection to PostgreSQL was lost'));
    running.clear();
    sql.end({ timeout: 0 }).catch(() => undefined);
    lost();
  };

  const client = (): Sql => {
    if (current !== undefined) return current;
    const opened: Sql = open(() => {
      drop(opened);
    });
    current = opened;
    return opened;
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        running.add(reject);
        work(client())
          .then(resolve, reject)
          .finally(() => running.delete(reject));
      }),
    end: async () => {
      ended = true;
      await current?.end({ timeout: 1 });
    },
  };
}
