import type { EventPlace } from '#event-store/errors.js';
import { NotInstalled } from './projection.js';
import type { Sql, Tx } from './sql.js';

/** The channel on which each step of a checkpoint is told: `<name> <schema> <position>`. */
export const CHANNEL = 'projections';

/** Another owner took the projection over, or this batch has been handled: nothing of it was written. */
export class OwnershipLost extends Error {
  override readonly name = 'OwnershipLost';
}

/** The right to move a checkpoint, until another claims it. */
export interface Claim {
  readonly schema: string;
  readonly epoch: string;
  readonly position: bigint | 'start';
}

/**
 * Becomes the owner of a schema's checkpoint: the claims before it can no longer write. A stop is over with that, as
 * the new owner tries the event again.
 */
export const claim = async (sql: Sql, schema: string): Promise<Claim> => {
  const [row] = await sql<{ epoch: string; position: string }[]>`
    update projections.checkpoint
    set epoch = epoch + 1, stopped_position = null, stopped_event = null, stopped_error = null, stopped_at = null
    where schema = ${schema}
    returning epoch::text, position::text`;
  if (!row) throw new Error(`The schema ${schema} is not installed.`);
  return { schema, epoch: row.epoch, position: row.position === '-1' ? 'start' : BigInt(row.position) };
};

/** The last event of a batch, and how many there were. */
export interface Step {
  readonly position: bigint;
  readonly recordedAt: string;
  readonly events: number;
}

/**
 * Moves the checkpoint behind a batch, within the batch's transaction, only from where the claim saw it and only
 * while the claim holds, and tells those who wait. Throws OwnershipLost, which must roll the batch back.
 */
export const advance = async (tx: Tx, claimed: Claim, step: Step): Promise<Claim> => {
  const from = claimed.position === 'start' ? '-1' : claimed.position.toString();
  const moved = await tx`
    with moved as (
      update projections.checkpoint
      set position = ${step.position.toString()}::bigint, recorded_at = ${step.recordedAt}::text::timestamptz,
        moved_at = clock_timestamp(), handled = handled + ${step.events}::int
      where schema = ${claimed.schema} and epoch = ${claimed.epoch}::bigint and position = ${from}::bigint
      returning name, schema, position
    )
    select pg_notify(${CHANNEL}::text, name || ' ' || schema || ' ' || position) from moved`;
  if (moved.length === 0) throw new OwnershipLost(`${claimed.schema} has another owner`);
  return { ...claimed, position: step.position };
};

/** Records at which event, and why, the projection stopped; unless it has another owner by now. */
export const recordStop = async (sql: Sql, claimed: Claim, at: EventPlace, error: string): Promise<void> => {
  await sql`
    update projections.checkpoint
    set stopped_position = ${at.position.toString()}::bigint, stopped_event = ${at.id}::uuid,
      stopped_error = ${error}, stopped_at = clock_timestamp()
    where schema = ${claimed.schema} and epoch = ${claimed.epoch}::bigint`;
  await sql`select pg_notify(${CHANNEL}::text, ${`stopped ${claimed.schema} -1`})`;
};

/** How far the live version of a projection is: the position of the last event handled, 'start' before the first. */
export const checkpoint = async (sql: Sql, name: string): Promise<bigint | 'start'> => {
  const [row] = await sql<{ position: string }[]>`
    select position::text from projections.live join projections.checkpoint using (schema) where live.name = ${name}`;
  if (!row) throw new NotInstalled(name);
  return row.position === '-1' ? 'start' : BigInt(row.position);
};
