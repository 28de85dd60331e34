import { addDays, laterOf, type CivilDate } from '../../calendar/dates.js';
import type { PriceRow } from '../../fields.js';
import { supplierIn, type Reference } from '../../reference.js';
import {
  isListed,
  levelChangeOn,
  levelTwoPlannedOn,
  priceListOn,
  withdrawalOn,
} from '../../supplier/state.js';
import { compliantLevelOn, levelInWords, SIGN_UP_LEVEL } from '../compliance.js';
import { installedLevelOn, isInstalled } from '../installed.js';
import { lacksAgreement } from '../pct-practice-agreement.js';
import { serviceSpanOn } from '../service-span.js';
import { commissionerOn, type Instance, type PracticeState } from '../state.js';
import { systemOn } from '../system-held.js';
import { instancesInLife, isOpenOn, type Find, type Finding } from './finding.js';

/** What the practice and its installed systems lack: S4, S5, R4, R6, X1. */
export const installationFindings: Find = (state, reference, on) => {
  if (!isOpenOn(state, on)) return [];
  const gpsoc = instancesInLife(state, on).filter(({ contract }) => contract === 'GPSOC');
  const system = systemOn(state, on);
  const held = gpsoc.filter(
    ({ instanceId }) => system?.basis === 'DECLARED' && system.instanceId === instanceId,
  );
  return [
    ...(commissionerOn(state, on) ? [] : [noCommissioner(state.practice?.eventId ?? '', on)]),
    ...(gpsoc.length === 0 || !lacksAgreement(state, on) ? [] : [noAgreement(gpsoc, on)]),
    ...held.flatMap((instance) => approachPct(instance, state, reference, on)),
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
  rule: 'X1',
  message: `No PCT-Practice Agreement is in force on ${on}: without one nothing is centrally funded (R6).`,
  events: instances.map(({ eventId }) => eventId),
});

/**
 * A system that is not on the list of Level 2 systems: the practice should discuss with its PCT whether to await the
 * version that the supplier plans, or to migrate (S4, S5). A contact since then answers it (S10).
 * @rule S4
 */
const approachPct = (
  instance: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { productId, instanceId, eventId } = instance;
  const supplier = supplierIn(reference, instance.supplier);
  const level = compliantLevelOn(instance, reference, on);
  const isOnList = isListed(supplier, productId, on);
  if (isOnList && level >= SIGN_UP_LEVEL) return [];
  const since = offTheListSince(instance, state, reference, on);
  if (state.contacts.some(({ effectiveDate }) => since <= effectiveDate && effectiveDate <= on)) return [];
  const why = isOnList
    ? levelInWords(instance, reference, on)
    : `${productId} is not on the register of systems`;
  const planned = levelTwoPlannedOn(supplier, productId, on);
  const toAwait =
    planned === null
      ? `to await a Level 2 version, of which ${instance.supplier} has no plan on record`
      : `to await the Level 2 version that ${instance.supplier} plans for ${planned}`;
  return [
    {
      code: 'APPROACH_PCT',
      rule: 'S4',
      message: `${why} on ${on}: the practice should approach its PCT about its options, ${toAwait}, or to begin a migration to a Level 2 system.`,
      events: [eventId],
      instanceId,
    },
  ];
};

/** The day from which the system has been off the list: its first, its level's last change, or its withdrawal's end. */
const offTheListSince = (
  instance: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): CivilDate => {
  const supplier = supplierIn(reference, instance.supplier);
  const lastDay = withdrawalOn(supplier, instance.productId, on)?.lastDay ?? '9999';
  return [
    levelChangeOn(supplier, instance.productId, on)?.from ?? '',
    lastDay < on ? addDays(lastDay, 1) : '',
  ].reduce(laterOf, serviceSpanOn(state, instance.instanceId, on)?.from ?? instance.effectiveDate);
};

/** The rows of a GPSoC instance on a day: its licence, its levels, its functions, its support (A3). */
const rowsOn = (instance: Instance, on: CivilDate): readonly PriceRow[] => {
  const levels = ['LEVEL_1_COMPLIANCE', 'LEVEL_2_COMPLIANCE', 'LEVEL_3_COMPLIANCE'] as const;
  return [
    'SOFTWARE_LICENCE',
    ...levels.slice(0, installedLevelOn(instance, on)),
    ...(isInstalled(instance, 'SUMMARY_CARE_RECORD', on)
      ? (['SUMMARY_CARE_RECORD_COMPLIANCE'] as const)
      : []),
    'SYSTEM_SUPPORT',
  ];
};

const noPrice = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  const list = priceListOn(supplierIn(reference, instance.supplier), on);
  const priced = new Set(list?.rows.filter(({ yearlyPence }) => yearlyPence !== null).map(({ row }) => row));
  const missing = rowsOn(instance, on).filter((row) => !priced.has(row));
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
