import { accept, nothing } from '../decision.js';
import { supplierOfProduct } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { priceListOn } from '../supplier/state.js';
import type { Decide } from './decider.js';
import { isBy, latestLive } from './needs.js';
import { openMigration, type Migration, type PracticeState } from './state.js';

/**
 * The PCT's order is on the Tracking Database (S18): after a planned date, and as late as after go-live (A16, A17),
 * with the target supplier's prices of that day. Ordered so already: nothing.
 * Refuses MIGRATION_NOT_OPEN, SYSTEM_NOT_SELECTED, DATE_NOT_PLANNED, ORDER_ALREADY_PLACED.
 */
export const placeOrder: Decide<'place-order'> = (body, state, { reference }) => {
  const migration = orderedFor(state);
  const { trackingRef, services, effectiveDate: on } = body;
  if (!migration) return refuse('MIGRATION_NOT_OPEN', { on });
  const { migrationId, selected, plannedDate, order } = migration;
  if (!selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  if (plannedDate === null || !isBy(migration, on, 'MigrationDatePlanned'))
    return refuse('DATE_NOT_PLANNED', { on });
  if (order) {
    const stands = [order.trackingRef, order.services, order.effectiveDate];
    return isSame(stands, [trackingRef, services, on])
      ? nothing
      : refuse('ORDER_ALREADY_PLACED', { trackingRef: order.trackingRef });
  }
  const prices = priceListOn(supplierOfProduct(reference, selected.productId), on)?.rows ?? [];
  const pricesSnapshot = prices.map(({ row, yearlyPence }) => ({ row, yearlyPence }));
  return accept({ type: 'MigrationOrderPlaced', payload: { ...body, migrationId, pricesSnapshot } });
};

/** The open migration; while no date is planned for it, the latest to go live, if its order is still to come (A16). */
const orderedFor = (state: PracticeState): Migration | undefined => {
  const open = openMigration(state);
  const live = latestLive(state);
  const isLate = live?.order === null && live.plannedDate !== null;
  return isLate && (open?.plannedDate ?? null) === null ? live : (open ?? live);
};
