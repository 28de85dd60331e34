import { z } from 'zod';
import { askedFields, nextPage } from '../asked.js';

const pence = z
  .int()
  .nullable()
  .meta({ description: 'Pence; null, never 0, where no price is on file (R6)' });
/** Who pays (A3). */
export const payerOfFunding = z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE', 'LSP_CONTRACT']);

/** One interval of one price-list row, or the part of it that was asked for (D2 P2). */
export const fundingInterval = z.object({
  instance: z.string(),
  row: z.string(),
  from: z.string(),
  to: z.string().nullable().meta({ description: 'Exclusive; null while the interval is open (R7)' }),
  payer: payerOfFunding,
  payerOrg: z.string().nullable(),
  yearlyPence: pence,
  days: z.int(),
  pence,
  penceReason: z.literal('NO_PRICE').optional(),
  /** This payer's percent of a charge that practice and commissioner share (R5). */
  sharePercent: z.int().optional(),
  accrualBasis: z.literal('ACT_ACT').optional(),
  reason: z.string(),
  rule: z.string(),
  policyVersion: z.string(),
  why: z.string(),
  events: z.array(z.string()).meta({ description: 'The events that its dates and its payer rest on' }),
  priceEvents: z.array(z.string()).meta({ description: 'The events that its yearly charge rests on' }),
});
export type FundingAnswerInterval = z.infer<typeof fundingInterval>;

const payerTotal = z.object({
  payer: payerOfFunding,
  payerOrg: z.string().nullable(),
  pence: z.int(),
  rowsWithoutPrice: z
    .int()
    .meta({ description: 'Intervals without a price on file, which the sum leaves out' }),
});

const localPayment = z.object({
  from: z.string(),
  to: z.string().nullable(),
  days: z.int(),
  pence: z.int().meta({ description: 'Of the rows that are centrally paid until bedding-in ends (A8)' }),
  routinePence: z.int().meta({ description: 'Of the rows that are always paid locally, in the same days' }),
});

const instanceTotal = z.object({
  instance: z.string(),
  pence: z.int(),
  afterBeddingIn: localPayment.nullable(),
});

/** Sums of rounded intervals (A33): by payer, and for each instance what fell locally after bedding-in (A8). */
export const fundingTotals = z.object({ byPayer: z.array(payerTotal), byInstance: z.array(instanceTotal) });
export type FundingTotals = z.infer<typeof fundingTotals>;

/** Who pays for a practice's systems: GET /practices/{ods}/funding. */
export const practiceFundingAnswer = z.object({
  ods: z.string(),
  ...askedFields,
  until: z.string().meta({ description: 'Open intervals are counted to the end of this day (R7)' }),
  nothingOnRecord: z.boolean().meta({ description: 'The practice was not yet on record at knownAt' }),
  intervals: z.array(fundingInterval),
  totals: fundingTotals,
});
export type PracticeFunding = z.infer<typeof practiceFundingAnswer>;

/** Who paid for the systems of a commissioner's practices while they were its own: GET /commissioners/{code}/funding. */
export const commissionerFundingAnswer = z.object({
  code: z.string(),
  ...askedFields,
  until: z.string(),
  practices: z.array(z.object({ ods: z.string(), intervals: z.array(fundingInterval) })),
  totals: z.object({ byPayer: z.array(payerTotal) }).meta({ description: 'Of all pages together' }),
  next: nextPage,
});
export type CommissionerFunding = z.infer<typeof commissionerFundingAnswer>;
