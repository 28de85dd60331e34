import { accept, nothing, type Decision } from '../decision.js';
import { supplierIn } from '../reference.js';
import { refuse } from '../refusals.js';
import { byKey, firstTwice, isSame } from '../same-content.js';
import type { SupplierBodyOf, SupplierCommand } from './commands.js';
import type { SupplierContext } from './context.js';
import type { SupplierEvent } from './events.js';
import { isListed, isRegistered, levelOn, suspensionOn, type SupplierState } from './state.js';

type Decide<Name extends SupplierCommand['name']> = (
  body: SupplierBodyOf<Name>,
  state: SupplierState,
) => Decision<SupplierEvent>;

/**
 * Takes a level from a listed product, which keeps a lower one or none (A29). At that level already: nothing.
 * Refuses PRODUCT_NOT_LISTED, LEVEL_EXISTS, LEVEL_NOT_HELD.
 */
export const withdrawLevel: Decide<'withdraw-level'> = (body, state) => {
  const { productId, level, effectiveDate: on } = body;
  if (!isListed(state, productId, on)) return refuse('PRODUCT_NOT_LISTED', { productId, on });
  const held = levelOn(state, productId, on);
  const thatDay = state.levels.find((one) => one.productId === productId && one.from === on);
  if (thatDay && thatDay.level === level) return nothing;
  if (thatDay) return refuse('LEVEL_EXISTS', { productId, level: thatDay.level ?? 'none', on });
  return held === null || (level !== null && level >= held)
    ? refuse('LEVEL_NOT_HELD', { productId, held: held ?? 'none', level: level ?? 'none', on })
    : accept({ type: 'LevelWithdrawn', payload: body });
};

/**
 * Puts on record when the supplier plans a Level 2 version (S5); the last plan by a day is that day's.
 * Refuses DATE_ORDER, PLAN_EXISTS.
 * @rule S5
 */
export const planLevel2: Decide<'plan-level-2'> = (body, { plans }) => {
  const { productId, plannedFor, effectiveDate: on } = body;
  if (plannedFor < on) return refuse('DATE_ORDER', { what: `A plan of ${on} for ${plannedFor} is over.` });
  const known = plans.find((plan) => plan.productId === productId && plan.from === on);
  if (!known) return accept({ type: 'SupplierPlannedL2', payload: body });
  return known.plannedFor === plannedFor
    ? nothing
    : refuse('PLAN_EXISTS', { productId, on, plannedFor: known.plannedFor });
};

/**
 * Announces the last day of a listed product (F12); a later announcement may move it.
 * Refuses PRODUCT_NOT_LISTED, DATE_ORDER, WITHDRAWAL_EXISTS.
 * @rule F12
 */
export const announceWithdrawal: Decide<'announce-withdrawal'> = (body, state) => {
  const { productId, lastDay, effectiveDate: on } = body;
  if (lastDay < on) return refuse('DATE_ORDER', { what: `The last day ${lastDay} is over on ${on}.` });
  const known = state.withdrawals.find((one) => one.productId === productId && one.from === on);
  if (known)
    return known.lastDay === lastDay
      ? nothing
      : refuse('WITHDRAWAL_EXISTS', { productId, on, lastDay: known.lastDay });
  return isListed(state, productId, on)
    ? accept({ type: 'SystemWithdrawalAnnounced', payload: body })
    : refuse('PRODUCT_NOT_LISTED', { productId, on });
};

/**
 * Records that the supplier ceased (F13). Refuses SUPPLIER_UNKNOWN of a successor, SUPPLIER_ALREADY_CEASED.
 * @rule F13
 */
export const ceaseSupplier = (
  body: SupplierBodyOf<'cease-supplier'>,
  { ceased }: SupplierState,
  { id, reference }: SupplierContext,
): Decision<SupplierEvent> => {
  const { successor, effectiveDate: on } = body;
  if (ceased)
    return isSame([ceased.from, ceased.successor], [on, successor])
      ? nothing
      : refuse('SUPPLIER_ALREADY_CEASED', { id, on: ceased.from });
  const isKnown =
    successor === undefined || (successor !== id && isRegistered(supplierIn(reference, successor), on));
  return isKnown
    ? accept({ type: 'SupplierCeased', payload: body })
    : refuse('SUPPLIER_UNKNOWN', { supplier: successor, on });
};

/**
 * The national decision to stop the central funding of a listed product, or to take it up again (A29).
 * Refuses PRODUCT_NOT_LISTED, FUNDING_DECISION_EXISTS, FUNDING_NOT_SUSPENDED, FUNDING_ALREADY_SUSPENDED.
 */
export const decideCentralFunding = (
  command: Extract<SupplierCommand, { name: 'suspend-central-funding' | 'restore-central-funding' }>,
  state: SupplierState,
): Decision<SupplierEvent> => {
  const { productId, effectiveDate: on } = command.body;
  const suspends = command.name === 'suspend-central-funding';
  const thatDay = state.centralFunding.find((one) => one.productId === productId && one.from === on);
  if (thatDay)
    return thatDay.isSuspended === suspends ? nothing : refuse('FUNDING_DECISION_EXISTS', { productId, on });
  if (!state.products[productId]) return refuse('PRODUCT_NOT_LISTED', { productId, on });
  const since = suspensionOn(state, productId, on)?.from;
  if (suspends && since !== undefined) return refuse('FUNDING_ALREADY_SUSPENDED', { productId, since });
  if (!suspends && since === undefined) return refuse('FUNDING_NOT_SUSPENDED', { productId, on });
  const type = suspends ? 'CentralFundingSuspended' : 'CentralFundingRestored';
  return accept({ type, payload: command.body });
};

/**
 * Publishes a version of the supplier's data-access services (S22). Published so already: nothing.
 * Refuses ROWS_TWICE, DATA_ACCESS_SERVICES_EXIST.
 * @rule S22
 */
export const publishDataAccessServices: Decide<'publish-data-access-services'> = (body, { dataAccess }) => {
  const { version, services, effectiveDate: on } = body;
  const twice = firstTwice(services.map(({ id }) => id));
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice });
  const known = dataAccess.find((one) => one.version === version || one.from === on);
  if (!known) return accept({ type: 'DataAccessServicesPublished', payload: body });
  return isSame(
    [known.version, known.from, byKey(known.services, 'id')],
    [version, on, byKey(services, 'id')],
  )
    ? nothing
    : refuse('DATA_ACCESS_SERVICES_EXIST', { version: known.version, on: known.from });
};
