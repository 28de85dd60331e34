import type { CivilDate } from '../../calendar/dates.js';
import type { PriceRow } from '../../fields.js';
import { supplierIn, type Reference } from '../../reference.js';
import { isListed, levelOn, priceListOn } from '../../supplier/state.js';
import { commissionerOn, type Instance } from '../state.js';
import { systemOn } from '../system-held.js';
import { instancesInLife, isOpenOn, type Find, type Finding } from './finding.js';

/** What the practice and its installed systems lack: S4, R4, R6. */
export const installationFindings: Find = (state, reference, on) => {
  if (!isOpenOn(state, on)) return [];
  const gpsoc = instancesInLife(state, on).filter(({ contract }) => contract === 'GPSOC');
  const system = systemOn(state, on);
  const held = gpsoc.filter(
    ({ instanceId }) => system?.basis === 'DECLARED' && system.instanceId === instanceId,
  );
  return [
    ...(commissionerOn(state, on) ? [] : [noCommissioner(state.practice?.eventId ?? '', on)]),
    ...(gpsoc.length === 0 || state.agreements.some(({ effectiveDate }) => effectiveDate <= on)
      ? []
      : [noAgreement(gpsoc, on)]),
    ...held.flatMap((instance) => approachPct(instance, reference, on)),
    ...gpsoc.flatMap((instance) => noPrice(instance, reference, on)),
  ];
};

const noCommissioner = (eventId: string, on: CivilDate): Finding => ({
  code: 'NO_COMMISSIONER',
  rule: 'R4',
  message: `No commissioner of the practice is on file for ${on}: what falls on it has no payer organisation.`,
  events: [eventId],
});

const noAgreement = (instances: readonly Instance[], on: CivilDate): Finding => ({
  code: 'NO_PCT_PRACTICE_AGREEMENT',
  rule: 'R6',
  message: `No PCT-Practice Agreement is on file for ${on}; central funding asks for one (X1).`,
  events: instances.map(({ eventId }) => eventId),
});

const approachPct = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  const { productId, instanceId, eventId } = instance;
  const supplier = supplierIn(reference, instance.supplier);
  const level = Math.min(instance.level, levelOn(supplier, productId, on) ?? 0);
  const isOnList = isListed(supplier, productId, on);
  if (isOnList && level >= 2) return [];
  const why = isOnList ? `is at Level ${level}` : 'is not on the register of systems';
  return [
    {
      code: 'APPROACH_PCT',
      rule: 'S4',
      message: `${productId} ${why} on ${on}: the practice should approach its PCT about its options, to await a Level 2 version or to migrate.`,
      events: [eventId],
      instanceId,
    },
  ];
};

/** The rows of a GPSoC instance: its licence, its levels, its support (A3). */
const rowsOf = ({ level }: Instance): readonly PriceRow[] => {
  const levels = ['LEVEL_1_COMPLIANCE', 'LEVEL_2_COMPLIANCE', 'LEVEL_3_COMPLIANCE'] as const;
  return ['SOFTWARE_LICENCE', ...levels.slice(0, level), 'SYSTEM_SUPPORT'];
};

const noPrice = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  const list = priceListOn(supplierIn(reference, instance.supplier), on);
  const priced = new Set(list?.rows.filter(({ yearlyPence }) => yearlyPence !== null).map(({ row }) => row));
  const missing = rowsOf(instance).filter((row) => !priced.has(row));
  if (missing.length === 0) return [];
  return [
    {
      code: 'NO_PRICE',
      rule: 'R6',
      message: `No price is on file on ${on} for ${missing.join(', ')} of ${instance.instanceId}.`,
      events: [instance.eventId],
      instanceId: instance.instanceId,
    },
  ];
};
