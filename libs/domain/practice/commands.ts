import { z } from 'zod';
import { dateParty, extractKind, migrationKind } from './events.js';
import {
  civilDate,
  commissionerCode,
  common,
  eventId,
  instanceId,
  localDateTime,
  localPayer,
  localTime,
  pence,
  productId,
  replanCause,
  RETENTION_OPTIONS,
  sha256,
  text,
} from '../fields.js';

const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });
const retention = {
  option: z.enum(RETENTION_OPTIONS),
  from: civilDate.optional(),
  until: civilDate.optional(),
  payer: localPayer,
};

/**
 * What each command of a practice's stream takes, by the command's name, which is also its route. `effectiveDate`
 * is the day on which it was done or happened (R10). Unknown fields are refused; derived fields are never sent (R20).
 */
export const practiceCommands = {
  'register-practice': body({ name: text(200), commissioner: commissionerCode.optional() }),
  'change-commissioner': body({
    from: commissionerCode.optional(),
    to: commissionerCode,
    operationalDate: civilDate.optional(),
  }),
  'register-instance': body({
    instanceId,
    productId,
    level: z.int().min(0).max(6),
    contract: z.enum(['GPSOC', 'LSP']),
    hosting: z.enum(['LOCAL_SERVER', 'HOSTED_NOT_TO_CFH_STANDARDS', 'HOSTED_TO_CFH_STANDARDS']),
    chooseAndBook: z.boolean(),
    etp: z.boolean(),
    migrationId: eventId.optional(),
  }),
  'join-call-off': body({ instanceId }),
  'record-pct-practice-agreement': body({}),
  'retain-system': body({ instanceId, upgradePath: text(500).optional() }),
  'record-contact': body({
    participants: z
      .array(z.strictObject({ name: text(100), role: text(100), org: text(20) }))
      .min(1)
      .max(20),
    optionsConsidered: z.array(text(500)).min(1).max(20),
  }),
  'request-migration': body({
    sourceInstanceId: instanceId,
    reasons: z.array(text(500)).min(1).max(20),
    desiredKind: migrationKind.optional(),
  }),
  'decide-business-case-need': body({
    required: z.boolean(),
    templateVersion: text(50).optional(),
    dueBy: civilDate.optional(),
  }),
  'submit-business-case': body({
    version: text(50),
    docId: text(100).optional(),
    estimate: z
      .strictObject({
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
          .max(100),
      })
      .optional()
      .meta({ description: 'Without at least one line the business case is refused (S13)' }),
  }),
  'return-business-case': body({ points: z.array(text(1000)).min(1).max(50) }),
  'agree-change': body({
    conditions: z.array(text(1000)).max(50),
    decidedBy: text(200),
    body: text(200).optional(),
    minuteRef: text(100).optional(),
  }),
  'refuse-change': body({ grounds: z.array(text(1000)).min(1).max(50) }),
  'complete-selection': body({
    winner: productId,
    candidates: z.array(productId).min(1).max(20),
    docId: text(100).optional(),
  }),
  'select-system': body({ productId, kind: migrationKind, selectionId: eventId.optional() }),
  'propose-date': body({ date: civilDate }),
  replan: body({ date: civilDate, cause: replanCause }),
  'agree-date': body({ proposalEventId: eventId }),
  'place-order': body({
    trackingRef: text(100),
    services: z
      .array(z.strictObject({ service: text(200), chargePence: pence.optional() }))
      .min(1)
      .max(50),
  }),
  'record-extract': body({
    kind: extractKind,
    purpose: z.enum(['TRIAL', 'FINAL']),
    at: localDateTime,
    mediaRef: text(100),
    sha256: sha256.optional(),
    includesAuditTrail: z.boolean(),
    encrypted: z.boolean(),
  }),
  'declare-go-live': body({
    targetInstanceId: instanceId,
    cutoverTime: localTime.optional(),
    finalExtractId: eventId.optional(),
  }),
  'correct-go-live': z.strictObject({ ...common, reason: text(2000), cutoverTime: localTime.optional() }),
  'sign-off-migration': body({ exceptions: z.array(text(1000)).max(50) }),
  'give-notice': body({
    instanceId,
    method: text(200),
    endsOn: civilDate.optional(),
    retention: z.strictObject(retention).optional(),
  }),
  'extend-notice': body({ instanceId, newEndsOn: civilDate, problemCategory: text(200) }),
  'order-retention': body({ instanceId, ...retention }),
  'change-retention': body({ instanceId, ...retention, from: civilDate }),
  'end-source-service': body({ instanceId }),
};

export type PracticeCommandName = keyof typeof practiceCommands;

/** The body of one command. */
export type BodyOf<Name extends PracticeCommandName> = z.infer<(typeof practiceCommands)[Name]>;

export type DateParty = z.infer<typeof dateParty>;
export type MigrationKind = z.infer<typeof migrationKind>;
