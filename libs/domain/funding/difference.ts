import { addDays, type CivilDate } from '../calendar/dates.js';
import { cut, withAmounts } from './amounts.js';
import type { FundingAmount, FundingInterval, FundingRow, Payer } from './interval.js';

/** What a change does to one row of an instance: its intervals that go, and those that come in their place. */
export interface RowDifference {
  readonly instanceId: string;
  readonly row: FundingRow;
  readonly goes: readonly FundingAmount[];
  readonly comes: readonly FundingAmount[];
}

/** How much more (less, where negative) a payer pays. */
export interface PayerDifference {
  readonly payer: Payer;
  readonly payerOrg: string | null;
  readonly pence: number;
  /** Intervals that go or come without a price on file, which the pence leave out (R6). */
  readonly rowsWithoutPrice: number;
}

/** The money that a change changes: row by row, and by payer in the days up to the end of `until`. */
export interface FundingDifference {
  readonly until: CivilDate;
  readonly rows: readonly RowDifference[];
  readonly byPayer: readonly PayerDifference[];
}

/**
 * How one funding timeline differs from another: intervals that differ in nothing that R4 names are left out, so that
 * equal timelines differ in no row. Each interval comes to what R7 counts; the pence by payer are of the days up to
 * the end of `until` alone, so that what goes and what comes are of the same days.
 */
export const fundingDifference = (
  before: readonly FundingInterval[],
  after: readonly FundingInterval[],
  until: CivilDate,
): FundingDifference => {
  const goes = before.filter(isMissingIn(after));
  const comes = after.filter(isMissingIn(before));
  const rows = [...new Map([...goes, ...comes].map((one) => [rowKey(one), one])).values()];
  const ofRow = (row: FundingInterval, intervals: readonly FundingInterval[]) =>
    intervals.filter((one) => rowKey(one) === rowKey(row)).map((one) => withAmounts(one, until));
  return {
    until,
    rows: rows.map((one) => ({
      instanceId: one.instanceId,
      row: one.row,
      goes: ofRow(one, goes),
      comes: ofRow(one, comes),
    })),
    byPayer: byPayer(goes, comes, until),
  };
};

const rowKey = ({ instanceId, row }: FundingInterval): string => `${instanceId} ${row}`;

const isMissingIn = (others: readonly FundingInterval[]): ((one: FundingInterval) => boolean) => {
  const keys = new Set(others.map(moneyKey));
  return (one) => !keys.has(moneyKey(one));
};

const moneyKey = (interval: FundingInterval): string => {
  const { from, to, payer, payerOrg, yearlyPence, reason } = interval;
  return JSON.stringify([rowKey(interval), from, to, payer, payerOrg, yearlyPence, reason]);
};

const byPayer = (
  goes: readonly FundingInterval[],
  comes: readonly FundingInterval[],
  until: CivilDate,
): readonly PayerDifference[] => {
  const sums = new Map<string, PayerDifference>();
  const add = (interval: FundingInterval, sign: 1 | -1) => {
    const { payer, payerOrg } = interval;
    const part = cut(interval, interval.from, addDays(until, 1), until);
    if (!part || payer === 'LSP_CONTRACT') return;
    const key = `${payer} ${payerOrg}`;
    const { pence, rowsWithoutPrice } = sums.get(key) ?? { pence: 0, rowsWithoutPrice: 0 };
    sums.set(key, {
      payer,
      payerOrg,
      pence: pence + sign * (part.pence ?? 0),
      rowsWithoutPrice: rowsWithoutPrice + (part.pence === null ? 1 : 0),
    });
  };
  for (const interval of goes) add(interval, -1);
  for (const interval of comes) add(interval, 1);
  return [...sums.values()].filter(({ pence, rowsWithoutPrice }) => pence !== 0 || rowsWithoutPrice > 0);
};
