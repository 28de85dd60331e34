import type { CivilDate } from '../calendar/dates.js';
import { supplierIn, type Reference } from '../reference.js';
import { suspensionOn, withdrawalOn } from '../supplier/state.js';
import { isAtRisk } from './compliance.js';
import { nationalFunction, type NationalFunction } from './events/fields.js';
import { callOffOn, installedFrom, installedLevelOn, isInstalled, optOutOn } from './installed.js';
import type { Fact } from './migration-view.js';
import { spanEndEvents, serviceSpanOn } from './service-span.js';
import type { Instance, PracticeState } from './state.js';

/** What a system's supplier or the national team did to it: A29, F12, F13. */
export type InstanceFlag =
  'COMPLIANCE_AT_RISK' | 'CENTRAL_FUNDING_SUSPENDED' | 'WITHDRAWAL_ANNOUNCED' | 'SUPPLIER_CEASED';

/** An installed system with its functions, its Call-Off and its life. */
export interface InstanceView extends Fact {
  readonly instanceId: string;
  readonly productId: string;
  /** The product's listed name, or its id while it is not on the register (S4). */
  readonly product: string;
  readonly supplier: string;
  readonly level: number;
  readonly chooseAndBook: boolean;
  readonly etp: boolean;
  readonly contract: 'GPSOC' | 'LSP';
  readonly hosting: Instance['hosting'];
  /** The migration whose target it is. */
  readonly migrationId: string | null;
  /** The version that the last upgrade brought (A15). */
  readonly version: string | null;
  readonly functions: readonly (Fact & { readonly function: NationalFunction; readonly from: CivilDate })[];
  readonly callOff:
    (Fact & { readonly pct: string; readonly from: CivilDate; readonly until: CivilDate | null }) | null;
  /** The practice wants no cover for it (X3). */
  readonly optedOut: (Fact & { readonly on: CivilDate }) | null;
  /** Days of central funding after bedding-in that the national team granted (A9). */
  readonly fundingExceptions: readonly (Fact & { readonly from: CivilDate; readonly until: CivilDate })[];
  readonly flags: readonly InstanceFlag[];
  /** Null for a migration's target before its go-live; `until` is the last day of service as now on record; of a service taken up again, its last time (R6). */
  readonly life: (Fact & { readonly from: CivilDate; readonly until: CivilDate | null }) | null;
  readonly serviceEnd: (Fact & { readonly on: CivilDate }) | null;
}

/** The instances that were registered on or before the day, in the order of their registration. */
export const instanceViews = (
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly InstanceView[] =>
  Object.values(state.instances)
    .filter(({ effectiveDate }) => effectiveDate <= on)
    .map((instance) => ({
      instanceId: instance.instanceId,
      productId: instance.productId,
      product: productName(reference, instance.productId, instance.supplier),
      supplier: instance.supplier,
      level: installedLevelOn(instance, on),
      chooseAndBook: isInstalled(instance, 'CHOOSE_AND_BOOK', on),
      etp: isInstalled(instance, 'ETP', on),
      version: instance.upgrades.findLast(({ effectiveDate }) => effectiveDate <= on)?.version ?? null,
      functions: functionsBy(instance, on),
      contract: instance.contract,
      hosting: instance.hosting,
      migrationId: instance.migrationId ?? null,
      callOff: callOffBy(instance, on),
      optedOut: optOutBy(instance, on),
      fundingExceptions: instance.fundingExceptions
        .filter(({ effectiveDate }) => effectiveDate <= on)
        .map(({ from, until, eventId }) => ({ from, until, rule: 'A9', events: [eventId] })),
      flags: instanceFlags(instance, reference, on),
      life: lifeBy(state, instance, on),
      serviceEnd: serviceEndBy(state, instance, on),
      rule: 'S3',
      events: [instance.eventId],
    }));

/** The listed name of a product, or its id while it is not on the register. */
export const productName = (reference: Reference, productId: string, supplier: string): string =>
  supplierIn(reference, supplier).products[productId]?.name ?? productId;

const functionsBy = (instance: Instance, on: CivilDate): InstanceView['functions'] =>
  nationalFunction.options
    .map((name) => ({ name, from: installedFrom(instance, name) }))
    .flatMap(({ name, from }) => {
      if (from === null || on < from) return [];
      const confirmed = instance.functions.find((one) => one.function === name && one.effectiveDate === from);
      return [{ function: name, from, rule: 'S3', events: [confirmed?.eventId ?? instance.eventId] }];
    });

const callOffBy = (instance: Instance, on: CivilDate): InstanceView['callOff'] => {
  const span = callOffOn(instance, on);
  if (!span) return null;
  const { pct, effectiveDate: from, until, eventId, leftBy } = span;
  return { pct, from, until, rule: 'S7', events: leftBy === null ? [eventId] : [eventId, leftBy] };
};

const optOutBy = (instance: Instance, on: CivilDate): InstanceView['optedOut'] => {
  const optOut = optOutOn(instance, on);
  return optOut ? { on: optOut.effectiveDate, rule: 'X3', events: [optOut.eventId] } : null;
};

/** What of A29, F12 and F13 holds for an instance on a day. */
export const instanceFlags = (
  instance: Instance,
  reference: Reference,
  on: CivilDate,
): readonly InstanceFlag[] => {
  const { productId } = instance;
  const supplier = supplierIn(reference, instance.supplier);
  const held: readonly (readonly [InstanceFlag, boolean])[] = [
    ['COMPLIANCE_AT_RISK', isAtRisk(instance, reference, on)],
    ['CENTRAL_FUNDING_SUSPENDED', suspensionOn(supplier, productId, on) !== undefined],
    ['WITHDRAWAL_ANNOUNCED', withdrawalOn(supplier, productId, on) !== undefined],
    ['SUPPLIER_CEASED', (supplier.ceased?.from ?? '9999') <= on],
  ];
  return held.flatMap(([flag, isSo]) => (isSo ? [flag] : []));
};

const serviceEndBy = (
  state: PracticeState,
  { instanceId }: Instance,
  on: CivilDate,
): InstanceView['serviceEnd'] => {
  const serviceEnd = serviceSpanOn(state, instanceId, on)?.serviceEnd;
  return serviceEnd && serviceEnd.effectiveDate <= on
    ? { on: serviceEnd.effectiveDate, rule: 'R8', events: [serviceEnd.eventId] }
    : null;
};

const lifeBy = (
  state: PracticeState,
  { instanceId, eventId }: Instance,
  on: CivilDate,
): InstanceView['life'] => {
  const span = serviceSpanOn(state, instanceId, on);
  if (!span || span.from > on) return null;
  const { from, until, begunBy } = span;
  const events = [eventId, ...(begunBy?.events ?? []), ...spanEndEvents(state, span)];
  return { from, until, rule: 'R6', events };
};
