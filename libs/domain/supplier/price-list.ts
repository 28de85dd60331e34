import { addMonths, inOrder, type CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Decision } from '../decision.js';
import type { PriceRow } from '../fields.js';
import { refuse } from '../refusals.js';
import { byKey, firstTwice, isSame } from '../same-content.js';
import type { SupplierBodyOf } from './commands.js';
import type { SupplierEvent } from './events.js';
import type { PriceList, SupplierState } from './state.js';

/**
 * Publishes the yearly charges from a day on (S32). Prices are fixed apart from annual indexation (X8): a list that
 * changes one within a year of its last change or its next is accepted and flagged PRICE_CHANGED_WITHIN_A_YEAR.
 * Published so already: nothing. Refuses ROWS_TWICE, PRICE_LIST_EXISTS.
 * @rule X8
 */
export const publishPriceList = (
  body: SupplierBodyOf<'publish-price-list'>,
  { priceLists }: SupplierState,
): Decision<SupplierEvent> => {
  const { rows, effectiveDate: on } = body;
  const twice = firstTwice(rows.map(({ row }) => row));
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice });
  const published = priceLists.find(({ from }) => from === on);
  if (published)
    return isSame(byKey(published.rows, 'row'), byKey(rows, 'row'))
      ? nothing
      : refuse('PRICE_LIST_EXISTS', { on });
  const lists = inOrder([...priceLists, { from: on, rows }], ({ from }) => from);
  const isEarly = rows.some(({ row }) => isChangedEarly(lists, row, on));
  const flags = isEarly ? { flags: ['PRICE_CHANGED_WITHIN_A_YEAR' as const] } : {};
  return accept({ type: 'PriceListPublished', payload: { ...body, ...flags } });
};

type Prices = Pick<PriceList, 'from' | 'rows'>;

/** Whether with that day's list the price of a row changes, or is changed again, within a year of the change before. */
const isChangedEarly = (lists: readonly Prices[], row: PriceRow, on: CivilDate): boolean =>
  changeDays(lists, row).some((day, index, days) => {
    const before = days[index - 1];
    return before !== undefined && (before === on || day === on) && day < addMonths(before, 12);
  });

/** The days from which a row has another price than before; a list that leaves it out, or without a price, changes none. */
const changeDays = (lists: readonly Prices[], row: PriceRow): readonly CivilDate[] => {
  const priced = lists.flatMap(({ from, rows }) => {
    const yearlyPence = rows.find((one) => one.row === row)?.yearlyPence ?? null;
    return yearlyPence === null ? [] : [{ from, yearlyPence }];
  });
  return priced
    .filter(({ yearlyPence }, index) => yearlyPence !== priced[index - 1]?.yearlyPence)
    .map(({ from }) => from);
};
