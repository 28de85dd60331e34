import type { Instant } from '#domain/calendar/dates.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice, type PracticeState } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import { emptyReference, type Reference } from '#domain/reference.js';
import { liveSchema, type Sql } from '#projections/index.js';
import { toRecorded, type KeptRow } from '../kept-events.js';
import { evolveReference } from '../reference.js';
import { auditHistoryProjection } from './projection.js';

/** A practice's whole file as known now, in order; empty for a practice that is unknown. */
export const practiceFile = async (sql: Sql, ods: string): Promise<readonly Recorded<PracticeEvent>[]> => {
  const schema = await liveSchema(sql, auditHistoryProjection);
  const rows = await sql<KeptRow[]>`
    select 'practice-' || ods as stream, revision, id, type, position, payload, metadata
    from ${sql(schema)}.practice_event where ods = ${ods} order by revision`;
  return rows.map(toRecorded) as Recorded<PracticeEvent>[];
};

/** The events of a file that were on record at the instant. */
export const knownAtInstant = <E extends Recorded>(file: readonly E[], knownAt: Instant): readonly E[] =>
  file.filter(({ metadata }) => metadata.recordedAt <= knownAt);

/** A practice as known at an instant: the events then on record, what they come to, and the reference facts. */
export interface PracticeKnown {
  readonly known: readonly Recorded<PracticeEvent>[];
  readonly state: PracticeState;
  readonly reference: Reference;
}

/**
 * A practice as known at the instant, with the facts of the commissioners that it had by then, or of all of them;
 * undefined for one that is unknown now.
 */
export const practiceKnownAt = async (
  sql: Sql,
  { ods, knownAt }: { readonly ods: string; readonly knownAt: Instant },
  withAllCommissioners = false,
): Promise<PracticeKnown | undefined> => {
  const file = await practiceFile(sql, ods);
  if (file.length === 0) return undefined;
  const known = knownAtInstant(file, knownAt);
  const state = known.reduce(evolvePractice, initialPractice);
  const held = state.commissioners.map(({ code }) => code);
  return { known, state, reference: await referenceKnownAt(sql, knownAt, held, withAllCommissioners) };
};

/**
 * The reference facts on record at the instant: the policy, every supplier, and these commissioners with their
 * Call-Offs; `withAllCommissioners` the others too, as whom a practice may come to.
 */
export const referenceKnownAt = async (
  sql: Sql,
  knownAt: Instant,
  commissioners: readonly string[],
  withAllCommissioners = false,
): Promise<Reference> => {
  const schema = await liveSchema(sql, auditHistoryProjection);
  const whole = ['policy', 'supplier', ...(withAllCommissioners ? ['commissioner'] : [])];
  const rows = await sql<KeptRow[]>`
    select stream, revision, id, type, position, payload, metadata from ${sql(schema)}.reference_event
    where recorded_at <= ${knownAt}::text::timestamptz
      and (split_part(stream, '-', 1) = any(${whole}::text[])
        or split_part(stream, '-', 2) = any(${commissioners as string[]}::text[]))
    order by stream, revision`;
  return rows.map(toRecorded).reduce(evolveReference, emptyReference);
};
