import postgres from 'postgres';

/** A client for queries. */
export type Sql = postgres.Sql;

/** A transaction: all that a projection gets to see of the database. */
export type Tx = postgres.TransactionSql;

/** Dates (1082) stay ISO texts; the driver would make instants of them. */
const dateAsText = {
  to: 1082,
  from: [1082],
  serialize: (date: string) => date,
  parse: (date: string) => date,
};

/**
 * Opens a client. Dates come as ISO texts, bigints as texts; notices are dropped. Transactions need a client of
 * their own with `max: 1`, as the driver loses one that begins behind many pipelined queries.
 */
export const openSql = (databaseUrl: string, max: number, connection: Record<string, string> = {}): Sql =>
  postgres(databaseUrl, {
    max,
    connection,
    types: { date: dateAsText },
    onnotice: () => undefined,
    max_lifetime: null,
  }) as unknown as Sql;

const PASSING_CODES = [
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
];
// Connection exceptions, rolled back by the server, out of resources, stopped by an operator.
const PASSING_CLASSES = ['08', '40', '53', '57', '58'];

/** Whether an error says only that the database is away or busy just now, so that the same may be tried again. */
export const isPassing = (error: unknown): boolean => {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  return PASSING_CODES.includes(code) || (code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2)));
};
