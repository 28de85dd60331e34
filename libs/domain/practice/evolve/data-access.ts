import type { DataAccessProblem, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of problems with obtaining data from the source. */
export const applyDataAccess = {
  DataAccessProblemRaised: (state, entry) =>
    onMigration(state, entry.migrationId, ({ problems }) => ({
      problems: [...problems, { raised: entry, escalated: null, resolved: null }],
    })),
  DataAccessProblemEscalated: (state, entry) => onProblem(state, entry, { escalated: entry }),
  DataAccessProblemResolved: (state, entry) => onProblem(state, entry, { resolved: entry }),
} satisfies Partial<Appliers>;

const onProblem = (
  state: PracticeState,
  { migrationId, problemId }: { readonly migrationId: string; readonly problemId: string },
  change: Partial<DataAccessProblem>,
): PracticeState =>
  onMigration(state, migrationId, ({ problems }) => ({
    problems: problems.map((one) => (one.raised.eventId === problemId ? { ...one, ...change } : one)),
  }));
