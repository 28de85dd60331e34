import postgres from 'postgres';
import { CannotStart } from '#platform/cannot-start.js';
import { positionOf, splitEntries } from './entry.js';

export type Sql = postgres.Sql;

/** An append as it is stored: one row for all its events. `stream` is null for an append without events. */
export interface Row {
  readonly stream: string | null;
  readonly position: number;
  readonly revision: number;
  readonly amount: number;
  readonly entries: readonly Buffer[];
}

/** The advisory lock of the node that writes this database's log. */
const WRITER_LOCK = 2113_2310;
const LOCK_ATTEMPTS = 60;
const LOCK_PAUSE_MS = 100;

/** A connection of its own for the writer, which also holds the lock, so that no read ever delays a commit. */
export const connectWriter = (url: string, closed: () => void): Sql =>
  postgres(url, {
    max: 1,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    backoff: () => 0.2,
    onnotice: () => undefined,
    onclose: closed,
    connection: { application_name: 'eventstore-node writer', synchronous_commit: 'on' },
  });

/** The connections on which events are read. */
export const connectReaders = (url: string, closed: () => void): Sql =>
  postgres(url, {
    max: 4,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    backoff: () => 0.2,
    onnotice: () => undefined,
    onclose: closed,
    connection: { application_name: 'eventstore-node reader' },
  });

/** Makes the schema if it is not there. Events are stored as they come: compressing them costs more than it saves. */
export async function prepareTables(sql: Sql): Promise<void> {
  await sql`create schema if not exists event_store`;
  await sql`
    create table if not exists event_store.log (
      position bigint primary key,
      stream uuid,
      revision bigint not null,
      amount integer not null,
      events bytea not null,
      unique (stream, revision)
    )`;
  await sql`alter table event_store.log alter column events set storage external`;
}

/** Whether this connection now is the only writer. */
export async function takeLock(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${WRITER_LOCK}) as taken`;
  return row?.taken === true;
}

/**
 * Becomes the only writer. A node that has just died may hold the lock for another moment, so this tries for 6 s.
 * @throws CannotStart if another node writes here
 */
export async function becomeWriter(sql: Sql): Promise<void> {
  for (let attempt = 1; attempt <= LOCK_ATTEMPTS; attempt += 1) {
    if (await takeLock(sql)) return;
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
  throw new CannotStart(
    'Another event store node is writing to this database: stop it, or give this one a database of its own.',
  );
}

/**
 * Where the log ends. Positions are offsets in bytes: an event's position is that of the one before it and that one's
 * length, so that a page of the log is a range of positions. An append without events takes one byte.
 */
export interface LogEnd {
  /** The position of the last event, or of an append without events; 0 if there is none. */
  readonly last: number;
  /** The position that the next event gets. */
  readonly next: number;
}

/** Where the log ends on disk. */
export async function endOfLog(sql: Sql): Promise<LogEnd> {
  const [row] = await sql<{ position: string; events: Buffer }[]>`
    select position, events from event_store.log order by position desc limit 1`;
  if (row === undefined) return { last: 0, next: 1 };
  const lastEvent = splitEntries(row.events).at(-1);
  const start = Number(row.position);
  if (lastEvent === undefined) return { last: start, next: start + 1 };
  return { last: positionOf(lastEvent), next: start + row.events.length };
}

/** Writes rows in one statement, which is one transaction: when this resolves they are on disk. */
export async function insertRows(sql: Sql, rows: readonly Row[]): Promise<void> {
  const events = Buffer.concat(rows.flatMap(({ entries }) => entries));
  let offset = 1;
  const lengths = rows.map(({ entries }) => entries.reduce((sum, entry) => sum + entry.length, 0));
  const offsets = lengths.map((length) => (offset += length) - length);
  await sql`
    insert into event_store.log (position, stream, revision, amount, events)
    select r.position, r.stream, r.revision, r.amount, substring(${events}::bytea from r.start for r.length)
    from unnest(
      ${list(rows.map(({ position }) => position))}::text::bigint[],
      ${list(rows.map(({ stream }) => stream ?? 'null'))}::text::uuid[],
      ${list(rows.map(({ revision }) => wholeNumber(revision)))}::text::bigint[],
      ${list(rows.map(({ amount }) => amount))}::text::integer[],
      ${list(offsets)}::text::integer[],
      ${list(lengths)}::text::integer[]
    ) as r (position, stream, revision, amount, start, length)`;
}

const list = (values: readonly (number | string)[]): string => `{${values.join(',')}}`;

/** A revision as SQL takes it: a tombstone's is 2^63 - 1, which no double holds. */
export const wholeNumber = (revision: number): string =>
  revision >= 2 ** 63 ? '9223372036854775807' : String(revision);
