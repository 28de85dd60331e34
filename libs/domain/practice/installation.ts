import type { CivilDate } from '../calendar/dates.js';
import { hasSucceeded } from '../commissioner/succession.js';
import { accept, nothing, type Refused } from '../decision.js';
import { supplierOf } from '../fields.js';
import { callOffIn, supplierOfProduct } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { isListed, levelOn } from '../supplier/state.js';
import type { BodyOf } from './commands.js';
import { signUpGap } from './compliance.js';
import type { Decide, DecisionContext } from './decider.js';
import { lastServiceDay } from './notice-end.js';
import { type Instance, type PracticeState } from './state.js';

/**
 * Registers a system installed at the practice. A product that nobody lists is accepted as a fact (A28, S4); of a
 * listed one the level may not exceed the product's (S2). With a `migrationId` it is that migration's target (R6).
 * Registered already as asked: nothing. Refuses INSTANCE_ID_TAKEN, MIGRATION_UNKNOWN, SYSTEM_NOT_SELECTED,
 * NOT_THE_SELECTED_SYSTEM, LEVEL_ABOVE_PRODUCT.
 */
export const registerInstance: Decide<'register-instance'> = (body, state, { reference }) => {
  const { instanceId, productId, level, effectiveDate: on } = body;
  const known = state.instances[instanceId];
  if (known) return isAsRegistered(known, body) ? nothing : refuse('INSTANCE_ID_TAKEN', { instanceId });
  const refused = targetRefusal(body, state);
  if (refused) return refused;
  const supplier = supplierOfProduct(reference, productId);
  const productLevel = levelOn(supplier, productId, on) ?? 0;
  if (isListed(supplier, productId, on) && level > productLevel)
    return refuse('LEVEL_ABOVE_PRODUCT', { productId, productLevel, level, on });
  const payload = { ...body, supplier: supplierOf(productId) };
  return accept({ type: 'SystemInstanceRegistered', payload });
};

const isAsRegistered = (known: Instance, body: BodyOf<'register-instance'>): boolean => {
  const { reason: _reason, evidence: _evidence, ...asked } = body;
  return Object.entries(asked).every(([field, value]) => isSame(known[field as keyof Instance], value));
};

const targetRefusal = (
  { productId, migrationId, effectiveDate: on }: BodyOf<'register-instance'>,
  { migrations }: PracticeState,
): Refused | null => {
  if (migrationId === undefined) return null;
  const migration = migrations.find((one) => one.migrationId === migrationId);
  if (!migration || migration.status === 'CLOSED') return refuse('MIGRATION_UNKNOWN', { migrationId });
  if (!migration.selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  const selected = migration.selected.productId;
  return selected === productId ? null : refuse('NOT_THE_SELECTED_SYSTEM', { selected, productId });
};

/**
 * Covers an instance by the Call-Off of its supplier and the practice's PCT, which starts its central funding (S7,
 * A30); sign-up needs Level 2, Choose and Book and ETP, in this order (S3). Joined on that day already: nothing.
 * Refuses INSTANCE_UNKNOWN, LSP_NEEDS_NO_CALL_OFF, ALREADY_ON_CALL_OFF, INSTANCE_NOT_IN_LIFE, what S3 lacks, and
 * CALL_OFF_MISSING.
 */
export const joinCallOff: Decide<'join-call-off'> = (body, state, context) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (instance.contract === 'LSP') return refuse('LSP_NEEDS_NO_CALL_OFF', { instanceId });
  if (instance.callOff?.effectiveDate === on) return nothing;
  if (instance.callOff)
    return refuse('ALREADY_ON_CALL_OFF', { instanceId, from: instance.callOff.effectiveDate });
  const until = lastServiceDay(state, instanceId);
  if (on < instance.effectiveDate || (until !== null && on > until))
    return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const gap = signUpGap(instance, context.reference, on);
  if (gap) return gap;
  const { supplier } = instance;
  const current = actingFor(context);
  const pct = signatory(current, supplier, on, state, context);
  if (pct === undefined) return refuse('CALL_OFF_MISSING', { pct: current, supplier, on });
  return accept({ type: 'PracticeJoinedCallOff', payload: { ...body, pct, supplier } });
};

/** The practice's commissioner on the effective date, which is who the acting PCT is or acts for (I2). */
const actingFor = ({ actor }: DecisionContext): string => actor.onBehalfOf ?? actor.org;

/**
 * Whose Call-Off with the supplier covers the practice on that day: its commissioner's, else that of an earlier
 * commissioner of the practice which this one succeeded and so took over (R4).
 */
const signatory = (
  current: string,
  supplier: string,
  on: CivilDate,
  { commissioners }: PracticeState,
  { ods, reference }: DecisionContext,
): string | undefined => {
  const predecessors = commissioners
    .map(({ code }) => code)
    .filter((code) => hasSucceeded(current, code, { ods, by: on, reference }));
  return [current, ...predecessors].find(
    (code) => (callOffIn(reference, code, supplier).signed?.from ?? '9999') <= on,
  );
};

/**
 * Puts the practice's agreement with its PCT on file (X1). Signed on that day already: nothing.
 */
export const recordPctPracticeAgreement: Decide<'record-pct-practice-agreement'> = (
  body,
  { agreements },
  context,
) => {
  const pct = actingFor(context);
  const isSigned = agreements.some((one) => one.pct === pct && one.effectiveDate === body.effectiveDate);
  return isSigned ? nothing : accept({ type: 'PctPracticeAgreementSigned', payload: { ...body, pct } });
};
