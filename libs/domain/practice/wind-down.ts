import { addDays, daysBetween, earlierOf, laterOf, type CivilDate } from '../calendar/dates.js';
import { periodEnd } from '../calendar/periods.js';
import { periodRule, type PolicySet } from '../policy/state.js';
import { policyInForce, type Reference } from '../reference.js';
import { isCovered } from './installed.js';
import { countedFrom, noticesOf } from './notice-end.js';
import { lastServiceDay, noticeStandingOn } from './service-span.js';
import { isStillLeft, type GoLive, type Notice, type PracticeState } from './state.js';

/** The bedding-in of a go-live's source: from Business Go Live to its last centrally funded day, both inclusive. */
export interface BeddingIn {
  readonly sourceInstanceId: string;
  readonly from: CivilDate;
  readonly lastFundedDay: CivilDate;
  readonly policyVersion: string;
}

/**
 * The bedding-in that a go-live began (S25, S33), or null where its source has none: not on a Call-Off on the day of
 * go-live (A12), or under an LSP contract (A13). It lasts to the period's end, or to the end of the source's service,
 * the rollback or the practice's closure if that is earlier (A11, A20).
 * @rule S25
 * @rule S33
 * @rule A11
 * @rule A12
 * @rule A13
 */
export const beddingInAfter = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): BeddingIn | null => {
  const fundedUntil = fundedUntilAfter(goLive, state, reference);
  if (fundedUntil === null) return null;
  const { sourceInstanceId, on: from } = goLive;
  const lastFundedDay = [lastServiceDay(state, sourceInstanceId, from), goLive.rolledBack?.effectiveDate]
    .filter((day) => typeof day === 'string')
    .reduce(earlierOf, fundedUntil);
  if (lastFundedDay < from) return null;
  return {
    sourceInstanceId,
    from,
    lastFundedDay,
    policyVersion: policyInForce(reference, from).version,
  };
};

/**
 * The last day on which bedding-in funding may pay for a go-live's source, however long its service runs: the period's
 * end or the practice's closure (A11). Null where the source has none: not on a Call-Off on the day of go-live (A12),
 * or under an LSP contract (A13).
 */
export const fundedUntilAfter = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): CivilDate | null => {
  const source = state.instances[goLive.sourceInstanceId];
  if (!source || reference.policy.sets.length === 0 || !isCovered(source, goLive.on)) return null;
  const end = beddingInPeriodEnd(goLive, state, reference);
  return state.closedOn === null ? end : earlierOf(end, state.closedOn);
};

/**
 * The last day of a go-live's bedding-in period by the policy in force at go-live: the full period, or, where the
 * source was returned to before and the policy says REMAINDER, as many days as the earlier go-live's had left (A20).
 */
const beddingInPeriodEnd = (goLive: GoLive, state: PracticeState, reference: Reference): CivilDate => {
  const policy = policyInForce(reference, goLive.on);
  const full = periodEnd(goLive.on, periodRule(policy));
  const earlier = earlierFromSame(goLive, state);
  if (policy.parameters['beddingIn.afterRollback'] === 'FULL' || !earlier?.rolledBack) return full;
  const daysLeft = daysBetween(
    earlier.rolledBack.effectiveDate,
    beddingInPeriodEnd(earlier, state, reference),
  );
  return earlierOf(full, addDays(goLive.on, Math.max(0, daysLeft) - 1));
};

/** The go-live before this one that left the same source. */
const earlierFromSame = (goLive: GoLive, { migrations }: PracticeState): GoLive | undefined =>
  migrations
    .slice(
      0,
      migrations.findIndex(({ migrationId }) => migrationId === goLive.migrationId),
    )
    .flatMap(({ goLive: one }) => one ?? [])
    .findLast(({ sourceInstanceId }) => sourceInstanceId === goLive.sourceInstanceId);

/**
 * The earliest last day of a notice, counted from the later of the day it is given and Business Go Live (A4).
 * @rule A4
 */
export const earliestNoticeEnd = (givenOn: CivilDate, goLiveOn: CivilDate, policy: PolicySet): CivilDate =>
  periodEnd(laterOf(givenOn, goLiveOn), periodRule(policy));

/** The earliest last day of a notice on record, by the policy of its day and the go-live that it counts from (A4, A6). */
export const earliestEndOf = (notice: Notice, goLiveOn: CivilDate, policy: PolicySet): CivilDate =>
  earliestNoticeEnd(countedFrom(notice, policy.parameters['notice.basis']), goLiveOn, policy);

/** The state of a migration's source (C2): derived from dates, never an event of its own. */
export type WindDown =
  'IN_SERVICE' | 'BEDDING_IN' | 'NOTICE_RUNNING' | 'NO_NOTICE_LOCAL_COST' | 'SERVICE_ENDED';

/**
 * The state of a go-live's source on a day. BEDDING_IN comes before a notice that runs beside it. A source under an
 * LSP contract whose end nobody has set stays IN_SERVICE: its terms are the contract's (A13). From the day after a
 * rollback, and from a later go-live onto it on, the source is IN_SERVICE again (A20).
 */
export const windDownOn = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): WindDown => {
  const { sourceInstanceId } = goLive;
  const lastDay = lastServiceDay(state, sourceInstanceId, on);
  if (on < goLive.on) return 'IN_SERVICE';
  if (lastDay !== null && lastDay < on) return 'SERVICE_ENDED';
  if (!isStillLeft(goLive, state, on)) return 'IN_SERVICE';
  const beddingIn = beddingInAfter(goLive, state, reference);
  if (beddingIn && on <= beddingIn.lastFundedDay) return 'BEDDING_IN';
  if (noticeStandingOn(state, sourceInstanceId, on)) return 'NOTICE_RUNNING';
  return state.instances[sourceInstanceId]?.contract === 'LSP' ? 'IN_SERVICE' : 'NO_NOTICE_LOCAL_COST';
};

/**
 * The days on which the state of a go-live's source may change, but for those of a return to it, which are that other
 * go-live's.
 */
export const windDownCuts = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): readonly CivilDate[] => {
  const lastDays = [
    beddingInAfter(goLive, state, reference)?.lastFundedDay,
    lastServiceDay(state, goLive.sourceInstanceId, goLive.on),
    goLive.rolledBack?.effectiveDate,
  ].filter((day) => typeof day === 'string');
  const noticeDays = noticesOf(state, goLive.sourceInstanceId).flatMap(({ effectiveDate, withdrawn }) => [
    effectiveDate,
    ...(withdrawn ? [withdrawn.effectiveDate] : []),
  ]);
  return [goLive.on, ...lastDays.map((day) => addDays(day, 1)), ...noticeDays];
};
