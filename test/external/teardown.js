import postgres from 'postgres';

/** Drops the databases of this run. Its streams stay: no event is ever deleted. */
export default async function tearDown() {
  const sql = postgres(process.env.DATABASE_URL, { max: 1, onnotice: () => undefined });
  const made = await sql`
    select datname as name from pg_database where starts_with(datname, ${`spec_${process.env.EXTERNAL_RUN}_`})`;
  for (const { name } of made) await sql`drop database ${sql(name)} with (force)`;
  await sql.end();
}
