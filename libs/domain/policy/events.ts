import { z } from 'zod';
import { common, PRICE_ROWS, text } from '../fields.js';

const ONE_OF_TWO =
  'The bedding-in and notice periods are counted in `period.months` or in `period.days`, one of the two (A1)';

/** The parameters of B3 that the product's rules read. A value that no rule here can honour is not accepted. */
export const policyParameters = z.strictObject({
  'period.months': z
    .int()
    .min(1)
    .max(24)
    .optional()
    .meta({ description: `Calendar months. ${ONE_OF_TWO}` }),
  'period.days': z
    .int()
    .min(1)
    .max(731)
    .optional()
    .meta({ description: `Days. ${ONE_OF_TWO}` }),
  'period.endConvention': z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']),
  'notice.earliest': z.enum(['ON_GO_LIVE', 'CONTINGENT']),
  'notice.basis': z.enum(['GIVEN', 'RECEIVED']),
  'local.defaultPayer': z.enum(['PCT', 'PRACTICE']),
  'extension.funding': z.literal('LOCAL'),
  'beddingIn.eligibleSource': z.literal('ON_CALLOFF_AT_GO_LIVE'),
  'beddingIn.afterRollback': z.enum(['FULL', 'REMAINDER']),
  'funding.beddingInRequiresOrder': z.boolean(),
  'funding.lateOrder': z.enum(['FROM_ORDER_DATE', 'FROM_GO_LIVE']),
  'goLive.backdateWarnDays': z.int().min(0).max(3650),
  'lateEntry.days': z.int().min(0).max(3650),
  'choice.minYears': z.int().min(0).max(20),
  'choice.enforcement': z.enum(['WARN', 'REFUSE']),
  'compliance.lossEffect': z.enum(['FLAG', 'SUSPEND']),
  'retention.mediaReviewMonths': z.int().min(1).max(120),
  'calendar.workingDayRule': z.literal('NONE'),
  'accrual.basis': z.enum(['ACT_365F', 'ACT_ACT']),
});
export type PolicyParameters = z.infer<typeof policyParameters>;

const whoPaysRow = z.strictObject({
  row: z.enum(PRICE_ROWS),
  payer: z.enum(['CENTRAL', 'COMMISSIONER']),
  service: text(100),
  source: text(300),
});

/** A service beside the price list's rows, and who may pay for it (A4, S14). */
const service = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'must be capitals, digits and underscores' }),
  service: text(100),
  payers: z
    .array(z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE', 'LSP_CONTRACT', 'SUPPLIER']))
    .min(1)
    .max(5),
  source: text(300),
});

/** The events of `policy-gpsoc`. `effectiveDate` is from when the set or template is in force. */
export const policyEvents = {
  PolicySetPublished: z.strictObject({
    ...common,
    version: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'must be lower-case letters, digits and dashes' }),
    parameters: policyParameters,
    whoPays: z.array(whoPaysRow).min(1).max(PRICE_ROWS.length),
    services: z.array(service).max(50),
  }),
  /** What a business case is to hold, under its heads (S12). */
  BusinessCaseTemplatePublished: z.strictObject({
    ...common,
    version: text(50),
    title: text(200),
    sections: z
      .array(z.strictObject({ title: text(200), guidance: text(2000).optional() }))
      .min(1)
      .max(50),
  }),
};

export type PolicyEventType = keyof typeof policyEvents;

export type PolicyEvent<Type extends PolicyEventType = PolicyEventType> = {
  readonly [Each in Type]: { readonly type: Each; readonly payload: z.infer<(typeof policyEvents)[Each]> };
}[Type];
