import { z } from 'zod';
import { isRealDate } from '../calendar/dates.js';
import { supplierEventFields } from '../supplier/events.js';
import {
  civilDate,
  commissionerCode,
  common,
  eventId,
  instanceId,
  localDateTime,
  localPayer,
  localTime,
  odsCode,
  pence,
  PRICE_ROWS,
  productId,
  replanCause,
  RETENTION_OPTIONS,
  sha256,
  supplierId,
  text,
} from '../fields.js';

/** Findings that an accepted fact carries with it (R1, R10): what was missing or late when it was recorded. */
export const flag = z.enum([
  'LATE_ENTRY',
  'NO_ORDER',
  'NO_PLANNED_DATE',
  'NO_AGREEMENT',
  'NO_PCT_PRACTICE_AGREEMENT',
  'WITHIN_THREE_YEARS',
  'EXTRACT_AFTER_GO_LIVE',
  'NOTICE_SHORT',
  'RETENTION_BEFORE_SERVICE_END',
]);
export type Flag = z.infer<typeof flag>;

const flags = z.array(flag).optional();
/** Where an imported fact stands in what was published (O1). */
const source = z.strictObject({ publisher: text(200), file: text(300), row: z.int().min(1) }).optional();
const payload = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, flags, ...shape });
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((value) => isRealDate(`${value}-01`), { error: 'must be a month of the years 1900 to 2999' });
const goLiveMoment = z.strictObject({ on: civilDate, cutoverTime: localTime.optional() });
const retentionFields = {
  instanceId,
  option: z.enum(RETENTION_OPTIONS),
  from: civilDate.optional(),
  until: civilDate.optional(),
  payer: localPayer,
  priceSnapshot: supplierEventFields.retentionPrice.nullable(),
};

/** The parties whose agreement a planned date needs (S17). */
export const dateParty = z.enum(['PR', 'PCT', 'SUP']);
export const migrationKind = z.enum(['SAME_SUPPLIER', 'FRAMEWORK', 'LSP']);
export const extractKind = z.enum(['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT']);

/** The current version of every event of a practice's stream, by type (domain C3). Stored shapes are only added to. */
export const practiceEvents = {
  PracticeRegistered: payload({
    ods: odsCode,
    name: text(200),
    commissioner: commissionerCode.optional(),
    source,
  }),
  /** `effectiveDate` is the last day on which the practice was open. */
  PracticeClosed: payload({ source }),
  /** `legalDate` is the effective date (R4); `left` is the last day of a published membership (O2). */
  PracticeCommissionerChanged: payload({
    from: commissionerCode.optional(),
    to: commissionerCode,
    legalDate: civilDate,
    operationalDate: civilDate.optional(),
    left: civilDate.optional(),
    source,
  }),
  /** A run of months on a published list of systems in use: months, never a date or a decision (O3). */
  SystemUseObserved: z.strictObject({
    supplier: text(100).optional(),
    product: text(100),
    deployment: text(100).optional(),
    contract: text(100).optional(),
    firstMonth: month,
    lastMonth: month,
    monthsListed: z.int().min(0),
    monthsMissing: z.int().min(0),
    source,
  }),
  SystemInstanceRegistered: payload({
    instanceId,
    productId,
    supplier: supplierId,
    level: z.int().min(0).max(6),
    contract: z.enum(['GPSOC', 'LSP']),
    hosting: z.enum(['LOCAL_SERVER', 'HOSTED_NOT_TO_CFH_STANDARDS', 'HOSTED_TO_CFH_STANDARDS']),
    chooseAndBook: z.boolean(),
    etp: z.boolean(),
    migrationId: eventId.optional(),
  }),
  PracticeJoinedCallOff: payload({ pct: commissionerCode, supplier: supplierId, instanceId }),
  PctPracticeAgreementSigned: payload({ pct: commissionerCode }),
  SystemRetained: payload({
    ods: odsCode,
    instanceId,
    fundingBasis: z.enum(['CENTRAL', 'LOCAL_ONLY']),
    upgradePath: text(500).optional(),
  }),
  OptionsDiscussed: payload({
    participants: z.array(z.strictObject({ name: text(100), role: text(100), org: text(20) })).min(1),
    optionsConsidered: z.array(text(500)).min(1),
  }),
  MigrationRequested: payload({
    migrationId: eventId,
    ods: odsCode,
    sourceInstanceId: instanceId,
    reasons: z.array(text(500)).min(1),
    desiredKind: migrationKind.optional(),
    yearsSinceLastGoLive: z.int().min(0).nullable(),
  }),
  BusinessCaseRequired: payload({
    migrationId: eventId,
    templateVersion: text(50).optional(),
    dueBy: civilDate.optional(),
  }),
  BusinessCaseWaived: payload({ migrationId: eventId }),
  BusinessCaseSubmitted: payload({
    migrationId: eventId,
    version: text(50),
    docId: text(100).optional(),
    estimate: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            service: text(200),
            amountPence: pence,
            charge: z.enum(['ONE_OFF', 'ANNUAL']),
            payer: z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE']),
            whoPaysRuleId: text(50).optional(),
          }),
        )
        .min(1),
    }),
  }),
  BusinessCaseReturned: payload({ migrationId: eventId, points: z.array(text(1000)).min(1) }),
  ChangeAgreed: payload({
    migrationId: eventId,
    conditions: z.array(text(1000)),
    decidedBy: text(200),
    body: text(200).optional(),
    minuteRef: text(100).optional(),
  }),
  ChangeRefused: payload({ migrationId: eventId, grounds: z.array(text(1000)).min(1) }),
  SelectionCompleted: payload({
    migrationId: eventId,
    winner: productId,
    candidates: z.array(productId).min(1),
    participants: z.array(text(20)).min(2),
    docId: text(100).optional(),
  }),
  SystemSelected: payload({
    migrationId: eventId,
    productId,
    kind: migrationKind,
    levelAtDate: z.int().min(0).max(6).nullable(),
    selectionId: eventId.optional(),
  }),
  MigrationDateProposed: payload({
    migrationId: eventId,
    date: civilDate,
    by: dateParty,
    cause: replanCause.optional(),
  }),
  MigrationDateAgreed: payload({ migrationId: eventId, proposalEventId: eventId, party: dateParty }),
  MigrationDatePlanned: payload({ migrationId: eventId, proposalEventId: eventId, date: civilDate }),
  MigrationDateReplanned: payload({
    migrationId: eventId,
    proposalEventId: eventId,
    old: civilDate,
    new: civilDate,
    cause: replanCause,
  }),
  MigrationOrderPlaced: payload({
    migrationId: eventId,
    trackingRef: text(100),
    services: z.array(z.strictObject({ service: text(200), chargePence: pence.optional() })).min(1),
    pricesSnapshot: z.array(z.strictObject({ row: z.enum(PRICE_ROWS), yearlyPence: pence.nullable() })),
  }),
  DataExtractTaken: payload({
    migrationId: eventId,
    kind: extractKind,
    purpose: z.enum(['TRIAL', 'FINAL']),
    at: localDateTime,
    mediaRef: text(100),
    sha256: sha256.optional(),
    includesAuditTrail: z.boolean(),
    encrypted: z.boolean(),
  }),
  /** `effectiveDate` is the day of Business Go Live. */
  GoLiveDeclared: payload({
    migrationId: eventId,
    sourceInstanceId: instanceId,
    targetInstanceId: instanceId,
    cutoverTime: localTime.optional(),
    finalExtractId: eventId.optional(),
    plannedDate: civilDate.nullable(),
  }),
  /** `effectiveDate` is the corrected day of Business Go Live. */
  GoLiveCorrected: payload({
    migrationId: eventId,
    targetEventId: eventId,
    was: goLiveMoment,
    now: goLiveMoment,
  }),
  MigrationSignedOff: payload({
    migrationId: eventId,
    by: z.enum(['PR', 'PCT']),
    exceptions: z.array(text(1000)),
  }),
  /** `effectiveDate` is the day on which notice was given; `endsOn` the last day of service. */
  NoticeGiven: payload({
    noticeId: eventId,
    instanceId,
    supplier: supplierId,
    method: text(200),
    minMonths: z.int().min(0),
    endsOn: civilDate,
    earliestEndsOn: civilDate,
  }),
  NoticeExtended: payload({
    noticeId: eventId,
    instanceId,
    newEndsOn: civilDate,
    problemCategory: text(200),
  }),
  RetentionOrdered: payload(retentionFields),
  RetentionOptionChanged: payload({ ...retentionFields, from: civilDate, was: z.enum(RETENTION_OPTIONS) }),
  /** `effectiveDate` is the last day of the service. */
  SourceServiceEnded: payload({ instanceId }),
  /** The whole command of two parties, waiting for the other (R2). It changes no answer but the open proposals. */
  CommandProposed: z.strictObject({
    effectiveDate: civilDate,
    command: text(50),
    body: z.record(z.string(), z.json()),
    confirmer: z.enum(['PR', 'PCT']),
    flags,
  }),
  ProposalDeclined: payload({ proposalId: eventId }),
};

export type PracticeEventType = keyof typeof practiceEvents;

/** Any event of a practice's stream. */
export type PracticeEvent = {
  [Type in PracticeEventType]: {
    readonly type: Type;
    readonly payload: z.infer<(typeof practiceEvents)[Type]>;
  };
}[PracticeEventType];

/** The payload of one type of practice event. */
export type PayloadOf<Type extends PracticeEventType> = z.infer<(typeof practiceEvents)[Type]>;
