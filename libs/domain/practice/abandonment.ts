import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { stageOn } from './delivery-view.js';
import { needOpen } from './needs.js';

/**
 * Practice and PCT together give an open migration up, at whatever stage before go-live (F5); the practice may retain
 * its system or ask for another change from then on (I1). An order that stands is still to be cancelled, and media of
 * extracts that nothing is said of are a finding. Refuses MIGRATION_NOT_OPEN, EXTRACT_UNKNOWN.
 * @rule F5
 */
export const abandonMigration: Decide<'abandon-migration'> = (body, state) => {
  const { effectiveDate: on, mediaDisposal = [] } = body;
  const open = needOpen(state, on);
  if (open.kind === 'refused') return open;
  const { migrationId, extracts } = open.migration;
  const taken = new Set(extracts.map(({ eventId }) => eventId));
  const unknown = mediaDisposal.find(({ extractId }) => !taken.has(extractId));
  if (unknown) return refuse('EXTRACT_UNKNOWN', { extractId: unknown.extractId });
  return accept({
    type: 'MigrationAbandoned',
    payload: {
      ...body,
      migrationId,
      stage: stageOn(open.migration, on),
    },
  });
};
