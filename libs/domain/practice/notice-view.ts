import type { CivilDate } from '../calendar/dates.js';
import { latestZeroCostNotice, periodEnd } from '../calendar/periods.js';
import { periodRule, policyOn } from '../policy/state.js';
import type { Reference } from '../reference.js';
import type { Fact } from './migration-view.js';
import { lastServiceDay, noticeFor, type GoLive, type PracticeState } from './state.js';
import { beddingInPeriodEnd, earliestNoticeEnd } from './wind-down.js';

/** A notice as it stood on a day. */
export interface NoticeView extends Fact {
  readonly noticeId: string;
  readonly instanceId: string;
  readonly supplier: string;
  readonly givenOn: CivilDate;
  /** The last day of service, with the extensions up to the day (A9). */
  readonly endsOn: CivilDate;
  /** The minimum by the go-live now on record, which a correction may have moved (A4, A19). */
  readonly earliestEndsOn: CivilDate;
  readonly extensions: readonly {
    readonly on: CivilDate;
    readonly newEndsOn: CivilDate;
    readonly problemCategory: string;
    readonly events: readonly string[];
  }[];
  /** SHORT goes before the others: a notice that ends before its minimum keeps its end and is to be reviewed (R8). */
  readonly status: 'RUNNING' | 'ENDED' | 'SHORT';
  /** The latest day on which notice would have cost nothing locally (A7); null where no day would. */
  readonly latestZeroCostDate: CivilDate | null;
}

/** The notice to the source of a go-live as it stood on a day, or null where none was given by then. */
export const noticeOn = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): NoticeView | null => {
  const notice = noticeFor(state, goLive.sourceInstanceId);
  const policy = notice && policyOn(reference.policy, notice.effectiveDate);
  if (!notice || !policy || on < notice.effectiveDate) return null;
  const extensions = notice.extensions.filter(({ effectiveDate }) => effectiveDate <= on);
  const endsOn = extensions.at(-1)?.newEndsOn ?? notice.endsOn;
  const earliestEndsOn = earliestNoticeEnd(notice.effectiveDate, goLive.on, policy);
  const isOver = (lastServiceDay(state, notice.instanceId) ?? '9999') < on;
  return {
    noticeId: notice.noticeId,
    instanceId: notice.instanceId,
    supplier: notice.supplier,
    givenOn: notice.effectiveDate,
    endsOn,
    earliestEndsOn,
    extensions: extensions.map((extension) => ({
      on: extension.effectiveDate,
      newEndsOn: extension.newEndsOn,
      problemCategory: extension.problemCategory,
      events: [extension.eventId],
    })),
    status: endsOn < earliestEndsOn ? 'SHORT' : isOver ? 'ENDED' : 'RUNNING',
    latestZeroCostDate: latestZeroCostFor(goLive, state, reference),
    rule: 'S34',
    events: [notice.eventId, ...extensions.map(({ eventId }) => eventId)],
  };
};

/**
 * The latest day on which notice to a go-live's source costs nothing locally (A7), by the policy in force at go-live;
 * null where bedding-in is but a remainder, which ends before any notice can (A20).
 */
export const latestZeroCostFor = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): CivilDate | null => {
  const policy = policyOn(reference.policy, goLive.on);
  if (!policy) return null;
  const rule = periodRule(policy);
  const isFull = beddingInPeriodEnd(goLive, state, policy) === periodEnd(goLive.on, rule);
  return isFull ? latestZeroCostNotice(goLive.on, rule) : null;
};
