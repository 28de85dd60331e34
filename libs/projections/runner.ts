import { setTimeout as pause } from 'node:timers/promises';
import { UnreadableEvent } from '#event-store/errors.js';
import type { Store } from '#event-store/store.js';
import { FailingEvent, handleOrNarrow, unhandled } from './batch.js';
import { type Claim, claim, OwnershipLost, recordStop } from './checkpoint.js';
import { install } from './install.js';
import { type Projection, schemaOf } from './projection.js';
import { isPassing, openSql, type Sql } from './sql.js';

/** Where the runner tells what happened; a pino logger fits. */
export interface RunnerLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface RunnerOptions {
  readonly databaseUrl: string;
  readonly store: Store;
  readonly log: RunnerLog;
  /** Ends the run after the batch in hand. */
  readonly signal: AbortSignal;
}

const TRY_AGAIN_MS = 500;

/**
 * Runs projections until the signal, each with its own cursor, subscription and connection, so that one that stops
 * holds up no other. Installs them first. Of several runners one owns a projection and the others wait for it to
 * end. At an event that can't be handled the projection stops, which is recorded and logged; the next run tries the
 * event again.
 */
export const runProjections = async (
  options: RunnerOptions,
  projections: readonly Projection[],
): Promise<void> => {
  await Promise.all(projections.map((projection) => runProjection(options, projection)));
};

const runProjection = async (options: RunnerOptions, projection: Projection): Promise<void> => {
  const { log, signal } = options;
  const about = { projection: projection.name, version: projection.version };
  while (!signal.aborted) {
    const sql = connectionFor(options.databaseUrl, schemaOf(projection));
    try {
      await install(sql, projection);
      if (await waitForLock(sql, schemaOf(projection), signal)) await follow(sql, options, projection);
    } catch (error) {
      if (error instanceof FailingEvent) {
        const { id, type, stream, revision, position } = error.place;
        const event = { id, type, stream, revision, position: position.toString() };
        log.error(
          { ...about, event, err: error.cause },
          'projection stopped at an event that it can’t handle',
        );
        return;
      }
      if (!(error instanceof OwnershipLost) && !isPassing(error)) throw error;
      log.warn({ ...about, err: error }, 'projection interrupted, trying again');
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
};

/**
 * One connection for a projection's transactions. Commits don't wait for the disk: rows and checkpoint are lost
 * together if the database crashes, and are then made again from the events.
 */
export const connectionFor = (databaseUrl: string, schema: string): Sql =>
  openSql(databaseUrl, 1, {
    search_path: `${schema}, public`,
    synchronous_commit: 'off',
    application_name: `projection ${schema}`,
  });

/** Waits for the lock that keeps runners from taking a projection from each other; false if the signal came first. */
const waitForLock = async (sql: Sql, schema: string, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const [lock] = await sql`
      select pg_try_advisory_lock(hashtextextended(${`projection ${schema}`}, 0)) as taken`;
    if (lock?.taken === true) return true;
    await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
};

/** Handles events from the checkpoint on, until the signal. Throws FailingEvent, whose stop is then recorded. */
const follow = async (sql: Sql, options: RunnerOptions, projection: Projection): Promise<void> => {
  const { store, signal, log } = options;
  let claimed: Claim = await claim(sql, schemaOf(projection));
  log.info({ projection: projection.name, from: claimed.position.toString() }, 'projection running');
  try {
    for await (const batch of store.subscribeAll({ from: claimed.position, signal })) {
      claimed = await handleOrNarrow(sql, projection, claimed, unhandled(claimed, batch));
    }
  } catch (error) {
    const failing = error instanceof UnreadableEvent ? new FailingEvent(claimed, error.place, error) : error;
    if (failing instanceof FailingEvent)
      await recordStop(sql, failing.claimed, failing.place, failing.message);
    throw failing;
  }
};
