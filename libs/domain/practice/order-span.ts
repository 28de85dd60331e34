import type { CivilDate } from '../calendar/dates.js';
import type { Migration, Order } from './state.js';

/** The orders of a migration for the system that is now selected, in their turn. */
export const ordersOf = ({ orders, selected }: Pick<Migration, 'orders' | 'selected'>): readonly Order[] =>
  orders.filter(({ productId }) => productId === (selected?.productId ?? null));

/** The order for the system that is now selected that nothing has cancelled. */
export const standingOrder = (migration: Pick<Migration, 'orders' | 'selected'>): Order | undefined =>
  ordersOf(migration).find(isStanding);

/** Whether nothing has cancelled an order. */
export const isStanding = ({ cancelled }: Order): boolean => cancelled === null;

/**
 * The order that stands on a day, from the day it was placed to the day before its cancellation, for the system that
 * was selected on it (S18).
 */
export const orderOn = (migration: Migration, on: CivilDate): Order | undefined => {
  const selected = selectedOn(migration, on)?.productId;
  return ordersStandingOn(migration, on).find(({ productId }) => productId === selected);
};

/** Every order that stands on a day, also those for systems that another one had replaced by then (F5). */
export const ordersStandingOn = ({ orders }: Migration, on: CivilDate): readonly Order[] =>
  orders.filter((order) => order.effectiveDate <= on && standsYet(order, on));

/** The selection that a migration had come to by a day. */
export const selectedOn = ({ selections }: Migration, on: CivilDate) =>
  selections.findLast(({ effectiveDate }) => effectiveDate <= on);

/** Whether an order is not cancelled by that day. */
export const standsYet = ({ cancelled }: Order, on: CivilDate): boolean =>
  cancelled === null || on < cancelled.effectiveDate;

/** What an order is for, with the amendments up to a day. */
export const servicesOn = ({ services, amendments }: Order, on: CivilDate): Order['services'] =>
  amendments.findLast(({ effectiveDate }) => effectiveDate <= on)?.services ?? services;
