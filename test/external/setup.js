import { randomBytes } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import postgres from 'postgres';
import { leftOut } from './left-out.js';

/**
 * Makes sure that both servers are there, gives the run its mark, and says what it leaves out.
 * Throws one sentence where it cannot begin.
 */
export default async function setUp() {
  const { EVENTSTORE_URL, DATABASE_URL } = process.env;
  if (!EVENTSTORE_URL || !DATABASE_URL)
    throw new Error(
      'Set EVENTSTORE_URL (esdb://…) and DATABASE_URL (postgres://…) to the servers to test against.',
    );
  await Promise.all([mayMakeDatabases(DATABASE_URL), mayReadAll(EVENTSTORE_URL)]);
  process.env.EXTERNAL_RUN = randomBytes(4).toString('hex');
  console.log(
    [
      `\nAgainst EVENTSTORE_URL and DATABASE_URL. The streams of this run begin with spec-${process.env.EXTERNAL_RUN}- and stay; its databases begin with spec_${process.env.EXTERNAL_RUN}_ and go.`,
      'Left out:',
      ...leftOut.map(({ specs, because }) => `  ${specs}* ${because}`),
      '',
    ].join('\n'),
  );
}

async function mayMakeDatabases(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    const [user] =
      await sql`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`;
    if (!user?.may) throw new Error('its user may not create databases');
  } catch (error) {
    throw new Error(`The PostgreSQL of DATABASE_URL will not do: ${error.message}.`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function mayReadAll(url) {
  try {
    const client = EventStoreDBClient.connectionString(url);
    for await (const event of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }))
      void event;
    await client.dispose();
  } catch (error) {
    throw new Error(`The event store of EVENTSTORE_URL will not do: ${error.message}.`, { cause: error });
  }
}
