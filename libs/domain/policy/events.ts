import { z } from 'zod';
import { common, PRICE_ROWS, text } from '../fields.js';

/** The parameters of B3 that the product's rules read. A value that no rule here can honour is not accepted. */
export const policyParameters = z.strictObject({
  'period.months': z.int().min(1).max(24),
  'period.endConvention': z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']),
  'notice.earliest': z.literal('ON_GO_LIVE'),
  'notice.basis': z.literal('GIVEN'),
  'local.defaultPayer': z.literal('PCT'),
  'extension.funding': z.literal('LOCAL'),
  'beddingIn.eligibleSource': z.literal('ON_CALLOFF_AT_GO_LIVE'),
  'funding.beddingInRequiresOrder': z.literal(false),
  'funding.lateOrder': z.literal('FROM_ORDER_DATE'),
  'goLive.backdateWarnDays': z.int().min(0).max(3650),
  'lateEntry.days': z.int().min(0).max(3650),
  'choice.minYears': z.int().min(0).max(20),
  'choice.enforcement': z.literal('WARN'),
  'calendar.workingDayRule': z.literal('NONE'),
  'accrual.basis': z.literal('ACT_365F'),
});
export type PolicyParameters = z.infer<typeof policyParameters>;

const whoPaysRow = z.strictObject({
  row: z.enum(PRICE_ROWS),
  payer: z.enum(['CENTRAL', 'COMMISSIONER']),
  service: text(100),
  source: text(300),
});

/** The events of `policy-gpsoc`. `effectiveDate` is from when the set is in force. */
export const policyEvents = {
  PolicySetPublished: z.strictObject({
    ...common,
    version: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'must be lower-case letters, digits and dashes' }),
    parameters: policyParameters,
    whoPays: z.array(whoPaysRow).min(1).max(PRICE_ROWS.length),
  }),
};

export type PolicyEvent = {
  readonly type: 'PolicySetPublished';
  readonly payload: z.infer<typeof policyEvents.PolicySetPublished>;
};
