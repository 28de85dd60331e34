import { setTimeout } from 'node:timers/promises';
import { type Projection, rebuildSchemaOf, schemaOf } from './projection.js';
import { isPassing, type Sql, type Tx } from './sql.js';
import { inTransaction } from './transaction.js';

/** Removes a schema and its checkpoint, if it is there. Throws for the one that queries read. */
export const dropSchema = async (sql: Sql, schema: string): Promise<void> => {
  await inTransaction(sql, async (tx) => {
    const [live] = await tx`select name from projections.live where schema = ${schema}`;
    if (live) throw new Error(`The schema ${schema} is live. Switch to another one first.`);
    await remove(tx, schema);
  });
};

const remove = async (tx: Tx, schema: string): Promise<void> => {
  await tx`drop schema if exists ${tx(schema)} cascade`;
  await tx`delete from projections.checkpoint where schema = ${schema}`;
};

const lockedPosition = async (tx: Tx, schema: string): Promise<bigint> => {
  const [row] = await tx<{ position: string }[]>`
    select position::text from projections.checkpoint where schema = ${schema} for update`;
  if (!row) throw new Error(`The schema ${schema} is not installed.`);
  return BigInt(row.position);
};

/** A version is asked to answer that has not come as far as the one that does. */
class Behind extends Error {}

/** Queries must not go back in time. */
const refuseIfBehind = async (tx: Tx, schema: string, live: string): Promise<void> => {
  const [livePosition, position] = [await lockedPosition(tx, live), await lockedPosition(tx, schema)];
  if (position < livePosition)
    throw new Behind(`${schema} is behind ${live}. Let it catch up, then switch again.`);
};

/**
 * Makes this version the one that queries read: one row. The version before it stays until it is dropped. Throws
 * while it is behind that.
 */
export const switchTo = async (sql: Sql, projection: Projection): Promise<void> => {
  const schema = schemaOf(projection);
  await inTransaction(sql, async (tx) => {
    const [live] = await tx<{ schema: string }[]>`
      select schema from projections.live where name = ${projection.name} for update`;
    if (!live) throw new Error(`The projection ${projection.name} is not installed.`);
    await refuseIfBehind(tx, schema, live.schema);
    await tx`update projections.live set schema = ${schema} where name = ${projection.name}`;
  });
};

/**
 * Switches as soon as this version has caught up with the live one, also after a time without the database; until the
 * signal is given.
 */
export const switchWhenCaughtUp = async (
  sql: Sql,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      return await switchTo(sql, projection);
    } catch (error) {
      if (!(error instanceof Behind) && !isPassing(error)) throw error;
      await setTimeout(CATCH_UP_MS, undefined, { signal }).catch(() => undefined);
    }
  }
};

const CATCH_UP_MS = 200;

/**
 * Puts the tables that `rebuild` made in the place of those of the same version, in one transaction. A runner that
 * is at work loses its claim and goes on from the new tables' checkpoint. Throws while they are behind.
 */
export const replaceByRebuild = async (sql: Sql, projection: Projection): Promise<void> => {
  const [schema, rebuilt] = [schemaOf(projection), rebuildSchemaOf(projection)];
  const replaced = `${schema}_replaced`;
  await dropSchema(sql, replaced);
  await inTransaction(sql, async (tx) => {
    await refuseIfBehind(tx, rebuilt, schema);
    await tx`alter schema ${tx(schema)} rename to ${tx(replaced)}`;
    await tx`alter schema ${tx(rebuilt)} rename to ${tx(schema)}`;
    // The epoch grows, so that a claim on the old tables can't write to the new ones.
    await tx`
      update projections.checkpoint mine
      set position = other.position, recorded_at = other.recorded_at, moved_at = other.moved_at,
        handled = other.handled, epoch = mine.epoch + 1,
        stopped_position = null, stopped_event = null, stopped_error = null, stopped_at = null
      from projections.checkpoint other where mine.schema = ${schema} and other.schema = ${rebuilt}`;
    await tx`delete from projections.checkpoint where schema = ${rebuilt}`;
  });
  // Not in the same transaction: it waits for those who still read or write the old tables.
  await dropSchema(sql, replaced);
};
