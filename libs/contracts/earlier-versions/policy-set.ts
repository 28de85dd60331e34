import { PRICE_ROWS, common, text } from '#domain/fields.js';
import { servicesOfA4 } from '#domain/policy/services.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = z.strictObject({
  ...common,
  version: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'must be lower-case letters, digits and dashes' }),
  parameters: z.strictObject({
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
  }),
  whoPays: z
    .array(
      z.strictObject({
        row: z.enum(PRICE_ROWS),
        payer: z.enum(['CENTRAL', 'COMMISSIONER']),
        service: text(100),
        source: text(300),
      }),
    )
    .min(1)
    .max(PRICE_ROWS.length),
});

const second = z.strictObject({
  ...common,
  version: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'must be lower-case letters, digits and dashes' }),
  parameters: z.strictObject({
    'period.months': z.int().min(1).max(24),
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
  }),
  whoPays: first.shape.whoPays,
  services: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'must be capitals, digits and underscores' }),
        service: text(100),
        payers: z
          .array(z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE', 'LSP_CONTRACT', 'SUPPLIER']))
          .min(1)
          .max(5),
        source: text(300),
      }),
    )
    .max(50),
});

/** A first set had no say on rollback, lost compliance, media reviews and one-off services: domain B3 and A4 had. */
const toSecond = (payload: object): object => {
  const set = payload as z.infer<typeof first>;
  return {
    ...set,
    parameters: {
      ...set.parameters,
      'beddingIn.afterRollback': 'FULL',
      'compliance.lossEffect': 'FLAG',
      'retention.mediaReviewMonths': 12,
    },
    services: servicesOfA4,
  };
};

/**
 * PolicySetPublished before it had every parameter of B3 and the services of A4, and while it counted each period in
 * months (A1).
 */
export const policySetVersions: EventVersions = {
  schemas: [first, second],
  upcasts: [toSecond, (payload) => payload],
};
