import { LATEST } from '../calendar/dates.js';
import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { openRefusal, whileOpenRefusal } from './needs.js';

/**
 * A go-live that was declared by mistake never happened, on any day: a second person of the PCT confirms (I14, F7).
 * That is not a correction of its day, which `correct-go-live` makes. Its migration is open again, the target has no
 * life (R6), and notices and retention that rest on it stay on record to be reviewed. Refuses GO_LIVE_MISSING,
 * GO_LIVE_NOT_THE_LATEST, GO_LIVE_ROLLED_BACK, DATE_ORDER before the go-live (R10), and MIGRATION_OPEN while another
 * is open, or was on a day from then on (I1).
 * @rule F7
 */
export const retractGoLive: Decide<'retract-go-live'> = (body, state) => {
  const migration = state.migrations.findLast(({ goLive }) => goLive);
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const { goLive } = migration;
  const { targetEventId, effectiveDate: on } = body;
  if (goLive.events[0] !== targetEventId) return refuse('GO_LIVE_NOT_THE_LATEST', { targetEventId });
  if (goLive.rolledBack) return refuse('GO_LIVE_ROLLED_BACK', { on: goLive.rolledBack.effectiveDate });
  if (on < goLive.on)
    return refuse('DATE_ORDER', {
      what: `The go-live of ${goLive.on} cannot be retracted on ${on}, before it.`,
    });
  return (
    whileOpenRefusal(state, on) ??
    openRefusal({ migrations: state.migrations.filter((one) => one !== migration) }, on, LATEST) ??
    accept({ type: 'GoLiveRetracted', payload: { ...body, migrationId: migration.migrationId } })
  );
};
