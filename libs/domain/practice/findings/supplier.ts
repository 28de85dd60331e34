import type { CivilDate } from '../../calendar/dates.js';
import { signatory } from '../call-off.js';
import { isAtRisk, levelEvent, levelInWords, signUpGap } from '../compliance.js';
import { callOffOn, optOutOn } from '../installed.js';
import { custodyOn } from '../custody.js';
import { retentionSpans } from '../retention-span.js';
import { isInLife } from '../service-span.js';
import { commissionerOn, goLiveFrom, type Instance, type PracticeState } from '../state.js';
import { supplierIn, type Reference } from '../../reference.js';
import { suspensionOn, withdrawalOn } from '../../supplier/state.js';
import { isOpenOn, type Find, type Finding } from './finding.js';

/** What suppliers and the national team did to a practice's systems, and the cover that a system lacks: A29, F12, F13, X3. */
export const supplierFindings: Find = (state, reference, on) => {
  const gpsoc = Object.values(state.instances).filter(
    ({ contract, effectiveDate }) => contract === 'GPSOC' && effectiveDate <= on,
  );
  const inLife = gpsoc.filter((instance) => isInLife(state, instance, on));
  return [
    ...inLife.flatMap((instance) => atRisk(instance, reference, on)),
    ...inLife.flatMap((instance) => suspended(instance, reference, on)),
    ...inLife.flatMap((instance) => withdrawn(instance, reference, on)),
    ...gpsoc.flatMap((instance) => promised(instance, state, reference, on)),
    ...gpsoc.flatMap((instance) => holderCeased(instance, state, reference, on)),
    ...(isOpenOn(state, on) ? inLife : []).flatMap((instance) => uncovered(instance, state, reference, on)),
  ];
};

const about = (
  { instanceId, eventId }: Instance,
  finding: Pick<Finding, 'code' | 'rule' | 'message'>,
  events: readonly string[] = [],
): readonly Finding[] => [{ ...finding, events: [...new Set([eventId, ...events])], instanceId }];

/** Compliance that is lost after sign-up opens a review; funding stops only by a national decision (A29). */
const atRisk = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  if (!isAtRisk(instance, reference, on)) return [];
  const { instanceId } = instance;
  const message = `${levelInWords(instance, reference, on)} on ${on}, while a Call-Off covers ${instanceId}: its sign-up is to be reviewed.`;
  const events = [callOffOn(instance, on)?.eventId, levelEvent(instance, reference, on)].filter(
    (id) => id !== undefined,
  );
  return about(instance, { code: 'COMPLIANCE_AT_RISK', rule: 'A29', message }, events);
};

const suspended = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  const { productId, supplier } = instance;
  const decided = suspensionOn(supplierIn(reference, supplier), productId, on);
  if (!decided) return [];
  const message = `The national team has suspended the central funding of ${productId} since ${decided.from}.`;
  return about(instance, { code: 'FUNDING_SUSPENDED', rule: 'A29', message }, [decided.eventId]);
};

/** The practice has to change, and may within the three years (F12). */
const withdrawn = (instance: Instance, reference: Reference, on: CivilDate): readonly Finding[] => {
  const { productId, instanceId, supplier } = instance;
  const announced = withdrawalOn(supplierIn(reference, supplier), productId, on);
  if (!announced) return [];
  const message = `${supplier} withdraws ${productId}, with ${announced.lastDay} as its last day: the practice has to change from ${instanceId}, and needs no reason if it is early.`;
  return about(instance, { code: 'WITHDRAWAL_ANNOUNCED', rule: 'F12', message }, [announced.eventId]);
};

/** What was promised of a withdrawn product's audit trail is to be reviewed (F12). */
const promised = (
  instance: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { productId, instanceId, supplier } = instance;
  const announced = withdrawalOn(supplierIn(reference, supplier), productId, on);
  const standing = retentionSpans(state, instanceId).find(
    ({ retention, until }) => retention.effectiveDate <= on && (until === null || on <= until),
  );
  if (!announced || !standing) return [];
  const { option, eventId } = standing.retention;
  const message = `${productId} is withdrawn after ${announced.lastDay}: whether ${supplier} can keep to the option ${option} of ${instanceId} is to be reviewed.`;
  return about(instance, { code: 'RETENTION_TO_REVIEW', rule: 'F12', message }, [eventId, announced.eventId]);
};

/** The supplier that holds the data has ceased: somebody else must, of ended systems too, until that is on record (F13). */
const holderCeased = (
  instance: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { instanceId } = instance;
  const { holder = null, basis } = custodyOn(state, instanceId, on) ?? {};
  if (basis === 'DESTROYED' || (holder !== null && holder.kind !== 'SUPPLIER')) return [];
  const supplier = holder?.org ?? instance.supplier;
  const { ceased } = supplierIn(reference, supplier);
  if (!ceased || on < ceased.from) return [];
  const by =
    ceased.successor === undefined
      ? 'nobody is on record as its successor'
      : `${ceased.successor} succeeds it`;
  const message = `${supplier} ceased on ${ceased.from} and ${by}: who holds the data of ${instanceId} is to be recorded.`;
  return about(instance, { code: 'DATA_HOLDER_CEASED', rule: 'F13', message }, [ceased.eventId]);
};

/**
 * Practices are covered by default: where nothing is in the way of it, and nobody opted out, cover is due (X3). A source
 * that was left is on its way out and joins nothing any more.
 */
const uncovered = (
  instance: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { instanceId, supplier } = instance;
  const commissioner = commissionerOn(state, on)?.code;
  if (commissioner === undefined || optOutOn(instance, on) || callOffOn(instance, on)) return [];
  if (goLiveFrom(state, instanceId, on) || signUpGap(instance, reference, on)) return [];
  const ods = state.practice?.ods ?? '';
  const pct = signatory(commissioner, supplier, on, { state, ods, reference });
  if (pct === undefined) return [];
  const message = `The Call-Off of ${pct} with ${supplier} covers practices by default: ${instanceId} is neither joined to it nor opted out on ${on}.`;
  return about(instance, { code: 'NOT_ON_CALL_OFF', rule: 'X3', message });
};
