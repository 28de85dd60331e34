import { randomBytes } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import postgres from 'postgres';
import { leftOut } from './left-out.js';

/**
 * Makes sure that both servers are there, gives the run its mark, and says what it leaves out. Where it cannot begin, it
 * says why in one sentence and ends the process: Jest would print an error of ours with its stack.
 */
export default async function setUp() {
  await checkServers(process.env).catch(({ message }) => {
    console.error(message);
    process.exit(1);
  });
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

async function checkServers({ EVENTSTORE_URL, DATABASE_URL }) {
  if (!EVENTSTORE_URL || !DATABASE_URL)
    throw new Error(
      'Set EVENTSTORE_URL (esdb://…) and DATABASE_URL (postgres://…) to the servers to test against.',
    );
  await mayMakeDatabases(DATABASE_URL).catch(willNotDo('The PostgreSQL of DATABASE_URL'));
  await mayReadAll(EVENTSTORE_URL).catch(willNotDo('The event store of EVENTSTORE_URL'));
}

const willNotDo = (server) => (cause) => {
  throw new Error(`${server} will not do: ${cause.message}.`, { cause });
};

async function mayMakeDatabases(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  const made = sql`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`;
  const [user] = await made.finally(() => sql.end({ timeout: 1 }));
  if (!user?.may) throw new Error('its user may not create databases');
}

async function mayReadAll(url) {
  const client = EventStoreDBClient.connectionString(url);
  for await (const event of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }))
    void event;
  await client.dispose();
}
