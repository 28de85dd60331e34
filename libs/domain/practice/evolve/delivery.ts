import type { Order, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of the date, the order and the data extract. */
export const applyDelivery = {
  MigrationDateProposed: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({
      dateProposal: {
        proposalEventId: entry.eventId,
        date: entry.date,
        cause: entry.cause ?? null,
        agreedBy: [entry.by],
      },
    })),
  MigrationDateAgreed: (state, entry) =>
    onMigration(state, entry.migrationId, ({ dateProposal }) => ({
      dateProposal: dateProposal && { ...dateProposal, agreedBy: [...dateProposal.agreedBy, entry.party] },
    })),
  MigrationDatePlanned: (state, entry) => planned(state, entry.migrationId, entry.date),
  MigrationDateReplanned: (state, entry) => planned(state, entry.migrationId, entry.new),
  MigrationOrderPlaced: (state, entry) =>
    onMigration(state, entry.migrationId, ({ orders, selected }) => ({
      orders: [
        ...orders,
        { ...entry, productId: selected?.productId ?? null, amendments: [], cancelled: null },
      ],
    })),
  MigrationOrderAmended: (state, entry) =>
    onOrder(state, entry, ({ amendments }) => ({ amendments: [...amendments, entry] })),
  MigrationOrderCancelled: (state, entry) => onOrder(state, entry, () => ({ cancelled: entry })),
  DataExtractTaken: (state, entry) =>
    onMigration(state, entry.migrationId, ({ extracts }) => ({
      extracts: [...extracts, { ...entry, rejected: null }],
    })),
  DataExtractRejected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ extracts }) => ({
      extracts: extracts.map((one) => (one.eventId === entry.extractId ? { ...one, rejected: entry } : one)),
    })),
} satisfies Partial<Appliers>;

const planned = (state: PracticeState, migrationId: string, date: string): PracticeState =>
  onMigration(state, migrationId, () => ({ dateProposal: null, plannedDate: date }));

/** The state with the order of that reference that stood changed; where a correction left none, the last that stood. */
const onOrder = (
  state: PracticeState,
  { migrationId, trackingRef }: { readonly migrationId: string; readonly trackingRef: string },
  change: (order: Order) => Partial<Order>,
): PracticeState =>
  onMigration(state, migrationId, ({ orders }) => {
    const standing = orders.filter(({ cancelled }) => cancelled === null);
    const meant = standing.findLast((order) => order.trackingRef === trackingRef) ?? standing.at(-1);
    return { orders: orders.map((order) => (order === meant ? { ...order, ...change(order) } : order)) };
  });
