import type { Refused } from '../decision.js';
import { refuse } from '../refusals.js';
import { openMigration, type Migration, type PracticeState } from './state.js';

/** The migration that a command is about, once every earlier step that it needs is there (S37). */
export interface Ready {
  readonly kind: 'ready';
  readonly migration: Migration;
}

/** The open migration, else MIGRATION_NOT_OPEN. */
export const needOpen = (state: PracticeState): Ready | Refused => {
  const migration = openMigration(state);
  return migration ? { kind: 'ready', migration } : refuse('MIGRATION_NOT_OPEN');
};

/** The open migration on which the PCT has still to decide, with a contact on file (S10); else what is missing. */
export const needUndecided = (state: PracticeState): Ready | Refused => {
  const open = needOpen(state);
  if (open.kind === 'refused') return open;
  if (state.contacts.length === 0) return refuse('CONTACT_MISSING');
  const { agreed } = open.migration;
  return agreed ? refuse('CHANGE_ALREADY_AGREED', { on: agreed.effectiveDate }) : open;
};

/** The open migration to which the PCT has agreed (S15); else what is missing. */
export const needAgreed = (state: PracticeState): Ready | Refused => {
  const open = needOpen(state);
  return open.kind === 'ready' && !open.migration.agreed ? refuse('CHANGE_NOT_AGREED') : open;
};

/** The migration now open, else the latest that went live: what may still be recorded of it (A16, R1). */
export const openOrLatestLive = (state: PracticeState): Migration | undefined =>
  openMigration(state) ?? state.migrations.findLast(({ status }) => status === 'LIVE');
