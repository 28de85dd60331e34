import { CannotStart } from '#platform/cannot-start.js';
import { createHash } from 'node:crypto';
import { NotInstalled, NotSwitched, type Projection, schemaOf } from './projection.js';
import type { Sql, Tx } from './sql.js';
import { inTransaction } from './transaction.js';

const ENGINE_TABLES = `
  create schema if not exists projections;
  create extension if not exists btree_gist with schema public;
  create table if not exists projections.checkpoint (
    schema text primary key,
    name text not null,
    version int not null,
    ddl_hash text not null,
    position bigint not null default -1,
    recorded_at timestamptz,
    moved_at timestamptz,
    handled bigint not null default 0,
    epoch bigint not null default 0,
    stopped_position bigint,
    stopped_event uuid,
    stopped_error text,
    stopped_at timestamptz
  );
  create table if not exists projections.live (
    name text primary key,
    schema text not null references projections.checkpoint on update cascade
  );
`;

/** Only one process at a time changes what is installed. */
const lockInstallation = (tx: Tx) =>
  tx`select pg_advisory_xact_lock(hashtextextended('projections install', 0))`;

/** Creates a schema with the projection's empty tables and a checkpoint before the first event. */
export const createSchema = async (tx: Tx, projection: Projection, schema: string): Promise<void> => {
  await tx`create schema ${tx(schema)}`;
  await tx`select set_config('search_path', ${`${schema}, public`}, true)`;
  await tx.unsafe(projection.ddl);
  await tx`
    insert into projections.checkpoint (schema, name, version, ddl_hash)
    values (${schema}, ${projection.name}, ${projection.version}, ${ddlHash(projection)})`;
};

const ddlHash = ({ ddl }: Projection): string => createHash('sha256').update(ddl).digest('hex');

/**
 * Makes sure that the engine's tables and those of the projection are there. The first version installed is the
 * live one; a later one waits for `switchTo`. Throws if the tables of this version were installed from another text.
 */
export const install = async (sql: Sql, projection: Projection): Promise<void> => {
  const schema = schemaOf(projection);
  await inTransaction(sql, async (tx) => {
    await lockInstallation(tx);
    await tx.unsafe(ENGINE_TABLES);
    const [known] = await tx<{ ddl_hash: string }[]>`
      select ddl_hash from projections.checkpoint where schema = ${schema}`;
    if (known && known.ddl_hash !== ddlHash(projection)) {
      throw new CannotStart(
        `The tables of ${schema} were made from another definition. Give the projection the next version number.`,
      );
    }
    if (!known) await createSchema(tx, projection, schema);
    await tx`
      insert into projections.live (name, schema) values (${projection.name}, ${schema})
      on conflict (name) do nothing`;
  });
};

/**
 * The schema that answers for a projection, for queries to read from: of this version, or a later one, which only adds
 * to it. Throws NotInstalled; NotSwitched while it is an earlier one.
 */
export const liveSchema = async (
  sql: Sql,
  projection: Pick<Projection, 'name' | 'version'>,
): Promise<string> => {
  const { name, version } = projection;
  const [live] = await sql<{ schema: string; version: number }[]>`
    select schema, version from projections.live join projections.checkpoint using (schema) where live.name = ${name}`;
  if (!live) throw new NotInstalled(name);
  if (live.version < version) throw new NotSwitched(projection);
  return live.schema;
};
