import type { Sql, Tx } from './sql.js';

/** What the driver says of a query whose connection went away under it. */
const LOST: unknown[] = ['CONNECTION_CLOSED', 'ECONNRESET', 'EPIPE'];
/** What the server says last before it closes a connection. */
const LAST_WORDS: unknown[] = ['FATAL', 'PANIC'];

const never = new Promise<never>(() => undefined);

/**
 * Does the work in one transaction of a client with one connection, and returns its outcome once that is committed.
 * Throws what the work throws, and the driver's error where the connection is lost: nothing was written then, unless
 * it was lost while committing.
 */
export const inTransaction = <T>(sql: Sql, work: (tx: Tx) => Promise<T>, mode = ''): Promise<T> =>
  sql.begin(mode, (tx) => work(tx).catch(unlessLost)) as Promise<T>;

/**
 * The driver answers an error with a rollback, also where the connection is gone: that ends the process, or leaves a
 * client that never connects again. It rejects the transaction by itself when it sees the connection closed, so such
 * an error is kept from it.
 */
const unlessLost = (error: unknown): Promise<never> => {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  if (LOST.includes(code) || LAST_WORDS.includes(severity)) return never;
  throw error;
};
