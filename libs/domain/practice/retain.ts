import { LATEST } from '../calendar/dates.js';
import { accept, nothing } from '../decision.js';
import { fundingTimeline } from '../funding/timeline.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { openRefusal } from './needs.js';
import { isInLife } from './service-span.js';
import { goLiveFrom, openMigration } from './state.js';

/**
 * The practice keeps its system (S1, S6), which never stands in the way of a later migration (S9). A system that is
 * not centrally funded on that day is kept too, at local cost: one that is not compliant, or on no Call-Off (A28, S4).
 * The basis is what funding answers for its licence, so that a level lost after sign-up makes it local only where that
 * stops the funding (A29). A refused migration is closed by it; any other open one refuses it (I1). Decided so for that
 * day already: nothing. One that the practice has left is kept by an option of retention instead (S25, S28).
 * Refuses INSTANCE_UNKNOWN, EVIDENCE_REQUIRED, MIGRATION_OPEN, INSTANCE_NOT_IN_LIFE, SYSTEM_LEFT.
 * @rule S6
 * @rule S9
 * @rule A28
 */
export const retainSystem: Decide<'retain-system'> = (body, state, { ods, actor, reference }) => {
  const { instanceId, upgradePath, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (actor.role === 'PCT' && !body.evidence?.length) return refuse('EVIDENCE_REQUIRED');
  const refused = openRefusal(state, on);
  if (refused) return refused;
  if (!isInLife(state, instance, on)) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const left = goLiveFrom(state, instanceId, on);
  if (left) return refuse('SYSTEM_LEFT', { instanceId, since: left.on });
  const last = state.retained.at(-1);
  const isSo =
    !openMigration(state) &&
    last?.instanceId === instanceId &&
    last.effectiveDate === on &&
    last.upgradePath === upgradePath;
  if (isSo) return nothing;
  const isCentral = fundingTimeline(state, reference).some(
    ({ instanceId: of, row, from, to, payer }) =>
      of === instanceId &&
      row === 'SOFTWARE_LICENCE' &&
      from <= on &&
      on < (to ?? LATEST) &&
      payer === 'CENTRAL',
  );
  const fundingBasis = isCentral ? 'CENTRAL' : 'LOCAL_ONLY';
  return accept({ type: 'SystemRetained', payload: { ...body, ods, fundingBasis } });
};
