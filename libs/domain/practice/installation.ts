import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Refused } from '../decision.js';
import { supplierOf } from '../fields.js';
import { supplierOfProduct, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { isListed, levelOn } from '../supplier/state.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import { isInstalled } from './installed.js';
import { lastServiceDay } from './service-span.js';
import type { Instance, PracticeState } from './state.js';

/**
 * Registers a system installed at the practice. A product that nobody lists is accepted as a fact (A28, S4); of a
 * listed one the level may not exceed the product's (S2). With a `migrationId` it is that migration's target (R6), of
 * the product and under the contract that it selected: what was selected as LSP is no GPSoC target (S16, A14).
 * Registered already as asked: nothing. Refuses INSTANCE_ID_TAKEN, MIGRATION_UNKNOWN, SYSTEM_NOT_SELECTED,
 * NOT_THE_SELECTED_SYSTEM, LEVEL_ABOVE_PRODUCT.
 */
export const registerInstance: Decide<'register-instance'> = (body, state, { reference }) => {
  const { instanceId, productId, level, effectiveDate: on } = body;
  const known = state.instances[instanceId];
  if (known) return isAsRegistered(known, body) ? nothing : refuse('INSTANCE_ID_TAKEN', { instanceId });
  const refused = targetRefusal(body, state) ?? levelRefusal(productId, level, reference, on);
  if (refused) return refused;
  const payload = { ...body, supplier: supplierOf(productId) };
  return accept({ type: 'SystemInstanceRegistered', payload });
};

const isAsRegistered = (known: Instance, body: BodyOf<'register-instance'>): boolean => {
  const { reason: _reason, evidence: _evidence, ...asked } = body;
  return Object.entries(asked).every(([field, value]) => isSame(known[field as keyof Instance], value));
};

const targetRefusal = (
  { productId, contract, migrationId, effectiveDate: on }: BodyOf<'register-instance'>,
  { migrations }: PracticeState,
): Refused | null => {
  if (migrationId === undefined) return null;
  const migration = migrations.find((one) => one.migrationId === migrationId);
  if (!migration || migration.status === 'CLOSED') return refuse('MIGRATION_UNKNOWN', { migrationId });
  if (!migration.selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  const { productId: selected, kind } = migration.selected;
  const selectedContract = kind === 'LSP' ? 'LSP' : 'GPSOC';
  return selected === productId && selectedContract === contract
    ? null
    : refuse('NOT_THE_SELECTED_SYSTEM', { selected, selectedContract, productId, contract });
};

/**
 * Confirms from which day a national function is installed with a system (S3). Installed by that day already: nothing.
 * Refuses INSTANCE_UNKNOWN, INSTANCE_NOT_IN_LIFE.
 */
export const confirmInstalled: Decide<'confirm-installed'> = (body, state) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (!isAtPractice(instance, state, on)) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const isSo = isInstalled(instance, body.function, on);
  return isSo ? nothing : accept({ type: 'NationalFunctionInstalled', payload: body });
};

/**
 * Records a new version of the same product, which is no migration: no bedding-in, notice or retention (A15). Its
 * level, where given, may not exceed the product's (S2). Upgraded so on that day already: nothing.
 * Refuses INSTANCE_UNKNOWN, INSTANCE_NOT_IN_LIFE, LEVEL_ABOVE_PRODUCT.
 * @rule A15
 */
export const upgradeSystem: Decide<'upgrade-system'> = (body, state, { reference }) => {
  const { instanceId, version, level, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (!isAtPractice(instance, state, on)) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const isSo = instance.upgrades.some((one) =>
    isSame([one.version, one.level, one.effectiveDate], [version, level, on]),
  );
  if (isSo) return nothing;
  const refused = level === undefined ? null : levelRefusal(instance.productId, level, reference, on);
  return refused ?? accept({ type: 'SystemUpgraded', payload: body });
};

/** Whether the system was at the practice on that day, a migration's target before its go-live too. */
const isAtPractice = (instance: Instance, state: PracticeState, on: CivilDate): boolean =>
  instance.effectiveDate <= on && on <= (lastServiceDay(state, instance.instanceId, on) ?? '9999');

/** The refusal LEVEL_ABOVE_PRODUCT of a level that a listed product has not on that day (S2). */
export const levelRefusal = (
  productId: string,
  level: number,
  reference: Reference,
  on: CivilDate,
): Refused | null => {
  const supplier = supplierOfProduct(reference, productId);
  const productLevel = levelOn(supplier, productId, on) ?? 0;
  return isListed(supplier, productId, on) && level > productLevel
    ? refuse('LEVEL_ABOVE_PRODUCT', { productId, productLevel, level, on })
    : null;
};
