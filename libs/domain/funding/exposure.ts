import { addDays, daysBetween, laterOf, type CivilDate } from '../calendar/dates.js';
import { latestZeroCostNotice, periodEnd } from '../calendar/periods.js';
import { periodRule } from '../policy/state.js';
import { goLiveFrom, lifeStart, type PracticeState } from '../practice/state.js';
import type { Reference } from '../reference.js';
import { cut, sumOfPence } from './amounts.js';
import { beddingInEndsOn, policyInForce } from './part-in-migration.js';
import { serviceIntervals } from './service.js';

/** What falls on the local payer if notice is given on a day. Pence are null where a price is not on file. */
export interface Exposure {
  /** The last day of service that the notice allows (A4). */
  readonly earliestEndsOn: CivilDate;
  /** Days from the end of bedding-in to that day. */
  readonly localDays: number;
  /** What the rows that were centrally funded come to in these days, each rounded by itself (A33). */
  readonly localPence: number | null;
  /** What the commissioner pays in these days in any case (A8). */
  readonly routineSupportPence: number | null;
  /** The latest day on which notice would have cost nothing locally (A7). */
  readonly latestZeroCostNotice: CivilDate;
}

/**
 * The local cost if notice for a source were given on `noticeOn`, with no other notice and no recorded end (A4, A10).
 * Null where no go-live has left the instance, or it had no bedding-in funding to lose (A12, A13).
 */
export const exposureIfNotice = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  noticeOn: CivilDate,
): Exposure | null => {
  const instance = state.instances[instanceId];
  const goLive = goLiveFrom(state, instanceId);
  const fundedUntil = beddingInEndsOn(state, reference, instanceId);
  const from = instance && lifeStart(state, instance);
  if (!instance || !goLive || fundedUntil === null || !from) return null;
  const noticePeriod = periodRule(policyInForce(reference, noticeOn));
  const earliestEndsOn = periodEnd(laterOf(noticeOn, goLive.on), noticePeriod);
  const life = { from, to: addDays(earliestEndsOn, 1), startEvents: [], endEvents: [] };
  const local = serviceIntervals(state, reference, instance, life).flatMap(
    (interval) => cut(interval, addDays(fundedUntil, 1), life.to, earliestEndsOn) ?? [],
  );
  return {
    earliestEndsOn,
    localDays: Math.max(0, daysBetween(fundedUntil, earliestEndsOn)),
    localPence: sumOfPence(local.filter(({ reason }) => reason === 'AFTER_BEDDING_IN')),
    routineSupportPence: sumOfPence(local.filter(({ reason }) => reason === 'ROUTINE_SUPPORT')),
    latestZeroCostNotice: latestZeroCostNotice(goLive.on, periodRule(policyInForce(reference, goLive.on))),
  };
};
