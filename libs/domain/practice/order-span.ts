import type { CivilDate } from '../calendar/dates.js';
import type { Migration, Order } from './state.js';

/** A migration's orders in their turn, the cancelled ones first. */
export const ordersOf = ({
  cancelledOrders,
  order,
}: Pick<Migration, 'cancelledOrders' | 'order'>): readonly Order[] => [
  ...cancelledOrders,
  ...(order ? [order] : []),
];

/** The order that stands on a day: from the day it was placed to the day before its cancellation (S18). */
export const orderOn = (
  migration: Pick<Migration, 'cancelledOrders' | 'order'>,
  on: CivilDate,
): Order | undefined =>
  ordersOf(migration).find((order) => order.effectiveDate <= on && standsYet(order, on));

/** Whether an order is not cancelled by that day. */
export const standsYet = ({ cancelled }: Order, on: CivilDate): boolean =>
  cancelled === null || on < cancelled.effectiveDate;

/** What an order is for, with the amendments up to a day. */
export const servicesOn = ({ services, amendments }: Order, on: CivilDate): Order['services'] =>
  amendments.findLast(({ effectiveDate }) => effectiveDate <= on)?.services ?? services;
