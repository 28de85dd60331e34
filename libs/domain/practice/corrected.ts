import type { Recorded } from '../recorded.js';
import type { PayloadOf, PracticeEvent } from './events.js';

/** A payload's fields by name, as a correction sees them. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * The event with the correction's field as it is now known, and what is the same by another name: a legal date is the
 * effective date (R4), an extract's day that of its time. Without what R13 compares, so that it may be asked anew.
 */
export const corrected = (
  event: Recorded<PracticeEvent>,
  { field, now }: Pick<PayloadOf<'RecordCorrected'>, 'field' | 'now'>,
): Recorded<PracticeEvent> => {
  const { requestHash: _requestHash, ...metadata } = event.metadata;
  const { [field]: _was, ...kept } = event.payload as Fields;
  const payload = now === null ? kept : { ...kept, ...alike(kept, field, now), [field]: now };
  return { ...event, metadata, payload } as Recorded<PracticeEvent>;
};

const alike = (kept: Fields, field: string, now: unknown): Fields => {
  if (field === 'effectiveDate' && kept['legalDate'] !== undefined) return { legalDate: now };
  return field === 'at' && typeof now === 'string' ? { effectiveDate: now.slice(0, 10) } : {};
};

/** The events with one corrected, and with it those that name its order by its reference (S18). */
export const correctedIn = (
  events: readonly Recorded<PracticeEvent>[],
  correction: Pick<PayloadOf<'RecordCorrected'>, 'targetEventId' | 'field' | 'now'>,
): readonly Recorded<PracticeEvent>[] => {
  const target = events.find(({ id }) => id === correction.targetEventId);
  const isMeant = (event: Recorded<PracticeEvent>) =>
    event === target || (correction.field === 'trackingRef' && isOfOrder(event, target));
  return events.map((event) => (isMeant(event) ? corrected(event, correction) : event));
};

const isOfOrder = (event: PracticeEvent, order: PracticeEvent | undefined): boolean =>
  order?.type === 'MigrationOrderPlaced' &&
  (event.type === 'MigrationOrderAmended' || event.type === 'MigrationOrderCancelled') &&
  event.payload.migrationId === order.payload.migrationId &&
  event.payload.trackingRef === order.payload.trackingRef;
