import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of which system is chosen. */
export const applySelection = {
  SelectionCompleted: (state, entry) => onMigration(state, entry.migrationId, () => ({ selection: entry })),
  /** Another system's supplier has agreed to no date yet (S17), and nothing has been ordered from it (S18). */
  SystemSelected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ selected }) =>
      selected?.productId === entry.productId
        ? { selected: entry }
        : { selected: entry, dateProposal: null, plannedDate: null, order: null },
    ),
} satisfies Partial<Appliers>;
