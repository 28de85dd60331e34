import { LATEST, type CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Refused } from '../decision.js';
import { supplierIn } from '../reference.js';
import { refuse } from '../refusals.js';
import { retentionTermOn } from '../supplier/state.js';
import type { BodyOf } from './commands.js';
import type { Decide, DecisionContext } from './decider.js';
import type { PayloadOf } from './events.js';
import { lastServiceDay, noticeWithin } from './service-span.js';
import { availableUntil } from './retention-availability.js';
import { leftOn, standingRetention, type PracticeState, type Retention } from './state.js';
import { retentionBegan, retentionEnd, retentionStart } from './retention-span.js';

/** What ordering and changing an option have in common. */
type Order = BodyOf<'order-retention'>;

/**
 * Orders the first option, or the next after one that has ended: one stands at a time (A22). Refuses
 * INSTANCE_UNKNOWN, GO_LIVE_MISSING, RETENTION_STANDS, RETENTION_OVERLAPS (I11), and what `optionPayload` refuses.
 * @rule S30
 * @rule A22
 */
export const orderRetention: Decide<'order-retention'> = (body, state, context) => {
  const { instanceId } = body;
  if (!state.instances[instanceId]) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const payload = retentionOrder(body, state, context);
  return 'refusal' in payload ? payload : accept({ type: 'RetentionOrdered', payload });
};

/** The payload of RetentionOrdered, or why the order is refused; a notice may carry the order with it (S36). */
export const retentionOrder = (
  body: Order,
  state: PracticeState,
  context: DecisionContext,
): PayloadOf<'RetentionOrdered'> | Refused => {
  const { instanceId, effectiveDate } = body;
  const standing = standingRetention(state, instanceId);
  if (!standing) return optionPayload(body, state, context);
  const { option } = standing;
  const until = retentionEnd(state, standing);
  const from = retentionStart(state, body) ?? effectiveDate;
  if (until === null || (effectiveDate <= until && from <= until))
    return refuse('RETENTION_STANDS', { option, instanceId });
  return from <= until
    ? refuse('RETENTION_OVERLAPS', { option, held: `lasted until ${until}` })
    : optionPayload(body, state, context);
};

/**
 * Replaces the standing option from a day after it began. The same option on the same terms: nothing. Refuses
 * INSTANCE_UNKNOWN, NO_RETENTION_STANDS, RETENTION_OVERLAPS (I11), and what `optionPayload` refuses.
 */
export const changeRetention: Decide<'change-retention'> = (body, state, context) => {
  const { instanceId, from, effectiveDate } = body;
  if (!state.instances[instanceId]) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const standing = standingOn(state, instanceId, effectiveDate);
  if ('refusal' in standing) return standing;
  const isSame =
    standing.option === body.option && standing.payer === body.payer && standing.until === body.until;
  if (isSame) return nothing;
  const began = retentionBegan(state, standing);
  if (began !== null && from <= began)
    return refuse('RETENTION_OVERLAPS', { option: standing.option, held: `began on ${began}` });
  const payload = optionPayload(body, state, context);
  if ('refusal' in payload) return payload;
  return accept({ type: 'RetentionOptionChanged', payload: { ...payload, from, was: standing.option } });
};

/**
 * Ends the standing option on a day, its last, which may lie ahead; what comes after it is a gap until another is
 * ordered (A22). One that ends before it begins never holds. The day that it ends on already: nothing. Refuses
 * INSTANCE_UNKNOWN, NO_RETENTION_STANDS, DATE_ORDER.
 */
export const endRetention: Decide<'end-retention'> = (body, state) => {
  const { instanceId, effectiveDate, until } = body;
  if (!state.instances[instanceId]) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const standing = standingOn(state, instanceId, effectiveDate);
  if ('refusal' in standing) return standing;
  const { option, lastDay } = standing;
  if (lastDay === until) return nothing;
  const began = retentionBegan(state, standing);
  const hasBegun = began !== null && began <= effectiveDate;
  if ((hasBegun && until < began) || (lastDay !== null && lastDay < until))
    return refuse('DATE_ORDER', {
      what: `The option ${option} holds from ${began ?? 'the end of the service'} to ${lastDay ?? 'no day on record'}: it cannot end on ${until}.`,
    });
  return accept({ type: 'RetentionEnded', payload: { ...body, option } });
};

/** The option that is changed or ended by an act of that day: ordered by then, and not over (A22, R10). */
const standingOn = (state: PracticeState, instanceId: string, on: CivilDate): Retention | Refused => {
  const standing = standingRetention(state, instanceId);
  return standing && standing.effectiveDate <= on && on <= (standing.lastDay ?? on)
    ? standing
    : refuse('NO_RETENTION_STANDS', { instanceId, on });
};

/**
 * An option's payload with the supplier's price in force on the effective date (S32). Refuses GO_LIVE_MISSING,
 * DATE_ORDER, FULL_WHILE_NOTICE_RUNS (A23), INSTANCE_NOT_IN_LIFE (S29), RETENTION_UNAVAILABLE (A26).
 */
const optionPayload = (
  body: Order,
  state: PracticeState,
  { reference }: DecisionContext,
): PayloadOf<'RetentionOrdered'> | Refused => {
  const { instanceId, option, effectiveDate, from = LATEST } = body;
  const supplier = state.instances[instanceId]?.supplier ?? '';
  const left = leftOn(state, instanceId, effectiveDate);
  const leaving = ` that leaves ${instanceId}`;
  if (left === undefined) return refuse('GO_LIVE_MISSING', { with: leaving });
  if (effectiveDate < left)
    return refuse('GO_LIVE_MISSING', { with: `${leaving} on or before ${effectiveDate}` });
  const priceSnapshot = retentionTermOn(supplierIn(reference, supplier), option, effectiveDate);
  const refused = dateRefusal(body, state, left) ?? fullRefusal(body, state);
  if (refused) return refused;
  const last = availableUntil(state, body, priceSnapshot);
  if (last !== null && (body.until ?? '9999') > last)
    return refuse('RETENTION_UNAVAILABLE', { supplier, option, until: last });
  const lastDay = lastServiceDay(state, instanceId, effectiveDate);
  const isEarly = lastDay !== null && from <= lastDay && option !== 'FULL';
  return { ...body, ...(isEarly && { flags: ['RETENTION_BEFORE_SERVICE_END'] }), priceSnapshot };
};

const dateRefusal = (body: Order, state: PracticeState, left: CivilDate): Refused | undefined => {
  const from = retentionStart(state, body) ?? body.effectiveDate;
  if (from < left)
    return refuse('DATE_ORDER', { what: `Retention from ${from} begins before go-live of ${left}.` });
  if (body.until !== undefined && body.until < from)
    return refuse('DATE_ORDER', { what: `Retention from ${from} ends before it begins, on ${body.until}.` });
  return undefined;
};

/**
 * Full retention keeps the service without change: it needs one, without a notice (A23, I10).
 * @rule S29
 * @rule A23
 * @rule I10
 */
const fullRefusal = (body: Order, state: PracticeState): Refused | undefined => {
  const { instanceId, option, effectiveDate, from = effectiveDate, until } = body;
  if (option !== 'FULL') return undefined;
  const notice = noticeWithin(state, instanceId, { from, until: until ?? '9999' });
  const endsOn = lastServiceDay(state, instanceId, effectiveDate);
  if (endsOn !== null && endsOn < from) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on: from });
  const ran = endsOn ?? notice?.withdrawn?.effectiveDate ?? 'a day that go-live sets';
  return notice && refuse('FULL_WHILE_NOTICE_RUNS', { instanceId, endsOn: ran });
};
