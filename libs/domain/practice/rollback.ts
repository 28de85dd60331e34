import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { isInLife } from './service-span.js';

/**
 * Practice and PCT together return from the target of the latest go-live to its source (A20, F6). `effectiveDate` is
 * the day reverted on: it is the target's last day, and bedding-in's if that still runs; from the day after the source
 * is funded by its Call-Off as before, so that every day of each instance counts once. A notice that runs is no reason
 * to refuse: its withdrawal is a finding until it is done; nor is a next migration that is open, which from then on
 * moves away from the system returned to (R1). Refuses GO_LIVE_MISSING, GO_LIVE_ROLLED_BACK, and INSTANCE_NOT_IN_LIFE
 * where the service of either system had ended by that day.
 * @rule A20
 * @rule F6
 */
export const rollBack: Decide<'roll-back'> = (body, state) => {
  const { effectiveDate: on } = body;
  const migration = state.migrations.findLast(({ goLive }) => goLive);
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const { goLive } = migration;
  if (goLive.rolledBack) return refuse('GO_LIVE_ROLLED_BACK', { on: goLive.rolledBack.effectiveDate });
  if (on < goLive.on) return refuse('GO_LIVE_MISSING', { with: ` on or before ${on}` });
  const { sourceInstanceId, targetInstanceId } = goLive;
  const gone = [sourceInstanceId, targetInstanceId].find((instanceId) => {
    const instance = state.instances[instanceId];
    return !instance || !isInLife(state, instance, on);
  });
  if (gone !== undefined) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId: gone, on });
  return accept({
    type: 'MigrationRolledBack',
    payload: { ...body, migrationId: migration.migrationId, sourceInstanceId, targetInstanceId },
  });
};
