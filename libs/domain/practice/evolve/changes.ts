import { addDays, type CivilDate } from '../../calendar/dates.js';
import { openMigration, type Instance, type Migration, type PracticeState } from '../state.js';

/** The state with one migration changed. */
export const onMigration = (
  state: PracticeState,
  migrationId: string,
  change: (migration: Migration) => Partial<Migration>,
): PracticeState => ({
  ...state,
  migrations: state.migrations.map((migration) =>
    migration.migrationId === migrationId ? { ...migration, ...change(migration) } : migration,
  ),
});

/** The state with one instance changed. */
export const onInstance = (
  state: PracticeState,
  instanceId: string,
  change: Partial<Instance>,
): PracticeState => {
  const instance = state.instances[instanceId];
  if (!instance) return state;
  return { ...state, instances: { ...state.instances, [instanceId]: { ...instance, ...change } } };
};

/** The day from which what is open in a practice is over: the day after its last (F10). */
export const overWith = ({ closedOn }: PracticeState): CivilDate | null =>
  closedOn === null ? null : addDays(closedOn, 1);

/** A refused migration is closed by the next request or retain decision (I1), from its day on. */
export const closeRefused = (state: PracticeState, closedOn: string): PracticeState => {
  const open = openMigration(state);
  return open?.refused ? onMigration(state, open.migrationId, () => ({ status: 'CLOSED', closedOn })) : state;
};

/** The state with a proposal confirmed or declined; one that is not there changes nothing. */
export const withProposal = (
  state: PracticeState,
  id: string,
  status: 'CONFIRMED' | 'DECLINED',
): PracticeState => {
  const proposal = state.proposals[id];
  return proposal ? { ...state, proposals: { ...state.proposals, [id]: { ...proposal, status } } } : state;
};

/** Facts in order of their days; of one day in the order of their recording. */
export const byDate = <Dated extends { readonly effectiveDate: string }>(
  facts: readonly Dated[],
): readonly Dated[] =>
  [...facts].sort((one, other) =>
    one.effectiveDate < other.effectiveDate ? -1 : one.effectiveDate > other.effectiveDate ? 1 : 0,
  );
