import type { CivilDate } from '../calendar/dates.js';
import { hasSucceeded } from '../commissioner/succession.js';
import { accept, nothing } from '../decision.js';
import { callOffIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { actingFor } from './authority.js';
import { signUpGap } from './compliance.js';
import type { Decide } from './decider.js';
import { callOffOn, optOutOn } from './installed.js';
import { lastServiceDay } from './service-span.js';
import { goLiveFrom, type PracticeState } from './state.js';

/**
 * Covers an instance by the Call-Off of its supplier and the practice's PCT, which starts its central funding (S7,
 * A30); sign-up needs Level 2, Choose and Book and ETP, in this order (S3). It ends an opt-out (X3), and one that left
 * may join again. Joined on that day already: nothing. Refuses INSTANCE_UNKNOWN, LSP_NEEDS_NO_CALL_OFF,
 * ALREADY_ON_CALL_OFF, INSTANCE_NOT_IN_LIFE, what S3 lacks, and CALL_OFF_MISSING.
 * @rule S7
 */
export const joinCallOff: Decide<'join-call-off'> = (body, state, context) => {
  const { instanceId, effectiveDate: on } = body;
  const { ods, reference } = context;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (instance.contract === 'LSP') return refuse('LSP_NEEDS_NO_CALL_OFF', { instanceId });
  const standing = instance.callOffs.find(({ until }) => until === null || on <= until);
  if (standing?.effectiveDate === on) return nothing;
  if (standing) return refuse('ALREADY_ON_CALL_OFF', { instanceId, from: standing.effectiveDate });
  const until = lastServiceDay(state, instanceId, on);
  if (on < instance.effectiveDate || (until !== null && on > until))
    return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const gap = signUpGap(instance, reference, on);
  if (gap) return gap;
  const { supplier } = instance;
  const current = actingFor(context);
  const pct = signatory(current, supplier, on, { state, ods, reference });
  if (pct === undefined) return refuse('CALL_OFF_MISSING', { pct: current, supplier, on });
  return accept({ type: 'PracticeJoinedCallOff', payload: { ...body, pct, supplier } });
};

/**
 * Whose Call-Off with the supplier covers the practice on that day: that of its commissioner `current`, else of an
 * earlier one which this one succeeded and whose Call-Off it so took over (R4); undefined where there is none.
 */
export const signatory = (
  current: string,
  supplier: string,
  on: CivilDate,
  {
    state,
    ods,
    reference,
  }: { readonly state: PracticeState; readonly ods: string; readonly reference: Reference },
): string | undefined => {
  const predecessors = state.commissioners
    .map(({ code }) => code)
    .filter((code) => hasSucceeded(current, code, { ods, by: on, reference }));
  return [current, ...predecessors].find((code) => {
    const { signed } = callOffIn(reference, code, supplier);
    return signed && signed.from <= on;
  });
};

/**
 * Records that the practice wants no cover for an instance, which it would have by default (X3); a later join ends
 * it. Opted out on that day already: nothing. Refuses INSTANCE_UNKNOWN, LSP_NEEDS_NO_CALL_OFF, COVERED_BY_CALL_OFF.
 * @rule X3
 */
export const optOut: Decide<'opt-out'> = (body, { instances }, context) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const { contract, supplier, callOffs } = instance;
  if (contract === 'LSP') return refuse('LSP_NEEDS_NO_CALL_OFF', { instanceId });
  const standing = callOffs.find(({ until }) => until === null || on <= until);
  if (standing) return refuse('COVERED_BY_CALL_OFF', { instanceId, from: standing.effectiveDate });
  if (optOutOn(instance, on)?.effectiveDate === on) return nothing;
  return accept({ type: 'PracticeOptedOut', payload: { ...body, pct: actingFor(context), supplier } });
};

/**
 * Records the last day on which a Call-Off covers an instance (R6): later days are not centrally funded, but for a
 * bedding-in that has begun. Left on that day already: nothing. Refuses INSTANCE_UNKNOWN, NOT_ON_CALL_OFF.
 */
export const leaveCallOff: Decide<'leave-call-off'> = (body, { instances }) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const span = callOffOn(instance, on);
  if (!span) return refuse('NOT_ON_CALL_OFF', { instanceId, on });
  const { pct, supplier } = span;
  return span.until === on
    ? nothing
    : accept({ type: 'PracticeLeftCallOff', payload: { ...body, pct, supplier } });
};

/**
 * The national team has days of a source that was left centrally funded after bedding-in too (A9). Granted so
 * already: nothing. Refuses INSTANCE_UNKNOWN, GO_LIVE_MISSING, DATE_ORDER.
 */
export const grantFundingException: Decide<'grant-funding-exception'> = (body, state) => {
  const { instanceId, from, until } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (!goLiveFrom(state, instanceId) && !goLiveFrom(state, instanceId, from))
    return refuse('GO_LIVE_MISSING', { with: ` that leaves ${instanceId}` });
  if (until < from)
    return refuse('DATE_ORDER', { what: `An exception from ${from} ends before, on ${until}.` });
  const isGranted = instance.fundingExceptions.some((one) => one.from <= from && until <= one.until);
  return isGranted ? nothing : accept({ type: 'CentralFundingExceptionGranted', payload: body });
};
