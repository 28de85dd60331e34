import postgres from 'postgres';
import { measure, type Measured } from './timing.js';

/** Durable single-row inserts a second from one client of this PostgreSQL: what the other figures are ratios of. */
export const yardstick = async (databaseUrl: string, seconds: number): Promise<Measured> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  const data = Buffer.alloc(300, 'x');
  await sql`create schema if not exists bench`;
  await sql`create table if not exists bench.single_row (id bigint generated always as identity primary key, data bytea)`;
  try {
    return await measure(1, seconds, () => sql`insert into bench.single_row (data) values (${data})`);
  } finally {
    await sql`drop schema bench cascade`;
    await sql.end();
  }
};
