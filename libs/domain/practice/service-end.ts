import { accept, nothing } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { serviceSpanOn } from './service-span.js';

/**
 * Records the last day of an instance's service, by its own supplier or the PCT; it replaces the notice's end,
 * earlier or later (R8), but not the day of a rollback (A20). The same day again: nothing. Refuses INSTANCE_UNKNOWN,
 * NOT_YOUR_SYSTEM, SERVICE_ALREADY_ENDED, INSTANCE_NOT_IN_LIFE.
 */
export const endSourceService: Decide<'end-source-service'> = (body, state, { actor }) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (actor.role === 'SUP' && actor.org !== instance.supplier)
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const span = serviceSpanOn(state, instanceId, on);
  const end = (span?.serviceEnd ?? span?.rolledBack)?.effectiveDate;
  if (end === on) return nothing;
  if (end !== undefined) return refuse('SERVICE_ALREADY_ENDED', { instanceId, on: end });
  if (!span || on < span.from) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  return accept({ type: 'SourceServiceEnded', payload: body });
};
