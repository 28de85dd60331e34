import { LATEST, type CivilDate } from '../calendar/dates.js';
import type { Refused } from '../decision.js';
import { supplierOf } from '../fields.js';
import { refuse } from '../refusals.js';
import type { PracticeEventType } from './events.js';
import { sourceOn } from './migration-source.js';
import { isOpenOn, openUntil } from './open-spans.js';
import { isClosedOn, openMigration, type Migration, type PracticeState } from './state.js';

/**
 * The migration that a command is about, once every earlier step that it needs is there (S37).
 * @rule S37
 */
export interface Ready {
  readonly kind: 'ready';
  readonly migration: Migration;
}

/** Whether the last event of these types in the migration is dated by that day: an act is judged on its own day (R10). */
export const isBy = (
  { steps }: Migration,
  on: CivilDate,
  ...types: readonly PracticeEventType[]
): boolean => {
  const last = steps.findLast(({ type }) => types.includes(type));
  return last !== undefined && last.effectiveDate <= on;
};

/** The open migration, requested by that day, else MIGRATION_NOT_OPEN. */
export const needOpen = (state: PracticeState, on: CivilDate): Ready | Refused => {
  const migration = openMigration(state);
  return migration && isBy(migration, on, 'MigrationRequested')
    ? { kind: 'ready', migration }
    : notOpenRefusal(state, on);
};

/** The refusal MIGRATION_NOT_OPEN of that day, also where one was open on it that is over by now. */
export const notOpenRefusal = ({ migrations }: PracticeState, on: CivilDate): Refused => {
  const wasOpen = migrations.some((migration) => isOpenOn(migration, on));
  return refuse('MIGRATION_NOT_OPEN', { when: wasOpen ? `any more that was open on ${on}` : `on ${on}` });
};

/**
 * The refusal MIGRATION_OPEN of what I1 keeps apart from an open migration, on that day (a decision to retain) or on
 * all the days from it on (a request): for the open migration, unless it was refused by then, and for one that was open
 * on one of them. One that was abandoned was open until then.
 * @rule I1
 */
export const openRefusal = (
  { migrations }: Pick<PracticeState, 'migrations'>,
  on: CivilDate,
  until = on,
): Refused | undefined => {
  const inTheWay = migrations.find(
    (migration) =>
      on < (openUntil(migration) ?? LATEST) &&
      (migration.status === 'OPEN' || migration.request.effectiveDate <= until),
  );
  if (!inTheWay) return undefined;
  const { status, request, refused } = inTheWay;
  const was = request.effectiveDate <= on ? `was open on ${on}` : `was open after ${on}`;
  return refuse('MIGRATION_OPEN', {
    since: request.effectiveDate,
    open: status === 'OPEN' && !refused ? 'is open' : was,
  });
};

/**
 * The refusal MIGRATION_OPEN of that day while any migration is open, a refused one too (I1), and not over with its
 * practice by then (F10).
 */
export const whileOpenRefusal = (state: PracticeState, on: CivilDate): Refused | undefined => {
  const migration = openMigration(state);
  if (!migration || isClosedOn(migration, on)) return undefined;
  const open = migration.closedOn === null ? 'is open' : `was open on ${on}`;
  return refuse('MIGRATION_OPEN', { since: migration.request.effectiveDate, open });
};

/**
 * The open migration on which the PCT has still to decide, with a contact since the last go-live by that day (S10);
 * else what is missing.
 */
export const needUndecided = (state: PracticeState, on: CivilDate): Ready | Refused => {
  const open = needOpen(state, on);
  if (open.kind === 'refused') return open;
  const lastGoLive = state.migrations.findLast(({ goLive }) => goLive)?.goLive?.on ?? '';
  if (!state.contacts.some(({ effectiveDate: day }) => lastGoLive < day && day <= on))
    return refuse('CONTACT_MISSING', { on });
  const { agreed } = open.migration;
  return agreed ? refuse('CHANGE_ALREADY_AGREED', { on: agreed.effectiveDate }) : open;
};

/**
 * The open migration to which the PCT has agreed by that day (S15, I3); else what is missing.
 * @rule S15
 * @rule I3
 */
export const needAgreed = (state: PracticeState, on: CivilDate): Ready | Refused => {
  const open = needOpen(state, on);
  return open.kind === 'ready' && !isBy(open.migration, on, 'ChangeAgreed')
    ? refuse('CHANGE_NOT_AGREED', { on })
    : open;
};

/** The suppliers of a migration: its source's, of one that was rolled back too, and once a system is selected the target's. */
export const suppliersOf = (migration: Migration | undefined, state: PracticeState): readonly string[] => {
  if (!migration) return [];
  const { request, selected } = migration;
  const sources = [request.sourceInstanceId, sourceOn(migration, state)];
  return [
    ...sources.flatMap((id) => state.instances[id]?.supplier ?? []),
    ...(selected ? [supplierOf(selected.productId)] : []),
  ];
};

/** The latest migration that went live, of which something may still be recorded (A16, R1). */
export const latestLive = ({ migrations }: PracticeState): Migration | undefined =>
  migrations.findLast(({ status }) => status === 'LIVE');
