import { accept } from '../decision.js';
import { supplierOf } from '../fields.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { latestLive } from './needs.js';
import { openMigration, type Migration, type PracticeState } from './state.js';

/**
 * Puts a data extract on file, a backup tape or a documented data extract (S19, S20), by the practice or the supplier
 * of the source or the target. One taken after go-live is a fact too, and flagged (R1).
 * Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN, EXTRACT_TIME_DIFFERS.
 */
export const recordExtract: Decide<'record-extract'> = (body, state, { actor }) => {
  const migration = openMigration(state) ?? latestLive(state);
  const { at, effectiveDate: on } = body;
  if (actor.role === 'SUP' && !suppliersOf(migration, state).includes(actor.org))
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  if (!migration) return refuse('MIGRATION_NOT_OPEN', { on });
  if (at.slice(0, 10) !== on) return refuse('EXTRACT_TIME_DIFFERS', { at, on });
  const isAfter = migration.goLive !== null && on > migration.goLive.on;
  const flags = isAfter ? { flags: ['EXTRACT_AFTER_GO_LIVE' as const] } : {};
  return accept({
    type: 'DataExtractTaken',
    payload: { ...body, migrationId: migration.migrationId, ...flags },
  });
};

const suppliersOf = (migration: Migration | undefined, { instances }: PracticeState): readonly string[] => {
  if (!migration) return [];
  const source = instances[migration.request.sourceInstanceId];
  const { selected } = migration;
  return [...(source ? [source.supplier] : []), ...(selected ? [supplierOf(selected.productId)] : [])];
};
