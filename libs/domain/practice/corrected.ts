import type { Recorded } from '../recorded.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from './events.js';

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

type Correction = Pick<PayloadOf<'RecordCorrected'>, 'targetEventId' | 'field' | 'now'>;

/** The events with one corrected, and with it those that take the field from it. */
export const correctedIn = (
  events: readonly Recorded<PracticeEvent>[],
  correction: Correction,
): readonly Recorded<PracticeEvent>[] => {
  const target = events.find(({ id }) => id === correction.targetEventId);
  return events.map((event) =>
    isCorrectedWith(target, correction.field, event) ? corrected(event, correction) : event,
  );
};

/**
 * Whether the correction of a field of `target` is of this event: it is the target, or its day is that of the target
 * (`leaderOf`), or it names the target's order by its reference (S18).
 */
export const isCorrectedWith = (
  target: Recorded<PracticeEvent> | undefined,
  field: string,
  event: Recorded<PracticeEvent>,
): boolean => {
  if (!target) return false;
  if (event.id === target.id) return true;
  if (field === 'effectiveDate') return isLedBy(target, event);
  return field === 'trackingRef' && isOfOrder(event, target);
};

const isOfOrder = (event: PracticeEvent, order: PracticeEvent): boolean =>
  order.type === 'MigrationOrderPlaced' &&
  (event.type === 'MigrationOrderAmended' || event.type === 'MigrationOrderCancelled') &&
  event.payload.migrationId === order.payload.migrationId &&
  event.payload.trackingRef === order.payload.trackingRef;

const LEADERS: Partial<Record<PracticeEventType, readonly PracticeEventType[]>> = {
  RetentionOrdered: ['NoticeGiven'],
  PracticeClosed: ['PracticesMerged', 'PracticeSplit'],
  MigrationDatePlanned: ['MigrationDateAgreed'],
  MigrationDateReplanned: ['MigrationDateAgreed'],
  DisputeReferredToNhsla: ['DisputeEscalated'],
};

/**
 * The event just before this one, where both came of one request and so have one day: retention ordered with a notice
 * (S36), a date planned by the last agreement (R3), a closure by a merger or split (F10), a referral with its escalation
 * (X7). Its correction is theirs.
 */
export const leaderOf = (
  event: Recorded<PracticeEvent>,
  events: readonly Recorded<PracticeEvent>[],
): Recorded<PracticeEvent> | undefined => events.find((one) => isLedBy(one, event));

const isLedBy = (
  leader: Recorded<PracticeEvent>,
  { type, revision, metadata }: Recorded<PracticeEvent>,
): boolean =>
  leader.revision === revision - 1 &&
  leader.metadata.commandId === metadata.commandId &&
  LEADERS[type]?.includes(leader.type) === true;
