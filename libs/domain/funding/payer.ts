import type { CivilDate } from '../calendar/dates.js';
import type { PriceRow } from '../fields.js';
import type { PolicySet } from '../policy/state.js';
import { callOffOn } from '../practice/installed.js';
import { serviceSpanOn } from '../practice/service-span.js';
import { standsYet } from '../practice/order-span.js';
import { lacksAgreement } from '../practice/pct-practice-agreement.js';
import { type Instance, type Order, type PracticeState } from '../practice/state.js';
import { policyInForce, type Reference } from '../reference.js';
import { endedBy, unlessHeldBack } from './held-back.js';
import type { Paying } from './paying.js';
import type { PartInMigration, SourcePart, TargetPart } from './part-in-migration.js';
import { hasDay } from '../practice/spans.js';

/**
 * Who pays for a row of a service on a day of its life. The LSP's contract pays for what is under it, or was selected
 * so (A14). Else the row's payer is that of the who-pays table; CENTRAL needs
 * the Call-Off (S7), of a target also the order (A16), and of a source ends with bedding-in (S25, A8), until the
 * day after a rollback (A20), unless a national exception covers the day (A9); X1 holds all of it back, an exception's
 * too (R6), and A29 what a Call-Off funds.
 * @rule A14
 */
export const payingOn = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  parts: readonly PartInMigration[],
  row: PriceRow,
  on: CivilDate,
): Paying => {
  const part = parts.findLast((one) => hasDay(one, on));
  const policy = part?.kind === 'SOURCE' ? part.policy : policyInForce(reference, on);
  if (instance.contract === 'LSP') return { ...LSP, policy, events: [] };
  const target = parts.filter((one) => one.kind === 'TARGET').findLast(({ from }) => from <= on);
  if (target?.isLsp) return { ...LSP, policy, events: target.events };
  if (policy.whoPays[row] !== 'CENTRAL') return { ...ROUTINE_SUPPORT, policy, events: [] };
  const paying =
    part?.kind === 'SOURCE'
      ? payingForSource(state, instance, part, on)
      : payingInUse(instance, parts, part, policy, on);
  return paying.payer === 'CENTRAL' ? unlessHeldBack(paying, state, reference, instance, on) : paying;
};

const payingInUse = (
  instance: Instance,
  parts: readonly PartInMigration[],
  part: TargetPart | undefined,
  policy: PolicySet,
  on: CivilDate,
): Paying => {
  const callOff = callOffOn(instance, on);
  if (!callOff) return { ...NO_CALL_OFF, policy, events: leftBy(instance, on) };
  if (part === undefined) return { ...callOffOf(callOff.eventId, parts, on), policy };
  const events = [callOff.eventId, ...part.events];
  const order = orderCounting(part, on);
  if (!order) return { ...UNFUNDED_NO_ORDER, policy, events: [...events, ...cancelledBy(part, on)] };
  return { ...CALL_OFF_OF_TARGET, policy, events: [...events, order.eventId] };
};

/**
 * An order counts from its day, one placed late from go-live on where the policy says so (A16), until it is cancelled.
 * @rule A16
 */
const orderCounting = ({ orders, policy }: PartInMigration, on: CivilDate): Order | undefined => {
  const isEarly = policy.parameters['funding.lateOrder'] === 'FROM_GO_LIVE';
  return orders.find((order) => (isEarly || order.effectiveDate <= on) && standsYet(order, on));
};

/** What cancelled the last order by that day, where something did (S18). */
const cancelledBy = ({ orders }: TargetPart, on: CivilDate): readonly string[] =>
  orders
    .flatMap(({ cancelled }) => (cancelled && cancelled.effectiveDate <= on ? [cancelled.eventId] : []))
    .slice(-1);

/** The Call-Off of a system that no migration is winding down: from the day after a rollback again (A20). */
const callOffOf = (callOffEvent: string, parts: readonly PartInMigration[], on: CivilDate) => {
  const last = parts.findLast(({ from }) => from <= on);
  if (last?.kind !== 'SOURCE') return { ...CALL_OFF, events: [callOffEvent] };
  return { ...CALL_OFF_AGAIN, events: [callOffEvent, ...last.rolledBackBy] };
};

const payingForSource = (
  state: PracticeState,
  instance: Instance,
  part: SourcePart,
  on: CivilDate,
): Paying => {
  const { policy, events } = part;
  const isBeddingIn = part.beddingInEndsOn !== null && on <= part.beddingInEndsOn;
  const granted = isBeddingIn ? undefined : exceptionOn(instance, on);
  if (granted && !lacksAgreement(state, on))
    return { ...FUNDING_EXCEPTION, policy, events: [granted.eventId] };
  const lapsed = granted ? endedBy(state, on) : [];
  if (part.beddingInEndsOn === null) return { ...NO_CALL_OFF, policy, events: lapsed };
  if (!isBeddingIn) {
    const why = whyAfterBeddingIn(state, instance, on);
    return { ...localPayer(part), why, policy, events: [...events, ...lapsed] };
  }
  const joined = [callOffOn(instance, part.from)].flatMap((span) => span?.eventId ?? []);
  if (part.isOrderRequired && !orderCounting(part, on))
    return { ...BEDDING_IN_NOT_ORDERED, policy, events: [...joined, ...events] };
  return { ...BEDDING_IN, policy, events: [...joined, ...events] };
};

/**
 * Who pays what CENTRAL paid until bedding-in ended: the commissioner, the practice, or both (A8, R5).
 * @rule A8
 */
const localPayer = ({ practicePercent }: SourcePart) => {
  if (practicePercent === 100) return { ...AFTER_BEDDING_IN, payer: 'PRACTICE' as const };
  return practicePercent === 0 ? AFTER_BEDDING_IN : { ...AFTER_BEDDING_IN, practicePercent };
};

/**
 * The exception by which the national team funds that day after bedding-in (A9), while an agreement is in force (R6).
 * @rule A9
 */
const exceptionOn = ({ fundingExceptions }: Instance, on: CivilDate) =>
  fundingExceptions.find(({ from, until }) => from <= on && on <= until);

/** What ended the last cover before that day, where there was one. */
const leftBy = ({ callOffs }: Instance, on: CivilDate): readonly string[] =>
  callOffs
    .filter(({ until }) => until !== null && until < on)
    .slice(-1)
    .map((span) => span.leftBy)
    .filter((id) => id !== null);

const whyAfterBeddingIn = (state: PracticeState, instance: Instance, on: CivilDate): string => {
  const span = serviceSpanOn(state, instance.instanceId, on);
  if (span?.notice)
    return `After bedding-in end, before the notice end${span.notice.extensions.length > 0 ? ' as extended' : ''}`;
  return span?.serviceEnd
    ? 'After bedding-in end, before the recorded end of the service; no notice is on record'
    : 'After bedding-in end; no notice is on record, so the charge runs on';
};

const CALL_OFF = {
  payer: 'CENTRAL',
  reason: 'CALL_OFF',
  rule: 'S7',
  why: 'The practice is covered by a Call-Off for this system',
} as const;
const CALL_OFF_AGAIN = {
  ...CALL_OFF,
  rule: 'A20',
  why: 'The practice returned to this system, which a Call-Off covers',
} as const;
const CALL_OFF_OF_TARGET = {
  ...CALL_OFF,
  rule: 'A16',
  why: 'The new system is live, covered by a Call-Off and ordered on the Tracking Database',
} as const;
const BEDDING_IN = {
  payer: 'CENTRAL',
  reason: 'BEDDING_IN',
  rule: 'S25',
  why: 'The previous GPSoC system is centrally funded during bedding-in after Business Go Live',
} as const;
const BEDDING_IN_NOT_ORDERED = {
  payer: 'COMMISSIONER',
  reason: 'UNFUNDED_NO_ORDER',
  rule: 'A16',
  why: 'By policy bedding-in is funded once the order is on the Tracking Database, and it is not',
} as const;
const FUNDING_EXCEPTION = {
  payer: 'CENTRAL',
  reason: 'FUNDING_EXCEPTION',
  rule: 'A9',
  why: 'The national team has granted central funding of this day after bedding-in',
} as const;
const AFTER_BEDDING_IN = { payer: 'COMMISSIONER', reason: 'AFTER_BEDDING_IN', rule: 'A8' } as const;
const NO_CALL_OFF = {
  payer: 'COMMISSIONER',
  reason: 'NO_CALL_OFF',
  rule: 'S7',
  why: 'No Call-Off covers this system at the practice',
} as const;
const UNFUNDED_NO_ORDER = {
  payer: 'COMMISSIONER',
  reason: 'UNFUNDED_NO_ORDER',
  rule: 'A17',
  why: 'The new system is live but its order is not yet on the Tracking Database',
} as const;
const ROUTINE_SUPPORT = {
  payer: 'COMMISSIONER',
  reason: 'ROUTINE_SUPPORT',
  rule: 'A8',
  why: 'The who-pays table makes this row routinely the commissioner’s',
} as const;
const LSP = {
  payer: 'LSP_CONTRACT',
  reason: 'LSP',
  rule: 'A14',
  why: 'The Local Service Provider’s contract pays for this system',
} as const;
