import { laterOf, type CivilDate } from '#domain/calendar/dates.js';
import { cut, type FundingAmount } from '#domain/funding/index.js';
import { groupBy } from '#platform/group-by.js';
import type { FundingTotals } from './answers.js';

const knownPence = (amounts: readonly FundingAmount[]): number =>
  amounts.reduce((sum, { pence }) => sum + (pence ?? 0), 0);

/** What each payer pays: the sum of the rounded intervals, and how many have no price (A33, R6). */
export const totalsByPayer = (amounts: readonly FundingAmount[]): FundingTotals['byPayer'] => {
  const groups = groupBy(amounts, ({ payer, payerOrg }) => `${payer} ${payerOrg ?? ''}`);
  return [...groups.values()].map((group) => ({
    payer: group[0]!.payer,
    payerOrg: group[0]!.payerOrg,
    pence: knownPence(group),
    rowsWithoutPrice: group.filter(({ pence }) => pence === null).length,
  }));
};

/**
 * For each instance its sum, and what fell locally after bedding-in: the days, the pence of the rows that were
 * central until then, and the routine rows of the same days apart (A8, P3).
 */
export const totalsByInstance = (
  amounts: readonly FundingAmount[],
  until: CivilDate,
): FundingTotals['byInstance'] =>
  [...groupBy(amounts, ({ instanceId }) => instanceId)].map(([instance, ofInstance]) => ({
    instance,
    pence: knownPence(ofInstance),
    afterBeddingIn: localPayment(ofInstance, until),
  }));

const localPayment = (amounts: readonly FundingAmount[], until: CivilDate) => {
  const local = amounts.filter(({ reason }) => reason === 'AFTER_BEDDING_IN');
  if (local.length === 0) return null;
  const from = local.map((amount) => amount.from).reduce((one, other) => (one < other ? one : other));
  const ends = local.map(({ to }) => to);
  const to = ends.includes(null) ? null : ends.map(String).reduce(laterOf);
  // Of a shared charge both payers' intervals cover the same days (R5): the practice's are left out.
  const oneRow = local.filter(
    ({ row, payer, sharePercent }) =>
      row === local[0]!.row && !(payer === 'PRACTICE' && sharePercent !== undefined),
  );
  const routine = amounts
    .filter(({ reason }) => reason === 'ROUTINE_SUPPORT')
    .flatMap((amount) => oneRow.flatMap((days) => cut(amount, days.from, days.to, until) ?? []));
  return {
    from,
    to,
    days: oneRow.reduce((sum, { days }) => sum + days, 0),
    pence: knownPence(local),
    routinePence: knownPence(routine),
  };
};
