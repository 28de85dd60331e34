import { LATEST, type CivilDate } from '../calendar/dates.js';
import { goLivesOnto, type Entry, type Migration, type PracticeState } from './state.js';

/**
 * The rollback that took an open migration's source away by a day, after which it moves the practice away from the
 * system returned to (A20); undefined where none did, or only after it went live or was closed.
 */
export const sourceRolledBackBy = (
  { request, goLive, closedOn }: Migration,
  state: PracticeState,
  on: CivilDate,
): Entry<'MigrationRolledBack'> | undefined => {
  const rolledBack = goLivesOnto(state, request.sourceInstanceId).at(-1)?.rolledBack;
  const until = goLive?.on ?? closedOn ?? on;
  const isGone = rolledBack && rolledBack.effectiveDate <= on && rolledBack.effectiveDate <= until;
  return isGone ? rolledBack : undefined;
};

/** The system that a migration moves the practice away from, as on a day: as requested, or the one returned to since. */
export const sourceOn = (migration: Migration, state: PracticeState, on: CivilDate = LATEST): string => {
  const { goLive, request } = migration;
  if (goLive && goLive.on <= on) return goLive.sourceInstanceId;
  return sourceRolledBackBy(migration, state, on)?.sourceInstanceId ?? request.sourceInstanceId;
};
