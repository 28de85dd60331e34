import { accept, nothing, type Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { byKey, firstTwice, isSame } from '../same-content.js';
import type { SupplierBodyOf as BodyOf, SupplierCommand } from './commands.js';
import type { SupplierContext } from './context.js';
import type { SupplierEvent } from './events.js';
import { publishPriceList } from './price-list.js';
import {
  announceWithdrawal,
  ceaseSupplier,
  decideCentralFunding,
  planLevel2,
  publishDataAccessServices,
  withdrawLevel,
} from './standing.js';
import { isListed, levelOn, type SupplierState } from './state.js';

/**
 * Decides a command of the stream of supplier `id` (S2, S32): national data, without a limit on its date (R10).
 * What is on record already adds nothing; other content under the same key is refused (I13).
 */
export const decideSupplier = (
  command: SupplierCommand,
  state: SupplierState,
  context: SupplierContext,
): Decision<SupplierEvent> => {
  const { id } = context;
  const refused = roleRefusal(context.actor, command.name, ['NAT']);
  if (refused) return refused;
  if (command.name === 'register-supplier') return registerSupplier(command.body, state, id);
  if (!state.supplier) return refuse('SUPPLIER_NOT_REGISTERED', { id });
  if ('productId' in command.body && !command.body.productId.startsWith(`${id}.`))
    return refuse('PRODUCT_NOT_THE_SUPPLIERS', { productId: command.body.productId, id });
  switch (command.name) {
    case 'list-system':
      return listSystem(command.body, state);
    case 'record-level':
      return recordLevel(command.body, state);
    case 'withdraw-level':
      return withdrawLevel(command.body, state);
    case 'plan-level-2':
      return planLevel2(command.body, state);
    case 'announce-withdrawal':
      return announceWithdrawal(command.body, state);
    case 'cease-supplier':
      return ceaseSupplier(command.body, state, context);
    case 'suspend-central-funding':
    case 'restore-central-funding':
      return decideCentralFunding(command, state);
    case 'publish-data-access-services':
      return publishDataAccessServices(command.body, state);
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

const listSystem = (body: BodyOf<'list-system'>, { products }: SupplierState): Decision<SupplierEvent> => {
  const { productId, name, effectiveDate: from } = body;
  const listed = products[productId];
  if (!listed) return accept({ type: 'SystemListed', payload: body });
  return isSame(listed, { name, from }) ? nothing : refuse('PRODUCT_ALREADY_LISTED', { productId });
};

const recordLevel = (body: BodyOf<'record-level'>, state: SupplierState): Decision<SupplierEvent> => {
  const { productId, level, effectiveDate: on } = body;
  if (!isListed(state, productId, on)) return refuse('PRODUCT_NOT_LISTED', { productId, on });
  const recorded = levelOn(state, productId, on);
  if (recorded === level) return nothing;
  const thatDay = state.levels.find((one) => one.productId === productId && one.from === on);
  if (thatDay) return refuse('LEVEL_EXISTS', { productId, level: thatDay.level ?? 'none', on });
  return accept({ type: 'LevelAchieved', payload: body });
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
