import { initialPractice, type PracticeState } from '../practice/state.js';
import { evolvePractice } from '../practice/evolve.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from '../practice/events.js';
import { evolvePolicy, initialPolicy } from '../policy/state.js';
import type { PolicyEvent, PolicyParameters } from '../policy/events.js';
import type { DomainEvent, Recorded } from '../recorded.js';
import { emptyReference, type Reference } from '../reference.js';
import type { SupplierEvent } from '../supplier/events.js';
import { evolveSupplier, initialSupplier, type SupplierState } from '../supplier/state.js';

/** An event of the practice without its envelope: its type and payload. */
export type Told = readonly [PracticeEventType, object];

/** One event; the payload must be that of the type. */
export const told = <Type extends PracticeEventType>(type: Type, payload: PayloadOf<Type>): Told => [
  type,
  payload,
];

const recorded = <E extends DomainEvent>(event: E, id: string): Recorded<E> => ({
  ...event,
  id,
  stream: 'practice-A00001',
  revision: 0,
  position: 0n,
  metadata: {
    commandId: id,
    command: 'fixture',
    commandHash: '',
    correlationId: id,
    causationId: id,
    actor: { sub: 'j.patel', name: 'J Patel', role: 'PCT', org: '5ZZ' },
    recordedAt: '2009-01-01T12:00:00.000Z',
    schemaVersion: 1,
    basis: {},
  },
});

/** A practice after these events, whose ids are their types, from the second of a type on with `-2`. */
export const practiceAfter = (...events: readonly Told[]): PracticeState =>
  events.reduce((state, [type, payload], index) => {
    const nth = events.slice(0, index + 1).filter(([other]) => other === type).length;
    const id = nth === 1 ? type : `${type}-${nth}`;
    return evolvePractice(state, recorded({ type, payload } as PracticeEvent, id));
  }, initialPractice);

/** A supplier after these events, with ids such as `EMIS-1`. */
export const supplierAfter = (id: string, ...events: readonly SupplierEvent[]): SupplierState =>
  events.reduce(
    (state, event, index) => evolveSupplier(state, recorded(event, `${id}-${index + 1}`)),
    initialSupplier,
  );

const parameters: PolicyParameters = {
  'period.months': 3,
  'period.endConvention': 'CORRESPONDING_DATE',
  'notice.earliest': 'ON_GO_LIVE',
  'notice.basis': 'GIVEN',
  'local.defaultPayer': 'PCT',
  'extension.funding': 'LOCAL',
  'beddingIn.eligibleSource': 'ON_CALLOFF_AT_GO_LIVE',
  'beddingIn.afterRollback': 'FULL',
  'funding.beddingInRequiresOrder': false,
  'funding.lateOrder': 'FROM_ORDER_DATE',
  'goLive.backdateWarnDays': 92,
  'lateEntry.days': 7,
  'choice.minYears': 3,
  'choice.enforcement': 'WARN',
  'compliance.lossEffect': 'FLAG',
  'retention.mediaReviewMonths': 12,
  'calendar.workingDayRule': 'NONE',
  'accrual.basis': 'ACT_365F',
};
type WhoPays = PolicyEvent<'PolicySetPublished'>['payload']['whoPays'];
const pays = (row: WhoPays[number]['row'], payer: 'CENTRAL' | 'COMMISSIONER') => ({
  row,
  payer,
  service: row,
  source: 'WPW',
});

/** A policy set: gpsoc-1's, but for what is given. */
export const policySet = (
  version: string,
  effectiveDate: string,
  changed: Partial<PolicyParameters> = {},
  supportPayer: 'CENTRAL' | 'COMMISSIONER' = 'COMMISSIONER',
): PolicyEvent<'PolicySetPublished'> => ({
  type: 'PolicySetPublished',
  payload: {
    effectiveDate,
    version,
    parameters: { ...parameters, ...changed },
    whoPays: [
      pays('SOFTWARE_LICENCE', 'CENTRAL'),
      pays('LEVEL_1_COMPLIANCE', 'CENTRAL'),
      pays('LEVEL_2_COMPLIANCE', 'CENTRAL'),
      pays('LEVEL_3_COMPLIANCE', 'CENTRAL'),
      pays('SUMMARY_CARE_RECORD_COMPLIANCE', 'CENTRAL'),
      pays('SYSTEM_SUPPORT', supportPayer),
    ],
    services: [],
  },
});

/** A price list: licence, each of levels 1 to 3, and support, in pence a year. */
export const priceList = (
  effectiveDate: string,
  licence: number | null,
  level: number,
  support: number,
): SupplierEvent => ({
  type: 'PriceListPublished',
  payload: {
    effectiveDate,
    rows: [
      { row: 'SOFTWARE_LICENCE', yearlyPence: licence },
      { row: 'LEVEL_1_COMPLIANCE', yearlyPence: level },
      { row: 'LEVEL_2_COMPLIANCE', yearlyPence: level },
      { row: 'LEVEL_3_COMPLIANCE', yearlyPence: level },
      { row: 'SUMMARY_CARE_RECORD_COMPLIANCE', yearlyPence: null },
      { row: 'SYSTEM_SUPPORT', yearlyPence: support },
    ],
  },
});

/** A supplier's yearly charge for its retention services. */
export const retentionTerms = (
  effectiveDate: string,
  singleUser: number,
  datr: number | null,
): SupplierEvent => ({
  type: 'RetentionTermsPublished',
  payload: {
    effectiveDate,
    terms: [
      { option: 'SINGLE_USER', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: singleUser },
      { option: 'DATR', availability: { kind: 'WHILE_MEDIA_READABLE' }, yearlyPence: datr },
    ],
  },
});

/** gpsoc-1 and the 2009 prices of EMIS and INPS (domain D0). */
export const reference: Reference = {
  ...emptyReference,
  policy: evolvePolicy(initialPolicy, recorded(policySet('gpsoc-1', '2007-04-01'), 'policy-1')),
  suppliers: {
    EMIS: supplierAfter('EMIS', priceList('2008-04-01', 342772, 20464, 66508)),
    INPS: supplierAfter('INPS', priceList('2008-04-01', 468100, 20500, 66500)),
  },
};

/** The reference facts with one more policy set. */
export const withPolicy = (event: PolicyEvent): Reference => ({
  ...reference,
  policy: evolvePolicy(reference.policy, recorded(event, 'policy-2')),
});

/** The reference facts with EMIS's events in place of its 2009 list. */
export const withEmis = (...events: readonly SupplierEvent[]): Reference => ({
  ...reference,
  suppliers: { ...reference.suppliers, EMIS: supplierAfter('EMIS', ...events) },
});
