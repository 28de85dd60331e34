import postgres from 'postgres';
import { CannotStart } from '#platform/cannot-start.js';

async function administer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/**
 * Makes an empty database and returns the URL to connect to it.
 * @param serverUrl how to reach the server as a user who may make one
 * @param name letters, digits and underscores
 */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  await administer(serverUrl, `create database "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
}

/**
 * Makes sure that a PostgreSQL which is not ours answers.
 * @throws CannotStart with its reason if it does not; the password is not repeated
 */
export async function ensureAnswers(databaseUrl: string): Promise<void> {
  await administer(databaseUrl, 'select 1').catch((error: Error) => {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL does not answer (${error.message}): check DATABASE_URL.`,
    );
  });
}
