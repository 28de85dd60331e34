import { accept, nothing, type Refused } from '../decision.js';
import { supplierIn } from '../reference.js';
import { refuse } from '../refusals.js';
import { retentionTermOn } from '../supplier/state.js';
import { custodyOn, destroyedBy } from './custody.js';
import type { Decide, DecisionContext } from './decider.js';
import type { DataHolder } from './events/fields.js';
import { serviceSpans } from './service-span.js';
import { type AccessRequest, type Instance, type PracticeState } from './state.js';
import { meet } from './spans.js';

/**
 * Asks for the audit trail that a system kept of some days, at any later day and under any retention option or none
 * (S27, S31, A22): on whose authority is told (X10), no patient is named (I15). Refuses INSTANCE_UNKNOWN, DATE_ORDER,
 * PERIOD_NOT_HELD (S26), AUDIT_ACCESS_IMPOSSIBLE.
 * @rule S27
 * @rule X10
 */
export const requestAuditAccess: Decide<'request-audit-access'> = (body, state, { eventId }) => {
  const { instanceId, effectiveDate: on, period } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (period.until < period.from || on < period.from)
    return refuse('DATE_ORDER', {
      what: `Records from ${period.from} to ${period.until} cannot be asked for on ${on}.`,
    });
  const refused = periodRefusal(instance, state, period) ?? destroyedRefusal(state, instanceId, on);
  return refused ?? accept({ type: 'AuditAccessRequested', payload: { ...body, requestId: eventId(0) } });
};

/**
 * The audit trail was given out, at a charge; the effective date is that day. How many accesses of the calendar year
 * are free is taken from the supplier's terms in force on it, and a charge within them is flagged (S31). By whoever
 * holds the trail. Refuses ACCESS_REQUEST_UNKNOWN, NOT_THE_HOLDER, ACCESS_ALREADY_FULFILLED, DATE_ORDER,
 * AUDIT_ACCESS_IMPOSSIBLE.
 * @rule S31
 */
export const fulfilAuditAccess: Decide<'fulfil-audit-access'> = (body, state, context) => {
  const { requestId, effectiveDate: on, chargePence } = body;
  const open = openRequest(requestId, state, on);
  if (open.kind !== 'open') return open;
  const { instanceId } = open.request;
  const refused = holderRefusal(state, instanceId, on, context) ?? destroyedRefusal(state, instanceId, on);
  if (refused) return refused;
  const supplier = supplierIn(context.reference, state.instances[instanceId]?.supplier ?? '');
  const freeAllowance = retentionTermOn(supplier, 'DATR', on)?.freeAccessesPerYear ?? null;
  const nth = accessesInYearOf(state, instanceId, on) + 1;
  const isCharged = chargePence > 0 && freeAllowance !== null && nth <= freeAllowance;
  return accept({
    type: 'AuditAccessFulfilled',
    payload: {
      ...body,
      ...(isCharged && { flags: ['CHARGED_WITHIN_ALLOWANCE'] }),
      instanceId,
      nthOfFreeAllowance: freeAllowance === null ? null : nth,
      freeAllowance,
    },
  });
};

/**
 * The audit trail could not be given out: a gap until it is, or another option is chosen (F9). The supplier says it of
 * its own system, practice and PCT of any. The cause last said of that day again: nothing. Refuses
 * ACCESS_REQUEST_UNKNOWN, NOT_THE_HOLDER, ACCESS_ALREADY_FULFILLED, DATE_ORDER.
 * @rule F9
 */
export const failAuditAccess: Decide<'fail-audit-access'> = (body, state, context) => {
  const { requestId, effectiveDate: on } = body;
  const open = openRequest(requestId, state, on);
  if (open.kind !== 'open') return open;
  const { instanceId, failures } = open.request;
  const isSupplier = context.actor.role === 'SUP';
  const refused = isSupplier ? holderRefusal(state, instanceId, on, context) : undefined;
  if (refused) return refused;
  const last = failures.findLast(({ effectiveDate }) => effectiveDate === on);
  if (last?.cause === body.cause) return nothing;
  return accept({ type: 'AuditAccessFailed', payload: { ...body, instanceId } });
};

interface Open {
  readonly kind: 'open';
  readonly request: AccessRequest;
}

const openRequest = (requestId: string, state: PracticeState, on: string): Open | Refused => {
  const request = state.accessRequests.find((one) => one.requestId === requestId);
  if (!request) return refuse('ACCESS_REQUEST_UNKNOWN', { requestId });
  const { effectiveDate, fulfilled } = request;
  if (fulfilled) return refuse('ACCESS_ALREADY_FULFILLED', { on: fulfilled.effectiveDate });
  if (on < effectiveDate)
    return refuse('DATE_ORDER', { what: `Access was asked for on ${effectiveDate}, after ${on}.` });
  return { kind: 'open', request };
};

const holderRefusal = (
  state: PracticeState,
  instanceId: string,
  on: string,
  { actor: { role, org } }: DecisionContext,
): Refused | undefined => {
  const holder = custodyOn(state, instanceId, on)?.holder;
  const isOwn = role === 'SUP' && org === state.instances[instanceId]?.supplier;
  return isOwn || holds(holder, role, org)
    ? undefined
    : refuse('NOT_THE_HOLDER', { instanceId, on, org, holder: nameOf(holder) });
};

/** A PCT acts for whoever holds the trail without a role of its own here. */
const holds = (holder: DataHolder | null | undefined, role: string, org: string): boolean => {
  if (!holder) return false;
  if (holder.kind === 'SUPPLIER') return role === 'SUP' && org === holder.org;
  return role === (holder.kind === 'PRACTICE' ? 'PR' : 'PCT');
};

const nameOf = (holder: DataHolder | null | undefined): string => {
  if (!holder) return 'nobody on record';
  return holder.kind === 'OTHER' ? holder.name : holder.org;
};

const accessesInYearOf = (state: PracticeState, instanceId: string, on: string): number =>
  state.accessRequests.filter(
    ({ instanceId: id, fulfilled }) =>
      id === instanceId && fulfilled?.effectiveDate.slice(0, 4) === on.slice(0, 4),
  ).length;

/** The audit trail of a day is with the system that held the records on it, and with no other (S26). */
const periodRefusal = (
  instance: Instance,
  state: PracticeState,
  { from, until }: AccessRequest['period'],
): Refused | undefined => {
  const { instanceId } = instance;
  const spans = serviceSpans(state, instance);
  if (spans.some((span) => meet(span, { from, until }))) return undefined;
  const days = spans.map((span) => `from ${span.from} ${span.until === null ? 'on' : `to ${span.until}`}`);
  const held = days.length === 0 ? 'on no day yet' : days.join(' and ');
  return refuse('PERIOD_NOT_HELD', { instanceId, held, from, until });
};

const destroyedRefusal = (state: PracticeState, instanceId: string, on: string): Refused | undefined => {
  const destroyedOn = destroyedBy(state, instanceId, on);
  return destroyedOn === undefined
    ? undefined
    : refuse('AUDIT_ACCESS_IMPOSSIBLE', { instanceId, on: destroyedOn });
};
