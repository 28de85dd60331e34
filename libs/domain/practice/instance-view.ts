import type { CivilDate } from '../calendar/dates.js';
import { supplierIn, type Reference } from '../reference.js';
import type { Fact } from './migration-view.js';
import { lastServiceDay, noticeEvents, noticeFor } from './notice-end.js';
import { goLiveOnto, lifeStart, rollbackFrom, type Instance, type PracticeState } from './state.js';

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
  readonly callOff: (Fact & { readonly pct: string; readonly from: CivilDate }) | null;
  /** Null for a migration's target before its go-live; `until` is the last day of service as now on record (R6). */
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
      level: instance.level,
      chooseAndBook: instance.chooseAndBook,
      etp: instance.etp,
      contract: instance.contract,
      hosting: instance.hosting,
      migrationId: instance.migrationId ?? null,
      callOff: callOffBy(instance, on),
      life: lifeBy(state, instance, on),
      serviceEnd: serviceEndBy(instance, on),
      rule: 'S3',
      events: [instance.eventId],
    }));

/** The listed name of a product, or its id while it is not on the register. */
export const productName = (reference: Reference, productId: string, supplier: string): string =>
  supplierIn(reference, supplier).products[productId]?.name ?? productId;

const callOffBy = ({ callOff }: Instance, on: CivilDate): InstanceView['callOff'] =>
  callOff && callOff.effectiveDate <= on
    ? { pct: callOff.pct, from: callOff.effectiveDate, rule: 'S7', events: [callOff.eventId] }
    : null;

const serviceEndBy = ({ serviceEnd }: Instance, on: CivilDate): InstanceView['serviceEnd'] =>
  serviceEnd && serviceEnd.effectiveDate <= on
    ? { on: serviceEnd.effectiveDate, rule: 'R8', events: [serviceEnd.eventId] }
    : null;

const lifeBy = (state: PracticeState, instance: Instance, on: CivilDate): InstanceView['life'] => {
  const from = lifeStart(state, instance);
  if (from === null || from > on) return null;
  const { instanceId, migrationId, eventId, serviceEnd } = instance;
  const notice = noticeFor(state, instanceId);
  const ends = [
    ...(notice ? noticeEvents(state, notice) : []),
    ...[serviceEnd, rollbackFrom(state, instanceId)].flatMap((fact) => fact?.eventId ?? []),
  ];
  const starts = migrationId === undefined ? [] : (goLiveOnto(state, instanceId)?.events ?? []);
  return {
    from,
    until: lastServiceDay(state, instanceId),
    rule: 'R6',
    events: [eventId, ...starts, ...ends],
  };
};
