import { PRACTICE_STATES } from '#domain/practice/practice-states.js';
import { z } from 'zod';
import { askedFields } from '../asked.js';
import { dayOrNull, fact, listOf } from './fields.js';
import { migration } from './migration-answers.js';
import { accessRequests, auditTrails, custody, notice } from './wind-down-answers.js';

const person = z.object({ name: z.string(), role: z.string(), org: z.string() });

const system = z.discriminatedUnion('basis', [
  z.object({
    basis: z.literal('DECLARED'),
    instanceId: z.string(),
    productId: z.string(),
    supplier: z.string(),
    name: z.string(),
    from: z.string(),
    until: dayOrNull,
    events: listOf(z.string()),
  }),
  z.object({
    basis: z.literal('OBSERVED'),
    supplier: z.string().nullable(),
    product: z.string(),
    name: z.string(),
    firstMonth: z.string(),
    lastMonth: z.string(),
    events: listOf(z.string()),
  }),
]);

const instance = z.object({
  instanceId: z.string(),
  productId: z.string(),
  product: z.string(),
  supplier: z.string(),
  level: z.int(),
  chooseAndBook: z.boolean(),
  etp: z.boolean(),
  contract: z.string(),
  hosting: z.string(),
  migrationId: z.string().nullable(),
  version: z.string().nullable(),
  functions: listOf(z.object({ function: z.string(), from: z.string(), ...fact })),
  callOff: z.object({ pct: z.string(), from: z.string(), until: dayOrNull, ...fact }).nullable(),
  optedOut: z.object({ on: z.string(), ...fact }).nullable(),
  fundingExceptions: listOf(z.object({ from: z.string(), until: z.string(), ...fact })),
  flags: listOf(z.string()),
  life: z.object({ from: z.string(), until: dayOrNull, ...fact }).nullable(),
  serviceEnd: z.object({ on: z.string(), ...fact }).nullable(),
  ...fact,
});

const finding = z.object({
  code: z.string(),
  rule: z.string(),
  message: z.string(),
  events: listOf(z.string()),
  instanceId: z.string().optional(),
  severity: z.literal('CRITICAL').optional(),
  dueBy: z.string().optional(),
});

/** A practice that was on record: its instances, migration, notice, retention, open proposals and findings. */
const practiceOnRecord = z.object({
  ods: z.string(),
  on: z.string(),
  name: z.string(),
  registered: z.object({ on: z.string(), ...fact }),
  closed: z.object({ on: z.string(), ...fact }).nullable(),
  state: z.enum(PRACTICE_STATES).nullable(),
  commissioner: z.object({ code: z.string(), from: z.string(), ...fact }).nullable(),
  successors: listOf(
    z.object({ kind: z.enum(['MERGER', 'SPLIT']), into: listOf(z.string()), on: z.string(), ...fact }),
  ),
  predecessors: listOf(
    z.object({
      ods: z.string(),
      kind: z.enum(['MERGER', 'SPLIT']),
      from: z.string(),
      instances: listOf(z.object({ instanceId: z.string(), predecessorInstanceId: z.string() })),
      ...fact,
    }),
  ),
  agreement: z.object({ pct: z.string(), from: z.string(), until: dayOrNull, ...fact }).nullable(),
  contractorType: z.object({ type: z.string(), from: z.string(), ...fact }).nullable(),
  system: system.nullable(),
  cutover: z
    .object({ source: z.string(), target: z.string(), at: dayOrNull, held: z.string(), ...fact })
    .nullable(),
  instances: listOf(instance),
  migration: migration.nullable(),
  beddingIn: z
    .object({
      sourceInstanceId: z.string(),
      from: z.string(),
      lastFundedDay: z.string(),
      latestZeroCostDate: dayOrNull,
      policyVersion: z.string(),
      ...fact,
    })
    .nullable(),
  notice: notice.nullable(),
  notices: listOf(notice),
  retention: listOf(
    z.object({
      instanceId: z.string(),
      option: z.enum(['FULL', 'SINGLE_USER', 'DATR']),
      orderedOn: z.string(),
      from: dayOrNull,
      until: dayOrNull,
      payer: z.enum(['COMMISSIONER', 'PRACTICE']),
      reviewBy: dayOrNull,
      policyVersion: z.string().nullable().meta({
        description:
          'The policy set by whose months `reviewBy` is told; null where the holder on record says it',
      }),
      ...fact,
    }),
  ),
  custody,
  auditTrails,
  accessRequests,
  proposals: listOf(
    z.object({
      proposalId: z.string(),
      command: z.string(),
      effectiveDate: z.string(),
      proposedBy: person,
      recordedAt: z.string(),
      confirmer: z.enum(['PR', 'PCT', 'SUP', 'NAT']),
      confirmerOrg: z.string().nullable(),
      confirmedBy: listOf(person),
      ...fact,
    }),
  ),
  findings: listOf(finding),
});

/** GET /practices/{ods}: what was on record at `knownAt` of the day `on`, or that nothing was yet. */
export const practiceQueryAnswer = z.discriminatedUnion('nothingOnRecord', [
  practiceOnRecord.extend({
    revision: z
      .int()
      .meta({ description: 'Of the file at `knownAt`; `If-Match` takes it as `ETag` gives it' }),
    knownAt: askedFields.knownAt,
    nothingOnRecord: z.literal(false),
  }),
  z.object({
    ods: z.string(),
    on: z.string(),
    knownAt: askedFields.knownAt,
    nothingOnRecord: z.literal(true),
  }),
]);
export type PracticeQueryAnswer = z.input<typeof practiceQueryAnswer>;
