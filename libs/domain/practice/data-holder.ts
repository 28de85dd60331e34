import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing } from '../decision.js';
import { refuse } from '../refusals.js';
import { custodyOn, destroyedBy } from './custody.js';
import type { Decide } from './decider.js';
import { lastServiceDay } from './service-span.js';
import { sourceOn } from './migration-source.js';
import type { PracticeState } from './state.js';

/**
 * Records who holds the data and audit trail of a system whose service has ended, or a copy of it, from a day on: the
 * last on record of a day stands (X6). By the PCT, the system's supplier or a supplier that holds them. Refuses
 * INSTANCE_UNKNOWN, NOT_YOUR_SYSTEM, DATA_DESTROYED, DATA_NOT_APART.
 */
export const recordDataHolder: Decide<'record-data-holder'> = (body, state, { actor }) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const holder = custodyOn(state, instanceId, on)?.holder;
  const holds = holder?.kind === 'SUPPLIER' && holder.org === actor.org;
  if (actor.role === 'SUP' && actor.org !== instance.supplier && !holds)
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const destroyedOn = destroyedBy(state, instanceId, on);
  if (destroyedOn !== undefined) return refuse('DATA_DESTROYED', { instanceId, on: destroyedOn });
  if (!hasEnded(state, instanceId, on) && !isCopied(state, instanceId, on))
    return refuse('DATA_NOT_APART', { instanceId, on });
  return accept({ type: 'SourceDataHeldBy', payload: body });
};

/**
 * Records that the data and audit trail of a system were destroyed, with the certificate: two persons of the PCT and
 * the national team together (I14), since they are otherwise kept without end (X6). The same day again: nothing.
 * Refuses INSTANCE_UNKNOWN, DATA_DESTROYED, SERVICE_NOT_ENDED.
 */
export const recordDataDestroyed: Decide<'record-data-destroyed'> = (body, state) => {
  const { instanceId, effectiveDate: on } = body;
  if (!state.instances[instanceId]) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const destroyedOn = state.destroyed[instanceId]?.effectiveDate;
  if (destroyedOn === on) return nothing;
  if (destroyedOn !== undefined) return refuse('DATA_DESTROYED', { instanceId, on: destroyedOn });
  if (!hasEnded(state, instanceId, on)) return refuse('SERVICE_NOT_ENDED', { instanceId, on });
  return accept({ type: 'SourceDataDestroyed', payload: body });
};

const hasEnded = (state: PracticeState, instanceId: string, on: CivilDate): boolean => {
  const lastDay = lastServiceDay(state, instanceId, on);
  return lastDay !== null && lastDay < on;
};

const isCopied = (state: PracticeState, instanceId: string, on: CivilDate): boolean =>
  state.migrations.some((migration) =>
    migration.extracts.some(
      ({ effectiveDate: day }) => day <= on && sourceOn(migration, state, day) === instanceId,
    ),
  );
