import { earlierOf, laterOf, type CivilDate } from '../calendar/dates.js';
import { periodEnd } from '../calendar/periods.js';
import {
  lifeStart,
  rollbackFrom,
  type GoLive,
  type Instance,
  type Migration,
  type Notice,
  type PracticeState,
} from './state.js';

/** The notices given of an instance, in the order of their recording. */
export const noticesOf = (state: PracticeState, instanceId: string): readonly Notice[] =>
  state.notices.filter((notice) => notice.instanceId === instanceId);

const LATEST: CivilDate = '9999-12-31';

const migrationOf = (state: PracticeState, { contingentOn }: Notice): Migration | undefined =>
  state.migrations.find(({ migrationId }) => migrationId === contingentOn?.migrationId);

/** Whether a contingent notice's migration had ended without a go-live by a day: the notice ended with it (A5, F5). */
export const isLapsed = (state: PracticeState, notice: Notice, on: CivilDate = LATEST): boolean => {
  if (!notice.contingentOn) return false;
  const migration = migrationOf(state, notice);
  const isOver = migration?.goLive === null && migration.status !== 'OPEN';
  return isOver && (migration.closedOn ?? '') <= on;
};

/** The notice of an instance that stands: the latest that was neither withdrawn nor lapsed (I9, F8). */
export const noticeFor = (state: PracticeState, instanceId: string): Notice | undefined =>
  noticesOf(state, instanceId).findLast((notice) => !notice.withdrawn && !isLapsed(state, notice));

/** The notice of an instance that had been given by a day and stood on it: not yet withdrawn then. */
export const noticeStandingOn = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate,
): Notice | undefined =>
  noticesOf(state, instanceId).findLast(
    (notice) =>
      notice.effectiveDate <= on &&
      on < (notice.withdrawn?.effectiveDate ?? '9999') &&
      !isLapsed(state, notice, on),
  );

/** A notice of an instance that ran, or was to run, on a day from `from` to `until`: a withdrawn one did up to its withdrawal. */
export const noticeWithin = (
  state: PracticeState,
  instanceId: string,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
): Notice | undefined =>
  noticesOf(state, instanceId)
    .filter((notice) => !isLapsed(state, notice))
    .find(({ effectiveDate, withdrawn }) => {
      const over = withdrawn?.effectiveDate ?? LATEST;
      return effectiveDate <= until && effectiveDate < over && from < over;
    });

/** The day that a notice's minimum counts from: given, or where the policy says so and it is on record, received (A6). */
export const countedFrom = (
  { effectiveDate, acknowledged }: Notice,
  basis: 'GIVEN' | 'RECEIVED',
): CivilDate => (basis === 'RECEIVED' ? (acknowledged?.receivedOn ?? effectiveDate) : effectiveDate);

/**
 * The last day of service by a notice as it stood on a day, or as now on record: as extended (A9), else as given; of a
 * contingent notice the minimum from Business Go Live, or its stated end if later (A5). Null before that go-live.
 */
export const noticeEnd = (state: PracticeState, notice: Notice, on: CivilDate = LATEST): CivilDate | null =>
  notice.extensions.findLast(({ effectiveDate }) => effectiveDate <= on)?.newEndsOn ??
  (notice.contingentOn
    ? contingentEnd(notice, notice.contingentOn, migrationOf(state, notice)?.goLive)
    : (notice.endsOn ?? null));

const contingentEnd = (
  notice: Notice,
  { endConvention, basis }: NonNullable<Notice['contingentOn']>,
  goLive: GoLive | null | undefined,
): CivilDate | null => {
  if (!goLive) return null;
  const minimum = periodEnd(laterOf(countedFrom(notice, basis), goLive.on), {
    months: notice.minMonths,
    endConvention,
  });
  return laterOf(minimum, notice.endsOn ?? minimum);
};

/** What the end of a notice rests on, the go-live of a contingent one too. */
export const noticeEvents = (state: PracticeState, notice: Notice): readonly string[] => {
  const { eventId, extensions, contingentOn, acknowledged } = notice;
  const live = migrationOf(state, notice)?.goLive;
  const isCountedFromReceipt = contingentOn?.basis === 'RECEIVED' && acknowledged !== null;
  return [
    eventId,
    ...(live?.events.slice(-1) ?? []),
    ...(isCountedFromReceipt ? [acknowledged.eventId] : []),
    ...extensions.map((extension) => extension.eventId),
  ];
};

/**
 * The last day of an instance's service: the recorded end, else that of the notice which stands, else null (R6, R8).
 * The return to the source ends the life of the target, unless its service ended before; a later go-live onto it takes
 * it up again (A20). Everything that asks when a service ends asks here.
 */
export const lastServiceDay = (state: PracticeState, instanceId: string): CivilDate | null => {
  const notice = noticeFor(state, instanceId);
  const end = state.instances[instanceId]?.serviceEnd?.effectiveDate;
  const ended = end ?? (notice ? noticeEnd(state, notice) : null);
  const reverted = rollbackFrom(state, instanceId)?.effectiveDate ?? null;
  return ended !== null && reverted !== null ? earlierOf(ended, reverted) : (ended ?? reverted);
};

/** Whether the instance is in service on that day: its life has begun and not ended (R6). */
export const isInLife = (state: PracticeState, instance: Instance, on: CivilDate): boolean => {
  const from = lifeStart(state, instance);
  const until = lastServiceDay(state, instance.instanceId);
  return from !== null && from <= on && (until === null || on <= until);
};
