import { z } from 'zod';
import { dayOrNull, fact, listOf } from './fields.js';

const payer = z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE', 'LSP_CONTRACT', 'SUPPLIER']);

const businessCase = z.object({
  submittedOn: z.string(),
  version: z.string(),
  templateVersion: z.string().nullable(),
  policyVersion: z.string().nullable(),
  lines: listOf(
    z.object({
      service: z.string(),
      amountPence: z.int(),
      charge: z.enum(['ONE_OFF', 'ANNUAL']),
      payer,
      whoPaysRuleId: z.string().optional(),
    }),
  ),
  byPayer: listOf(z.object({ payer, oneOffPence: z.int(), annualPence: z.int() })),
  ...fact,
});

const window = z.object({ from: z.string(), by: z.string() });

const dispute = z.object({
  disputeId: z.string(),
  subject: z.string(),
  grounds: listOf(z.string()),
  raisedOn: z.string(),
  raisedBy: z.string(),
  level: z.string().nullable(),
  referral: z.object({ requestBy: z.string(), representations: window, observations: window }).nullable(),
  outcome: z.string().nullable(),
  determinedOn: dayOrNull,
  ...fact,
});

const selection = z.object({
  status: z.enum(['UNDER_WAY', 'COMPLETED', 'FAILED']),
  startedOn: dayOrNull,
  candidates: listOf(z.string()),
  scores: listOf(
    z.object({
      candidate: z.string(),
      by: z.enum(['PR', 'PCT']),
      org: z.string(),
      scores: listOf(z.object({ criterion: z.string(), weight: z.int(), score: z.int() })),
      weightedScore: z.number(),
      comment: z.string().optional(),
    }),
  ),
  winner: z.string().nullable(),
  reasons: listOf(z.string()),
  endedOn: dayOrNull,
  ...fact,
});

const order = z.object({
  trackingRef: z.string(),
  productId: z.string().nullable(),
  on: z.string(),
  services: listOf(z.object({ service: z.string(), chargePence: z.int().optional() })),
  cancelledOn: dayOrNull,
  chargePence: z.int().nullable().meta({ description: 'What its cancellation cost' }),
  ...fact,
});

/** One migration with its regions, its facts and what it waits for. */
export const migration = z.object({
  migrationId: z.string(),
  requestedOn: z.string(),
  sourceInstanceId: z.string(),
  targetInstanceId: z.string().nullable(),
  decision: z.string(),
  delivery: z.string().nullable(),
  sourceWindDown: z.string(),
  auditAccess: z.string(),
  flags: listOf(z.string()),
  businessCase: businessCase.nullable(),
  agreed: z
    .object({
      on: z.string(),
      decidedBy: z.string(),
      conditions: listOf(z.string()),
      practicePercent: z.int().nullable(),
      ...fact,
    })
    .nullable(),
  dispute: dispute.nullable(),
  selection: selection.nullable(),
  selected: z.object({ productId: z.string(), kind: z.string(), ...fact }).nullable(),
  plannedDate: z
    .object({
      date: z.string(),
      earlier: listOf(z.object({ date: z.string(), until: z.string(), cause: z.string().nullable() })),
      ...fact,
    })
    .nullable(),
  order: order.nullable(),
  orders: listOf(order).meta({
    description: 'Every order, also the cancelled, and those for systems that another one replaced (F5)',
  }),
  extracts: listOf(
    z.object({
      extractId: z.string(),
      kind: z.string(),
      purpose: z.string(),
      at: z.string(),
      rejectedOn: dayOrNull,
      ...fact,
    }),
  ),
  dataAccessProblems: listOf(
    z.object({
      problemId: z.string(),
      problem: z.string(),
      raisedOn: z.string(),
      raisedBy: z.string(),
      escalatedOn: dayOrNull,
      resolvedOn: dayOrNull,
      ...fact,
    }),
  ),
  reported: z
    .object({ on: z.string(), by: z.string(), cutoverTime: z.string().nullable(), ...fact })
    .nullable(),
  goLive: z.object({ on: z.string(), cutoverTime: z.string().nullable(), ...fact }).nullable(),
  cutoverGap: z
    .object({ from: z.string(), to: z.string(), backloaded: z.enum(['UNKNOWN', 'PARTLY', 'YES']), ...fact })
    .nullable(),
  rolledBack: z.object({ on: z.string(), cause: z.string(), ...fact }).nullable(),
  abandoned: z.object({ on: z.string(), stage: z.string(), cause: z.string(), ...fact }).nullable(),
  signedOff: z.object({ PR: dayOrNull, PCT: dayOrNull }),
  events: listOf(z.string()),
});
