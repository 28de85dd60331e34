import { addMonths, type CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import { byKey, firstTwice, isSame } from '../same-content.js';
import type { SupplierBodyOf } from './commands.js';
import type { SupplierEvent } from './events.js';
import type { PriceList, SupplierState } from './state.js';

/**
 * Publishes the yearly charges from a day on (S32). Prices are fixed apart from annual indexation (X8): a list that
 * changes one within a year of the list before or after it is accepted and flagged PRICE_CHANGED_WITHIN_A_YEAR.
 * Published so already: nothing. Refuses ROWS_TWICE, PRICE_LIST_EXISTS.
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
  const neighbours = [priceLists.findLast(({ from }) => from < on), priceLists.find(({ from }) => on < from)];
  const isEarly = neighbours.some(
    (list) => list && isWithinAYear(list.from, on) && isPriceChanged(list, rows),
  );
  const flags = isEarly ? { flags: ['PRICE_CHANGED_WITHIN_A_YEAR' as const] } : {};
  return accept({ type: 'PriceListPublished', payload: { ...body, ...flags } });
};

const isWithinAYear = (one: CivilDate, other: CivilDate): boolean => {
  const [first, second] = one < other ? [one, other] : [other, one];
  return second < addMonths(first, 12);
};

/** A row that had no price, or has none any more, is no changed price. */
const isPriceChanged = (
  { rows: before }: PriceList,
  rows: SupplierBodyOf<'publish-price-list'>['rows'],
): boolean =>
  rows.some(({ row, yearlyPence }) => {
    const known = before.find((one) => one.row === row)?.yearlyPence ?? null;
    return known !== null && yearlyPence !== null && known !== yearlyPence;
  });
