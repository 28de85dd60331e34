import { accept, nothing, type Refused } from '../decision.js';
import { supplierOfProduct } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { priceListOn } from '../supplier/state.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import { isBy, latestLive, notOpenRefusal } from './needs.js';
import { isStanding, servicesOn, standingOrder } from './order-span.js';
import { openMigration, type Migration, type Order, type PracticeState } from './state.js';

/**
 * The PCT's order is on the Tracking Database (S18): after a planned date, and as late as after go-live (A16, A17), of
 * which a missing date is a flag and no more (R1), with the target supplier's prices of that day. Ordered so already: nothing. Refuses MIGRATION_NOT_OPEN,
 * SYSTEM_NOT_SELECTED, DATE_NOT_PLANNED, ORDER_ALREADY_PLACED, and TRACKING_REF_TAKEN while another order has it.
 * @rule S18
 */
export const placeOrder: Decide<'place-order'> = (body, state, { reference }) => {
  const migration = orderedFor(state);
  const { trackingRef, services, effectiveDate: on } = body;
  if (!migration) return notOpenRefusal(state, on);
  const { migrationId, selected, plannedDate, goLive } = migration;
  if (!selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  if (plannedDate === null ? !goLive : !isBy(migration, on, 'MigrationDatePlanned'))
    return refuse('DATE_NOT_PLANNED', { on });
  const order = standingOrder(migration);
  if (order) {
    const stands = [order.trackingRef, servicesOn(order, '9999'), order.effectiveDate];
    return isSame(stands, [trackingRef, services, on])
      ? nothing
      : refuse('ORDER_ALREADY_PLACED', { trackingRef: order.trackingRef });
  }
  const other = standing(trackingRef, state)?.order;
  if (other) return refuse('TRACKING_REF_TAKEN', { trackingRef, on: other.effectiveDate });
  const prices = priceListOn(supplierOfProduct(reference, selected.productId), on)?.rows ?? [];
  const pricesSnapshot = prices.map(({ row, yearlyPence }) => ({ row, yearlyPence }));
  return accept({ type: 'MigrationOrderPlaced', payload: { ...body, migrationId, pricesSnapshot } });
};

/**
 * The PCT amends what its order is for; the order stands from its first day (S18). The same services: nothing. Refuses
 * ORDER_UNKNOWN, DATE_ORDER before the order.
 */
export const amendOrder: Decide<'amend-order'> = (body, state) => {
  const found = needStanding(body, state);
  if ('refusal' in found) return found;
  if (isSame(servicesOn(found.order, '9999'), body.services)) return nothing;
  return accept({ type: 'MigrationOrderAmended', payload: { ...body, migrationId: found.migrationId } });
};

/**
 * The PCT cancels its order, with the supplier's charge if there is one (F5): from that day on none stands, a live
 * target has no central funding, and another may be placed (S18, A17). Of an abandoned migration too, and with the
 * supplier of a system that another one replaced. Refuses ORDER_UNKNOWN, DATE_ORDER before the order.
 */
export const cancelOrder: Decide<'cancel-order'> = (body, state) => {
  const found = needStanding(body, state);
  if ('refusal' in found) return found;
  return accept({ type: 'MigrationOrderCancelled', payload: { ...body, migrationId: found.migrationId } });
};

interface Standing {
  readonly order: Order;
  readonly migrationId: string;
}

const needStanding = (
  { trackingRef, effectiveDate: on }: BodyOf<'cancel-order'>,
  state: PracticeState,
): Standing | Refused => {
  const found = standing(trackingRef, state);
  if (!found) return refuse('ORDER_UNKNOWN', { trackingRef });
  const placedOn = found.order.effectiveDate;
  return on < placedOn
    ? refuse('DATE_ORDER', { what: `The order ${trackingRef} was placed on ${placedOn}, after ${on}.` })
    : found;
};

/** The order of that reference that nothing has cancelled, and its migration. */
const standing = (trackingRef: string, { migrations }: PracticeState): Standing | undefined =>
  migrations
    .flatMap(({ orders, migrationId }) => orders.map((order) => ({ order, migrationId })))
    .findLast(({ order }) => order.trackingRef === trackingRef && isStanding(order));

/** The open migration; while no date is planned for it, the latest to go live, if its order is still to come (A16). */
const orderedFor = (state: PracticeState): Migration | undefined => {
  const open = openMigration(state);
  const live = latestLive(state);
  const isLate = live !== undefined && !standingOrder(live);
  return isLate && !open?.plannedDate ? live : (open ?? live);
};
