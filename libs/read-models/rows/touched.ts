import type { Instant } from '#domain/calendar/dates.js';
import type { PolicyEventType } from '#domain/policy/events.js';
import type { Recorded } from '#domain/recorded.js';
import type { SupplierEvent } from '#domain/supplier/events.js';
import type { Tx } from '#projections/index.js';
import { practiceOf } from '../kept-events.js';

/** What the answers about a practice with instances depend on beside its own file: the policy and its suppliers. */
const POLICY = 'policy-gpsoc';
const SUPPLIER = 'supplier-';

/** What is told of the policy and of suppliers that changes no row: neither money, nor a practice's state, nor a name. */
const CHANGES_NO_ROW: ReadonlySet<string> = new Set<PolicyEventType | SupplierEvent['type']>([
  'BusinessCaseTemplatePublished',
  'SupplierRegistered',
  'SupplierPlannedL2',
  'SystemWithdrawalAnnounced',
  'SupplierCeased',
  'DataAccessServicesPublished',
]);

/** Whether an answer about a practice that has instances of these suppliers can depend on the reference event. */
export const concerns = ({ stream, type }: Recorded, suppliers: ReadonlySet<string>): boolean =>
  !CHANGES_NO_ROW.has(type) &&
  (stream === POLICY || (stream.startsWith(SUPPLIER) && suppliers.has(stream.slice(SUPPLIER.length))));

/**
 * The practices whose rows a batch can change, each with the earliest recordedAt from which they can. The batch's
 * events must be kept already.
 */
export const touchedSince = async (
  tx: Tx,
  events: readonly Recorded[],
): Promise<ReadonlyMap<string, Instant>> => {
  const since = new Map<string, Instant>();
  const touch = (ods: string, instant: Instant) => {
    const known = since.get(ods);
    if (known === undefined || instant < known) since.set(ods, instant);
  };
  const ofReference: Recorded[] = [];
  for (const event of events) {
    const ods = practiceOf(event);
    if (ods === undefined && !CHANGES_NO_ROW.has(event.type)) ofReference.push(event);
    if (ods !== undefined) touch(ods, event.metadata.recordedAt);
  }
  for (const { ods, suppliers } of await practicesConcerned(tx, ofReference)) {
    const theirs = new Set(suppliers);
    for (const event of ofReference) if (concerns(event, theirs)) touch(ods, event.metadata.recordedAt);
  }
  return since;
};

const practicesConcerned = async (tx: Tx, events: readonly Recorded[]) => {
  const suppliers = events
    .filter(({ stream }) => stream.startsWith(SUPPLIER))
    .map(({ stream }) => stream.slice(SUPPLIER.length));
  const all = events.some(({ stream }) => stream === POLICY);
  if (!all && suppliers.length === 0) return [];
  return tx<{ ods: string; suppliers: string[] }[]>`
    select ods, array_agg(payload->>'supplier') as suppliers from practice_event
    where type = 'SystemInstanceRegistered' and (${all} or payload->>'supplier' = any(${suppliers}::text[]))
    group by ods`;
};
