import { accept } from '../decision.js';
import { supplierOf } from '../fields.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { latestLive, notOpenRefusal, suppliersOf } from './needs.js';
import { openMigration } from './state.js';

/**
 * The supplier of the source or the target reports the day of go-live, which changes nothing: the practice or the PCT
 * declares it, and until then the report is a finding (A18). Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN,
 * SYSTEM_NOT_SELECTED.
 */
export const reportGoLive: Decide<'report-go-live'> = (body, state, { actor }) => {
  const migration = openMigration(state) ?? latestLive(state);
  if (!suppliersOf(migration, state).includes(actor.org))
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const { effectiveDate: on } = body;
  if (!migration || on < migration.request.effectiveDate) return notOpenRefusal(state, on);
  const { migrationId, selected } = migration;
  if (!selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  const by = supplierOf(selected.productId) === actor.org ? 'TARGET' : 'SOURCE';
  return accept({ type: 'GoLiveReported', payload: { ...body, migrationId, by } });
};
