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
export const inTransaction = async <T>(sql: Sql, work: (tx: Tx) => Promise<T>, mode = ''): Promise<T> => {
  let isOver = false;
  try {
    return (await sql.begin(mode, (tx) => work(whileOpen(tx, () => isOver)).catch(unlessLost))) as T;
  } finally {
    isOver = true;
  }
};

/** The transaction, taking no query once it is over: to write one to a connection that is gone ends the process. */
const whileOpen = (tx: Tx, isOver: () => boolean): Tx => {
  const refuse = (): void => {
    if (isOver()) throw Object.assign(new Error('The transaction is over.'), { code: 'CONNECTION_CLOSED' });
  };
  return new Proxy(tx, {
    apply: (target, self, parts) => {
      refuse();
      return Reflect.apply(target, self, parts) as unknown;
    },
    get: (target, name) => {
      refuse();
      return Reflect.get(target, name) as unknown;
    },
  });
};

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
