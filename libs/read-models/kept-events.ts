import type { PracticeEvent } from '#domain/practice/events.js';
import type { Recorded } from '#domain/recorded.js';
import type { Sql, Tx } from '#projections/index.js';

/** The tables in which a projection keeps the events that its rows are made from, by practice and by stream. */
export const KEPT_EVENTS = `
  create table practice_event (
    ods text not null,
    revision int not null,
    id uuid not null,
    type text not null,
    effective_date date,
    recorded_at timestamptz not null,
    position bigint not null,
    payload json not null,
    metadata json not null,
    primary key (ods, revision)
  );
  create index on practice_event ((payload->>'supplier'), ods) where type = 'SystemInstanceRegistered';
  create table reference_event (
    stream text not null,
    revision int not null,
    id uuid not null,
    type text not null,
    effective_date date,
    recorded_at timestamptz not null,
    position bigint not null,
    payload json not null,
    metadata json not null,
    primary key (stream, revision)
  );`;

const PRACTICE = 'practice-';

/** The practice of a `practice-<ods>` stream, or undefined for a reference stream. */
export const practiceOf = ({ stream }: Recorded): string | undefined =>
  stream.startsWith(PRACTICE) ? stream.slice(PRACTICE.length) : undefined;

/** Keeps the events of a batch; one that is there already stays as it is (by stream and revision). */
export const keepEvents = async (tx: Tx, events: readonly Recorded[]): Promise<void> => {
  const ofPractices = events.filter((event) => practiceOf(event) !== undefined);
  const ofReference = events.filter((event) => practiceOf(event) === undefined);
  if (ofPractices.length > 0) {
    await tx`
      insert into practice_event (ods, revision, id, type, effective_date, recorded_at, position, payload, metadata)
      select substr(stream, ${PRACTICE.length + 1}::int), revision, id, type, effective_date, recorded_at, position,
        payload::json, metadata::json
      from ${recordset(tx, ofPractices)} on conflict do nothing`;
  }
  if (ofReference.length > 0) {
    await tx`
      insert into reference_event (stream, revision, id, type, effective_date, recorded_at, position, payload, metadata)
      select stream, revision, id, type, effective_date, recorded_at, position, payload::json, metadata::json
      from ${recordset(tx, ofReference)} on conflict do nothing`;
  }
};

// Payloads go as texts within the text: PostgreSQL takes five times as long to lift out nested values.
const recordset = (tx: Tx, events: readonly Recorded[]) => tx`
  json_to_recordset(${JSON.stringify(events.map(toRow))}::text::json) as kept (stream text, revision int, id uuid,
    type text, effective_date date, recorded_at timestamptz, position bigint, payload text, metadata text)`;

const toRow = ({ stream, revision, id, type, position, payload, metadata }: Recorded) => ({
  stream,
  revision,
  id,
  type,
  effective_date: (payload as { effectiveDate?: string }).effectiveDate,
  recorded_at: metadata.recordedAt,
  position: position.toString(),
  payload: JSON.stringify(payload),
  metadata: JSON.stringify(metadata),
});

/** A kept event as the driver gives it back. */
export interface KeptRow {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly position: string;
  readonly payload: object;
  readonly metadata: Recorded['metadata'];
}

/** A kept event as it was recorded. */
export const toRecorded = (row: KeptRow): Recorded => ({ ...row, position: BigInt(row.position) });

/** The files of these practices, each in order. Those with no event are left out. `sql` may be a transaction. */
export const filesOf = async (
  sql: Sql | Tx,
  practices: readonly string[],
): Promise<Map<string, Recorded<PracticeEvent>[]>> => {
  const rows = await sql<(KeptRow & { ods: string })[]>`
    select ods, 'practice-' || ods as stream, revision, id, type, position, payload, metadata
    from practice_event where ods = any(${practices as string[]}::text[]) order by ods, revision`;
  const files = new Map<string, Recorded<PracticeEvent>[]>();
  for (const { ods, ...row } of rows) {
    const event = toRecorded(row) as Recorded<PracticeEvent>;
    const file = files.get(ods);
    if (file) file.push(event);
    else files.set(ods, [event]);
  }
  return files;
};
