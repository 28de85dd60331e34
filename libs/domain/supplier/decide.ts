import { accept, nothing, type Decision } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { isSame } from '../same-content.js';
import type { SupplierCommand, SupplierCommandName } from './commands.js';
import type { SupplierEvent } from './events.js';
import { isListed, levelOn, type SupplierState } from './state.js';

type BodyOf<Name extends SupplierCommandName> = Extract<SupplierCommand, { name: Name }>['body'];

/**
 * Decides a command of the stream of supplier `id` (S2, S32): national data, without a limit on its date (R10).
 * What is on record already adds nothing; other content under the same key is refused (I13).
 */
export const decideSupplier = (
  command: SupplierCommand,
  state: SupplierState,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Decision<SupplierEvent> => {
  const refused = roleRefusal(actor, command.name, ['NAT']);
  if (refused) return refused;
  if (command.name === 'register-supplier') return registerSupplier(command.body, state, id);
  if (!state.supplier) return refuse('SUPPLIER_NOT_REGISTERED', { id });
  switch (command.name) {
    case 'list-system':
      return listSystem(command.body, state, id);
    case 'record-level':
      return recordLevel(command.body, state, id);
    case 'publish-price-list':
      return publishPriceList(command.body, state);
    case 'publish-retention-terms':
      return publishRetentionTerms(command.body, state);
  }
};

const registerSupplier = (
  body: BodyOf<'register-supplier'>,
  { supplier }: SupplierState,
  id: string,
): Decision<SupplierEvent> => {
  if (!supplier) return accept({ type: 'SupplierRegistered', payload: { ...body, id } });
  const asked = { id, name: body.name, from: body.effectiveDate };
  return isSame(supplier, asked) ? nothing : refuse('SUPPLIER_ALREADY_REGISTERED', { id });
};

const listSystem = (
  body: BodyOf<'list-system'>,
  { products }: SupplierState,
  id: string,
): Decision<SupplierEvent> => {
  const { productId, name, effectiveDate: from } = body;
  if (!productId.startsWith(`${id}.`)) return refuse('PRODUCT_NOT_THE_SUPPLIERS', { productId, id });
  const listed = products[productId];
  if (!listed) return accept({ type: 'SystemListed', payload: body });
  return isSame(listed, { name, from }) ? nothing : refuse('PRODUCT_ALREADY_LISTED', { productId });
};

const recordLevel = (
  body: BodyOf<'record-level'>,
  state: SupplierState,
  id: string,
): Decision<SupplierEvent> => {
  const { productId, level, effectiveDate: on } = body;
  if (!productId.startsWith(`${id}.`)) return refuse('PRODUCT_NOT_THE_SUPPLIERS', { productId, id });
  if (!isListed(state, productId, on)) return refuse('PRODUCT_NOT_LISTED', { productId, on });
  const recorded = levelOn(state, productId, on);
  if (recorded === level) return nothing;
  const thatDay = state.levels.find((one) => one.productId === productId && one.from === on);
  if (thatDay) return refuse('LEVEL_EXISTS', { productId, level: thatDay.level, on });
  return accept({ type: 'LevelAchieved', payload: body });
};

const publishPriceList = (
  body: BodyOf<'publish-price-list'>,
  state: SupplierState,
): Decision<SupplierEvent> => {
  const { rows, effectiveDate: on } = body;
  const twice = firstTwice(rows.map(({ row }) => row));
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice });
  const published = state.priceLists.find(({ from }) => from === on);
  if (!published) return accept({ type: 'PriceListPublished', payload: body });
  return isSame(byKey(published.rows, 'row'), byKey(rows, 'row'))
    ? nothing
    : refuse('PRICE_LIST_EXISTS', { on });
};

const publishRetentionTerms = (
  body: BodyOf<'publish-retention-terms'>,
  state: SupplierState,
): Decision<SupplierEvent> => {
  const { terms, effectiveDate: on } = body;
  const twice = firstTwice(terms.map(({ option }) => option));
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice });
  const published = state.retentionTerms.find(({ from }) => from === on);
  if (!published) return accept({ type: 'RetentionTermsPublished', payload: body });
  return isSame(byKey(published.terms, 'option'), byKey(terms, 'option'))
    ? nothing
    : refuse('TERMS_EXIST', { on });
};

const firstTwice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

const byKey = <Key extends string, Row extends { readonly [K in Key]: string }>(
  rows: readonly Row[],
  key: Key,
): Readonly<Record<string, Row>> => Object.fromEntries(rows.map((row) => [row[key], row]));
