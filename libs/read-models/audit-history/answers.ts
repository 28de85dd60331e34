import { z } from 'zod';
import { askedFields, nextPage } from '../asked.js';

const person = z.object({
  name: z.string(),
  role: z.string(),
  org: z.string(),
  onBehalfOf: z
    .string()
    .optional()
    .meta({ description: 'The organisation acted for, where it is another (I2)' }),
});

/** One event of a practice's file: what it says, who recorded it, when it held and when it was recorded. */
export const historyEntry = z.object({
  revision: z.int(),
  eventId: z.string(),
  type: z.string(),
  what: z.string().meta({ description: 'In plain English' }),
  effectiveDate: z
    .string()
    .nullable()
    .meta({ description: 'Null for an observation, which has months (O3)' }),
  recordedAt: z.string(),
  by: person,
  confirmedBy: person.optional().meta({ description: 'The other party of a command of two (R2)' }),
  proposalId: z.string().optional().meta({ description: 'The proposal that it confirms (R2)' }),
  corrects: z.string().optional().meta({ description: 'The event that it corrects' }),
  correctedBy: z.array(z.string()).meta({ description: 'The events that correct it, as known' }),
  was: z.string().optional(),
  now: z.string().optional(),
  flags: z.array(z.string()).meta({ description: 'What was missing or late when it was recorded (R1, R10)' }),
  command: z.string(),
  policyVersion: z.string().optional(),
  basis: z
    .record(z.string(), z.int())
    .meta({ description: 'The reference streams relied on, with their revisions' }),
  scripted: z.literal(true).optional().meta({ description: 'Recorded under the scripted clock (R17)' }),
  position: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A practice's file in order: GET /practices/{ods}/audit-history. */
export const auditHistoryAnswer = z.object({
  ods: z.string(),
  ...askedFields,
  nothingOnRecord: z.boolean().meta({ description: 'The practice was not yet on record at knownAt' }),
  entries: z.array(historyEntry),
  next: nextPage,
});
export type AuditHistory = z.infer<typeof auditHistoryAnswer>;
