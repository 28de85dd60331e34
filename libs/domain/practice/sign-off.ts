import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';

/**
 * Records one party's acceptance of the migrated data, which both give (X5), on or after go-live; it starts no clock
 * (S33). Refuses GO_LIVE_MISSING, GO_LIVE_ROLLED_BACK (F6), ALREADY_SIGNED_OFF.
 * @rule X5
 */
export const signOffMigration: Decide<'sign-off-migration'> = (body, state, { actor }) => {
  const migration = state.migrations.findLast(({ goLive }) => goLive);
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const { rolledBack } = migration.goLive;
  if (rolledBack) return refuse('GO_LIVE_ROLLED_BACK', { on: rolledBack.effectiveDate });
  if (body.effectiveDate < migration.goLive.on)
    return refuse('GO_LIVE_MISSING', { with: ` on or before ${body.effectiveDate}` });
  const by = actor.role === 'PR' ? 'PR' : 'PCT';
  const earlier = migration.signedOff[by];
  if (earlier) return refuse('ALREADY_SIGNED_OFF', { party: by, on: earlier.effectiveDate });
  return accept({
    type: 'MigrationSignedOff',
    payload: { ...body, migrationId: migration.migrationId, by },
  });
};
