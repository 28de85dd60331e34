import { LATEST, laterOf, type CivilDate } from '../calendar/dates.js';
import { periodEnd, type Period } from '../calendar/periods.js';
import { isClosedOn, type GoLive, type Migration, type Notice, type PracticeState } from './state.js';

/** The notices given of an instance, in the order of their recording. */
export const noticesOf = (state: PracticeState, instanceId: string): readonly Notice[] =>
  state.notices.filter((notice) => notice.instanceId === instanceId);

const migrationOf = (state: PracticeState, { contingentOn }: Notice): Migration | undefined =>
  state.migrations.find(({ migrationId }) => migrationId === contingentOn?.migrationId);

/** Whether a contingent notice's migration had ended without a go-live by a day: the notice ended with it (A5, F5). */
export const isLapsed = (state: PracticeState, notice: Notice, on: CivilDate = LATEST): boolean => {
  const migration = migrationOf(state, notice);
  return migration?.goLive === null && isClosedOn(migration, on);
};

/**
 * The day that a notice's minimum counts from: given, or where the policy says so and it is on record, received (A6).
 * @rule A6
 */
export const countedFrom = (
  { effectiveDate, acknowledged }: Notice,
  basis: 'GIVEN' | 'RECEIVED',
): CivilDate => (basis === 'RECEIVED' ? (acknowledged?.receivedOn ?? effectiveDate) : effectiveDate);

/**
 * The last day of service by a notice as it stood on a day, or as now on record: as extended (A9), else as given, where
 * its end was left to a minimum from receipt by the day received as now on record (A6, R9); of a contingent notice the minimum from Business Go Live, or its stated end if later (A5). Null before that go-live.
 * @rule A5
 */
export const noticeEnd = (state: PracticeState, notice: Notice, on: CivilDate = LATEST): CivilDate | null =>
  notice.extensions.findLast(({ effectiveDate }) => effectiveDate <= on)?.newEndsOn ??
  (notice.contingentOn
    ? contingentEnd(notice, notice.contingentOn, migrationOf(state, notice)?.goLive)
    : givenEnd(notice));

const givenEnd = (notice: Notice): CivilDate | null => {
  const { endsOn, countedFromReceipt, acknowledged } = notice;
  return endsOn !== undefined && countedFromReceipt && acknowledged
    ? laterOf(endsOn, periodEnd(acknowledged.receivedOn, { ...minimumOf(notice), ...countedFromReceipt }))
    : (endsOn ?? null);
};

/** How long the notice runs at the least, by the policy set of its day (A1, S34). */
const minimumOf = ({ minMonths: months, minDays: days }: Notice): Period => ({ months, days });

const contingentEnd = (
  notice: Notice,
  { endConvention, basis }: NonNullable<Notice['contingentOn']>,
  goLive: GoLive | null | undefined,
): CivilDate | null => {
  if (!goLive) return null;
  const minimum = periodEnd(laterOf(countedFrom(notice, basis), goLive.on), {
    ...minimumOf(notice),
    endConvention,
  });
  return laterOf(minimum, notice.endsOn ?? minimum);
};

/** What the end of a notice rests on: the go-live of a contingent one too, and the receipt where that counts. */
export const noticeEvents = (state: PracticeState, notice: Notice): readonly string[] => {
  const { eventId, extensions, contingentOn, countedFromReceipt, acknowledged } = notice;
  const live = migrationOf(state, notice)?.goLive;
  const isByReceipt = contingentOn?.basis === 'RECEIVED' || countedFromReceipt !== undefined;
  return [
    eventId,
    ...(live?.events.slice(-1) ?? []),
    ...(isByReceipt && acknowledged ? [acknowledged.eventId] : []),
    ...extensions.map((extension) => extension.eventId),
  ];
};
