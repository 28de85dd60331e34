import type { CivilDate, Instant } from '#domain/calendar/dates.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import type { Recorded } from '#domain/recorded.js';
import { liveSchema, type Sql } from '#projections/index.js';
import { pageSize, type Asked, type Paging } from '../asked.js';
import type { AuditHistory, HistoryEntry } from './answers.js';
import { historyEntries } from './entries.js';
import { knownAtInstant, practiceFile } from './file.js';
import { namesIn } from './names.js';
import { auditHistoryProjection } from './projection.js';

/**
 * A page of a practice's file in order as known at an instant; `on` leaves out what took effect after that day.
 * Undefined for a practice that is unknown now.
 */
export const auditHistory = async (
  sql: Sql,
  asked: Asked & Paging & { readonly ods: string },
): Promise<AuditHistory | undefined> => {
  const { ods, knownAt, on } = asked;
  const file = await practiceFile(sql, ods);
  if (file.length === 0) return undefined;
  const known = knownAtInstant(file, knownAt);
  const entries = await entriesOf(sql, known, knownAt);
  const after = asked.cursor === undefined ? -1 : Number(asked.cursor);
  const rest = entries.filter(
    (entry) => entry.revision > after && (on === undefined || tookEffect(entry) <= on),
  );
  const page = rest.slice(0, pageSize(asked));
  return {
    ods,
    on: on ?? null,
    knownAt,
    nothingOnRecord: known.length === 0,
    entries: page,
    next: rest.length > page.length ? String(page.at(-1)?.revision ?? '') : null,
  };
};

/** One event of a practice's file as known at an instant; undefined where there is none of that revision. */
export const auditHistoryEntry = async (
  sql: Sql,
  { ods, revision, knownAt }: { readonly ods: string; readonly revision: number; readonly knownAt: Instant },
): Promise<HistoryEntry | undefined> => {
  const known = knownAtInstant(await practiceFile(sql, ods), knownAt);
  return (await entriesOf(sql, known, knownAt)).find((entry) => entry.revision === revision);
};

/** The day on which an event took effect; an observation its first month's first. */
const tookEffect = ({ effectiveDate, payload }: HistoryEntry): CivilDate =>
  effectiveDate ?? `${String(payload['firstMonth'])}-01`;

const entriesOf = async (sql: Sql, file: readonly Recorded<PracticeEvent>[], knownAt: Instant) =>
  historyEntries(file, namesIn(file, await productNames(sql, knownAt)));

const productNames = async (sql: Sql, knownAt: Instant): Promise<ReadonlyMap<string, string>> => {
  const schema = await liveSchema(sql, auditHistoryProjection);
  const rows = await sql<{ product: string; name: string }[]>`
    select payload->>'productId' as product, payload->>'name' as name from ${sql(schema)}.reference_event
    where type = 'SystemListed' and recorded_at <= ${knownAt}::text::timestamptz order by stream, revision`;
  return new Map(rows.map(({ product, name }) => [product, name]));
};
