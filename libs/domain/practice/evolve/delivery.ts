import type { PracticeState } from '../state.js';
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
    onMigration(state, entry.migrationId, () => ({ order: { ...entry, amendments: [], cancelled: null } })),
  MigrationOrderAmended: (state, entry) =>
    onMigration(state, entry.migrationId, ({ order }) => ({
      order: order && { ...order, amendments: [...order.amendments, entry] },
    })),
  MigrationOrderCancelled: (state, entry) =>
    onMigration(state, entry.migrationId, ({ order, cancelledOrders }) => ({
      order: null,
      cancelledOrders: order ? [...cancelledOrders, { ...order, cancelled: entry }] : cancelledOrders,
    })),
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
