import { addDays, type CivilDate } from '../calendar/dates.js';
import { isAtRisk, levelEvent } from '../practice/compliance.js';
import { agreementCuts, agreementOn, lacksAgreement } from '../practice/pct-practice-agreement.js';
import type { Instance, PracticeState } from '../practice/state.js';
import { supplierIn, type Reference } from '../reference.js';
import { suspensionOn } from '../supplier/state.js';
import type { Paying } from './paying.js';

/**
 * A day's central funding, unless something holds it back: no PCT-Practice Agreement in force, which X1 asks for
 * whatever the reason is that the day is central (R6); or the practice closed, since a Call-Off covers none that is no
 * more, as its closure ends a bedding-in (A11); or the product's central funding suspended, by a national decision or,
 * where the policy says so, as soon as its compliance is lost (A29). A suspension stops what a Call-Off funds and not a
 * bedding-in that has begun, which ends only as A11 says (R6). R19's codes name neither the agreement nor a suspension,
 * and NO_CALL_OFF would be untrue of a practice that is on one: hence NO_PCT_PRACTICE_AGREEMENT and FUNDING_SUSPENDED.
 * @rule A29
 */
export const unlessHeldBack = (
  paying: Paying,
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  on: CivilDate,
): Paying => {
  const { policy } = paying;
  if (paying.reason === 'CALL_OFF' && state.closedOn !== null && state.closedOn < on)
    return { ...CLOSED, policy, events: [state.closedBy].filter((id) => id !== null) };
  if (lacksAgreement(state, on)) return { ...NO_AGREEMENT, policy, events: endedBy(state, on) };
  const events = [...paying.events, agreementOn(state, on)?.eventId].filter((id) => id !== undefined);
  if (paying.reason !== 'CALL_OFF') return { ...paying, events };
  const suspended = suspensionOn(supplierIn(reference, instance.supplier), instance.productId, on);
  if (suspended) return { ...FUNDING_SUSPENDED, policy, events: [...paying.events, suspended.eventId] };
  if (policy.parameters['compliance.lossEffect'] !== 'SUSPEND' || !isAtRisk(instance, reference, on))
    return { ...paying, events };
  const lostBy = [levelEvent(instance, reference, on)].filter((id) => id !== undefined);
  return { ...COMPLIANCE_LOST, policy, events: [...paying.events, ...lostBy] };
};

/** The days on which something of this may change. */
export const heldBackChangeDays = (
  state: PracticeState,
  reference: Reference,
  { supplier, productId, upgrades }: Instance,
): readonly CivilDate[] => {
  const { levels, centralFunding } = supplierIn(reference, supplier);
  return [
    ...agreementCuts(state),
    ...upgrades.map(({ effectiveDate }) => effectiveDate),
    ...(state.closedOn === null ? [] : [addDays(state.closedOn, 1)]),
    ...[...levels, ...centralFunding].filter((one) => one.productId === productId).map(({ from }) => from),
  ];
};

/** What ended the last agreement before that day, where something did. */
export const endedBy = ({ agreements }: PracticeState, on: CivilDate): readonly string[] =>
  agreements
    .filter(({ until }) => until !== null && until < on)
    .slice(-1)
    .map((agreement) => agreement.endedBy)
    .filter((id) => id !== null);

const CLOSED = {
  payer: 'COMMISSIONER',
  reason: 'NO_CALL_OFF',
  rule: 'A11',
  why: 'The practice has closed',
} as const;
const NO_AGREEMENT = {
  payer: 'COMMISSIONER',
  reason: 'NO_PCT_PRACTICE_AGREEMENT',
  rule: 'X1',
  why: 'No PCT-Practice Agreement is in force, and central funding asks for one',
} as const;
const FUNDING_SUSPENDED = {
  payer: 'COMMISSIONER',
  reason: 'FUNDING_SUSPENDED',
  rule: 'A29',
  why: 'The national team has suspended the central funding of this system',
} as const;
const COMPLIANCE_LOST = {
  ...FUNDING_SUSPENDED,
  why: 'This system has lost the level that sign-up needs, and the policy suspends its funding with it',
} as const;
