import { addDays, inOrder, type CivilDate } from '../../calendar/dates.js';
import { openMigration, type Instance, type Migration, type PracticeState, type Proposal } from '../state.js';

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
  change: (instance: Instance) => Partial<Instance>,
): PracticeState => ({ ...state, instances: withChanged(state.instances, instanceId, change) });

/** The day from which what is open in a practice is over: the day after its last (F10). */
export const overWith = ({ closedOn }: PracticeState): CivilDate | null =>
  closedOn === null ? null : addDays(closedOn, 1);

/** A refused migration is closed by the next request or retain decision (I1), from its day on. */
export const closeRefused = (state: PracticeState, closedOn: string): PracticeState => {
  const open = openMigration(state);
  return open?.refused ? onMigration(state, open.migrationId, () => ({ status: 'CLOSED', closedOn })) : state;
};

/** The state with a proposal confirmed or declined. */
export const withProposal = (
  state: PracticeState,
  proposalId: string,
  status: Extract<Proposal['status'], 'CONFIRMED' | 'DECLINED'>,
): PracticeState => ({
  ...state,
  proposals: withChanged(state.proposals, proposalId, () => ({ status })),
});

const withChanged = <One>(
  all: Readonly<Record<string, One>>,
  id: string,
  change: (one: One) => Partial<One>,
): Readonly<Record<string, One>> => {
  const one = all[id];
  return one === undefined ? all : { ...all, [id]: { ...one, ...change(one) } };
};

/** Facts in order of their days; of one day in the order of their recording. */
export const byDate = <Dated extends { readonly effectiveDate: string }>(
  facts: readonly Dated[],
): readonly Dated[] => inOrder(facts, ({ effectiveDate }) => effectiveDate);
