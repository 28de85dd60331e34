import type { PracticeState, SelectionRound } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of which system is chosen. */
export const applySelection = {
  SelectionStarted: (state, entry) =>
    onMigration(state, entry.migrationId, ({ rounds }) => ({
      rounds: [...rounds, { ...NEW, started: entry }],
    })),
  CandidateScored: (state, entry) =>
    onRound(state, entry.migrationId, ({ scores }) => ({ scores: [...scores, entry] })),
  SelectionCompleted: (state, entry) =>
    onMigration(
      onRound(state, entry.migrationId, () => ({ completed: entry })),
      entry.migrationId,
      () => ({
        selection: entry,
      }),
    ),
  /** No system has won: the migration is back where the PCT agreed to it (F2). */
  SelectionFailed: (state, entry) =>
    onMigration(
      onRound(state, entry.migrationId, () => ({ failed: entry })),
      entry.migrationId,
      () => ({
        selection: null,
      }),
    ),
  /** Another system's supplier has agreed to no date yet (S17); what was ordered from the former stands (S18, F5). */
  SystemSelected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ selected, selections }) => ({
      selected: entry,
      selections: [...selections, entry],
      ...(selected?.productId !== entry.productId && { dateProposal: null, plannedDate: null }),
    })),
} satisfies Partial<Appliers>;

const NEW: SelectionRound = { started: null, scores: [], completed: null, failed: null };

/** The state with the current run changed: the last that has not failed, or one of which only this is on record. */
const onRound = (
  state: PracticeState,
  migrationId: string,
  change: (round: SelectionRound) => Partial<SelectionRound>,
): PracticeState =>
  onMigration(state, migrationId, ({ rounds }) => {
    const last = rounds.at(-1);
    const [before, current] = last && last.failed === null ? [rounds.slice(0, -1), last] : [rounds, NEW];
    return { rounds: [...before, { ...current, ...change(current) }] };
  });
