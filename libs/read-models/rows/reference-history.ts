import type { Instant } from '#domain/calendar/dates.js';
import type { Recorded } from '#domain/recorded.js';
import { emptyReference, type Reference } from '#domain/reference.js';
import type { Tx } from '#projections/index.js';
import { toRecorded, type KeptRow } from '../kept-events.js';
import { evolveReference } from '../reference.js';

/** The reference facts as they were on record at any instant. */
export interface ReferenceHistory {
  readonly events: readonly Recorded[];
  at(instant: Instant): Reference;
}

/** The history of these events, which must be in the order of their recordedAt. */
export const referenceHistory = (events: readonly Recorded[]): ReferenceHistory => {
  let reference = emptyReference;
  const steps = events.map((event) => {
    reference = evolveReference(reference, event);
    return { recordedAt: event.metadata.recordedAt, reference };
  });
  return {
    events,
    at: (instant) => steps.findLast(({ recordedAt }) => recordedAt <= instant)?.reference ?? emptyReference,
  };
};

/** The history of the policy and the suppliers that are kept: all that a practice's rows can depend on. */
export const loadReferenceHistory = async (tx: Tx): Promise<ReferenceHistory> => {
  const rows = await tx<KeptRow[]>`
    select stream, revision, id, type, position, payload, metadata from reference_event
    where stream = 'policy-gpsoc' or stream like 'supplier-%' order by recorded_at, stream, revision`;
  return referenceHistory(rows.map(toRecorded));
};
