import type { Sql } from './sql.js';

/** Where a projection stopped, and why. */
export interface Stop {
  readonly eventId: string;
  readonly position: bigint;
  readonly error: string;
  readonly at: string;
}

/** How a projection's version is doing. Instants are UTC. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  /** Whether queries read this version. */
  readonly live: boolean;
  readonly position: bigint | 'start';
  /** Events handled since the start of `$all`. */
  readonly handled: number;
  /** When the last event handled was recorded, and when it was handled. */
  readonly lastRecordedAt?: string;
  readonly movedAt?: string;
  readonly stopped?: Stop;
}

interface Row {
  name: string;
  version: number;
  schema: string;
  live: boolean;
  position: string;
  handled: string;
  recorded_at: Date | null;
  moved_at: Date | null;
  stopped_position: string | null;
  stopped_event: string;
  stopped_error: string;
  stopped_at: Date;
}

const statusOf = (row: Row): ProjectionStatus => ({
  name: row.name,
  version: row.version,
  schema: row.schema,
  live: row.live,
  position: row.position === '-1' ? 'start' : BigInt(row.position),
  handled: Number(row.handled),
  ...(row.recorded_at && { lastRecordedAt: row.recorded_at.toISOString() }),
  ...(row.moved_at && { movedAt: row.moved_at.toISOString() }),
  ...(row.stopped_position !== null && {
    stopped: {
      eventId: row.stopped_event,
      position: BigInt(row.stopped_position),
      error: row.stopped_error,
      at: row.stopped_at.toISOString(),
    },
  }),
});

/** Every installed version of every projection, by name and version. */
export const status = async (sql: Sql): Promise<ProjectionStatus[]> => {
  const rows = await sql<Row[]>`
    select checkpoint.*, live.schema is not null as live
    from projections.checkpoint left join projections.live using (schema)
    order by name, version, schema`;
  return rows.map(statusOf);
};
