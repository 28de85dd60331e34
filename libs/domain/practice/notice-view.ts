import { earlierOf, LATEST, type CivilDate } from '../calendar/dates.js';
import { policyOn } from '../policy/state.js';
import type { Reference } from '../reference.js';
import type { Fact } from './migration-view.js';
import { isLapsed, noticeEnd, noticesOf } from './notice-end.js';
import { lastServiceDay } from './service-span.js';
import { goLiveFrom, type GoLive, type Notice, type PracticeState } from './state.js';
import { earliestEndOf } from './wind-down.js';
import { latestZeroCostFor } from './zero-cost-notice.js';

/** A notice as it stood on a day. */
export interface NoticeView extends Fact {
  readonly noticeId: string;
  readonly instanceId: string;
  readonly supplier: string;
  readonly givenOn: CivilDate;
  /** The last day of service, with the extensions up to the day (A9); null of a contingent notice before go-live. */
  readonly endsOn: CivilDate | null;
  /** The minimum by the go-live now on record, which a correction may have moved (A4, A19). */
  readonly earliestEndsOn: CivilDate | null;
  readonly extensions: readonly {
    readonly on: CivilDate;
    readonly newEndsOn: CivilDate;
    readonly problemCategory: string;
    readonly events: readonly string[];
  }[];
  /** The supplier's word on the day on which it received the notice (A6). */
  readonly acknowledged: (Fact & { readonly on: CivilDate; readonly receivedOn: CivilDate }) | null;
  readonly disputes: readonly (Fact & {
    readonly on: CivilDate;
    readonly claimedOn: CivilDate | null;
    readonly grounds: string;
  })[];
  readonly withdrawn: (Fact & { readonly on: CivilDate }) | null;
  readonly status: NoticeStatus;
  /** The latest day on which notice would have cost nothing locally (A7); null where no day would. */
  readonly latestZeroCostDate: CivilDate | null;
  /** The policy set in force on the day of notice, by which its earliest end and status are told (B3). */
  readonly policyVersion: string | null;
}

/**
 * CONTINGENT waits for Business Go Live, LAPSED waits for it in vain (A5). SHORT goes before RUNNING and ENDED: a
 * notice that ends before its minimum keeps its end and is to be reviewed (R8).
 */
export type NoticeStatus = 'CONTINGENT' | 'RUNNING' | 'SHORT' | 'ENDED' | 'WITHDRAWN' | 'LAPSED';

/** Every notice of an instance that was given by the day, as it stood on it, the oldest first. */
export const noticesOn = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  on: CivilDate,
): readonly NoticeView[] =>
  noticesOf(state, instanceId)
    .filter(({ effectiveDate }) => effectiveDate <= on)
    .map((notice) => noticeView(notice, state, reference, on));

const noticeView = (
  notice: Notice,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): NoticeView => {
  const { noticeId, instanceId, supplier, effectiveDate: givenOn } = notice;
  const goLive = liveOn(state, notice, on);
  const endsOn = goLive || !notice.contingentOn ? noticeEnd(state, notice, on) : null;
  const extensions = notice.extensions.filter(isBy(on));
  const acknowledged = [notice.acknowledged].flatMap((one) => one ?? []).find(isBy(on));
  const withdrawn = [notice.withdrawn].flatMap((one) => one ?? []).find(isBy(on));
  const policy = policyOn(reference.policy, givenOn) ?? null;
  const earliestEndsOn = goLive && policy && earliestEndOf(notice, goLive.on, policy);
  const facts = [...extensions, acknowledged, ...notice.disputes.filter(isBy(on)), withdrawn];
  return {
    noticeId,
    instanceId,
    supplier,
    givenOn,
    endsOn,
    earliestEndsOn,
    extensions: extensions.map(({ effectiveDate, newEndsOn, problemCategory, eventId }) => ({
      on: effectiveDate,
      newEndsOn,
      problemCategory,
      events: [eventId],
    })),
    acknowledged: acknowledged
      ? { on: acknowledged.effectiveDate, receivedOn: acknowledged.receivedOn, ...resting(acknowledged) }
      : null,
    disputes: notice.disputes.filter(isBy(on)).map((dispute) => ({
      on: dispute.effectiveDate,
      claimedOn: dispute.claimedOn ?? null,
      grounds: dispute.grounds,
      ...resting(dispute),
    })),
    withdrawn: withdrawn ? { on: withdrawn.effectiveDate, rule: 'F8', events: [withdrawn.eventId] } : null,
    status: withdrawn ? 'WITHDRAWN' : statusOn(notice, state, { endsOn, earliestEndsOn }, on),
    latestZeroCostDate: goLive && latestZeroCostFor(goLive, state, reference),
    policyVersion: policy?.version ?? null,
    rule: 'S34',
    events: [notice, ...facts].flatMap((fact) => fact?.eventId ?? []),
  };
};

const isBy =
  (on: CivilDate) =>
  ({ effectiveDate }: { readonly effectiveDate: CivilDate }): boolean =>
    effectiveDate <= on;

const resting = ({ eventId }: { readonly eventId: string }): Fact => ({ rule: 'A6', events: [eventId] });

/** The go-live that a notice counts from, a contingent one's from its day on. */
const liveOn = (
  state: PracticeState,
  { instanceId, effectiveDate, contingentOn }: Notice,
  on: CivilDate,
): GoLive | null => {
  if (!contingentOn) {
    const lastDay = lastServiceDay(state, instanceId, effectiveDate) ?? LATEST;
    const leftBy = goLiveFrom(state, instanceId, earlierOf(on, lastDay));
    return leftBy ?? goLiveFrom(state, instanceId) ?? null;
  }
  const goLive = state.migrations.find(({ migrationId }) => migrationId === contingentOn.migrationId)?.goLive;
  return goLive && goLive.on <= on ? goLive : null;
};

const statusOn = (
  notice: Notice,
  state: PracticeState,
  { endsOn, earliestEndsOn }: Pick<NoticeView, 'endsOn' | 'earliestEndsOn'>,
  on: CivilDate,
): NoticeStatus => {
  if (endsOn === null) return isLapsed(state, notice, on) ? 'LAPSED' : 'CONTINGENT';
  if (earliestEndsOn !== null && endsOn < earliestEndsOn) return 'SHORT';
  const lastDay = lastServiceDay(state, notice.instanceId, notice.effectiveDate);
  return lastDay !== null && lastDay < on ? 'ENDED' : 'RUNNING';
};
