import { addDays, laterOf, type CivilDate } from '../calendar/dates.js';
import { accrue } from '../calendar/money.js';
import { goLiveFrom, standsOn, type PracticeState } from '../practice/state.js';
import { earliestNoticeEnd, fundedUntilAfter } from '../practice/wind-down.js';
import { latestZeroCostFor } from '../practice/zero-cost-notice.js';
import { policyInForce, type Reference } from '../reference.js';
import { cut, sumOfPence } from './amounts.js';
import type { FundingAmount, FundingInterval } from './interval.js';
import { lifeOn } from './life.js';
import { serviceIntervals } from './service.js';

/** What falls on the local payer in some days. Pence are null where a price is not on file. */
export interface LocalCost {
  /** Days after the end of bedding-in, but for those that a national exception makes central (A9). */
  readonly localDays: number;
  /** What the rows that were centrally funded come to in these days, each rounded by itself (A33). */
  readonly localPence: number | null;
  /** What the commissioner pays in these days in any case (A8). */
  readonly routineSupportPence: number | null;
}

/** The local cost if notice is given on a day. */
export interface Exposure extends LocalCost {
  /** The last day of service that the notice allows (A4). */
  readonly earliestEndsOn: CivilDate;
  /** The last day of central bedding-in funding (A3). */
  readonly fundedUntil: CivilDate;
  /** What a local day comes to at the prices of the day of notice: the rows' yearly charge, rounded once (A10). */
  readonly dailyPence: number | null;
  /** The latest day on which notice would have cost nothing locally (A7); null where no day would. */
  readonly latestZeroCostNotice: CivilDate | null;
  /** The policy set that counts the notice (B3). */
  readonly policyVersion: string;
}

/**
 * The local cost if notice for a source were given on `noticeOn`, with no other notice and no recorded end (A4, A10).
 * Null where no go-live has left the instance, or it had no bedding-in funding to lose (A12, A13).
 */
export const exposureIfNotice = (
  record: PracticeState,
  reference: Reference,
  instanceId: string,
  noticeOn: CivilDate,
): Exposure | null => {
  const left = leftBy(record, reference, instanceId, noticeOn);
  if (!left) return null;
  const { state, instance, goLive, fundedUntil, life } = left;
  const policy = policyInForce(reference, noticeOn);
  const earliestEndsOn = earliestNoticeEnd(noticeOn, goLive.on, policy);
  const noticed = { ...life, to: addDays(earliestEndsOn, 1) };
  const intervals = serviceIntervals(state, reference, instance, [noticed]);
  return {
    earliestEndsOn,
    fundedUntil,
    ...localCost(intervals, fundedUntil, earliestEndsOn),
    dailyPence: dailyPence(intervals, noticeOn),
    latestZeroCostNotice: latestZeroCostFor(goLive, state, reference),
    policyVersion: policy.version,
  };
};

/**
 * What has fallen on the local payer by the end of a day, as the record stands (A10); null as `exposureIfNotice` is.
 * @rule A10
 */
export const accruedBy = (
  record: PracticeState,
  reference: Reference,
  instanceId: string,
  until: CivilDate,
): LocalCost | null => {
  const left = leftBy(record, reference, instanceId, until);
  if (!left) return null;
  const { state, instance, fundedUntil, life } = left;
  return localCost(serviceIntervals(state, reference, instance, [life]), fundedUntil, until);
};

/** A source as on a day, with the go-live that left it and its bedding-in; null where none has, or it had none (A12, A13). */
const leftBy = (record: PracticeState, reference: Reference, instanceId: string, on: CivilDate) => {
  const state = asMovedBy(record, instanceId, on);
  const instance = state.instances[instanceId];
  const life = instance && lifeOn(state, instance, on);
  const goLive = goLiveFrom(state, instanceId);
  if (!life || !goLive) return null;
  const fundedUntil = fundedUntilAfter(goLive, state, reference);
  return fundedUntil === null ? null : { state, instance, goLive, fundedUntil, life };
};

/**
 * The record without what moved the practice after a day, or after the go-live that left the instance if that comes
 * later: a notice on the day would have cost the same whatever followed.
 */
const asMovedBy = (state: PracticeState, instanceId: string, on: CivilDate): PracticeState => {
  const goLive = goLiveFrom(state, instanceId, on) ?? goLiveFrom(state, instanceId);
  const day = goLive ? laterOf(on, goLive.on) : on;
  return {
    ...state,
    migrations: state.migrations.map((migration) => {
      const { goLive: moved } = migration;
      if (moved === null || day < moved.on) return { ...migration, goLive: null };
      return standsOn(moved, day) ? { ...migration, goLive: { ...moved, rolledBack: null } } : migration;
    }),
  };
};

const localCost = (
  intervals: readonly FundingInterval[],
  fundedUntil: CivilDate,
  lastDay: CivilDate,
): LocalCost => {
  const after = intervals.flatMap(
    (interval) => cut(interval, addDays(fundedUntil, 1), addDays(lastDay, 1), lastDay) ?? [],
  );
  const local = after.filter(({ reason }) => reason === 'AFTER_BEDDING_IN');
  return {
    localDays: daysOfOneRow(local),
    localPence: sumOfPence(local),
    routineSupportPence: sumOfPence(after.filter(({ reason }) => reason === 'ROUTINE_SUPPORT')),
  };
};

/** Of the rows that turn local after bedding-in, whoever pays them on that day; a shared one counts once (R5). */
const dailyPence = (intervals: readonly FundingInterval[], on: CivilDate): number | null => {
  const tomorrow = addDays(on, 1);
  const ofDay = intervals
    .filter(({ reason }) => reason !== 'ROUTINE_SUPPORT')
    .flatMap((interval) => cut(interval, on, tomorrow, on) ?? []);
  const yearly = new Map(ofDay.map(({ row, yearlyPence: pence }) => [row, { pence }]));
  const sum = sumOfPence([...yearly.values()]);
  const [one] = ofDay;
  return sum === null ? null : accrue(sum, on, tomorrow, one?.accrualBasis);
};

/** The rows that turn local do so on the same days; of a row that is shared each payer has them all (R5). */
const daysOfOneRow = (local: readonly FundingAmount[]): number => {
  const [one] = local;
  return local
    .filter(({ row, payer }) => row === one?.row && payer === one.payer)
    .reduce((sum, { days }) => sum + days, 0);
};
