import type { Refused } from '../decision.js';
import type { Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { openBeside } from './open-spans.js';
import type { GoLive, Migration, PracticeState } from './state.js';
import { beddingInAfter } from './wind-down.js';

/** The state with a migration's go-live as it is to be corrected. */
export const withGoLive = (
  state: PracticeState,
  { migrationId }: Migration,
  goLive: GoLive,
): PracticeState => ({
  ...state,
  migrations: state.migrations.map((one) => (one.migrationId === migrationId ? { ...one, goLive } : one)),
});

/**
 * The refusal of a corrected go-live for what was decided after it: MIGRATION_OPEN where its migration would have been
 * open beside another (I1), BEDDING_IN_REACHES_NEXT where its bedding-in would be open on the day of a later
 * go-live that the PCT had not let be so (A21).
 */
export const movedRefusal = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): Refused | undefined => besideOpenRefusal(goLive, state) ?? reachesNextRefusal(goLive, state, reference);

const besideOpenRefusal = ({ migrationId }: GoLive, state: PracticeState): Refused | undefined => {
  const migration = state.migrations.find((one) => one.migrationId === migrationId);
  const beside = migration && openBeside(migration, state);
  if (!migration || beside === undefined) return undefined;
  const open = `would be open until its go-live, and another is open from ${beside}`;
  return refuse('MIGRATION_OPEN', { since: migration.request.effectiveDate, open });
};

const reachesNextRefusal = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): Refused | undefined => {
  const beddingIn = beddingInAfter(goLive, state, reference);
  if (!beddingIn) return undefined;
  const { from, lastFundedDay } = beddingIn;
  const next = state.migrations
    .flatMap((migration) => migration.goLive ?? [])
    .find(({ on, isOverride }) => from < on && on <= lastFundedDay && !isOverride);
  return next && refuse('BEDDING_IN_REACHES_NEXT', { since: from, until: lastFundedDay, next: next.on });
};
