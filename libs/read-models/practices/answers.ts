import { PRACTICE_STATES } from '#domain/practice/practice-states.js';
import { z } from 'zod';
import { askedFields, nextPage } from '../asked.js';

export const practiceStateName = z.enum(PRACTICE_STATES);

const system = z
  .object({
    basis: z
      .enum(['DECLARED', 'OBSERVED'])
      .meta({ description: 'A declared instance, or a published list of systems in use (O4)' }),
    productId: z.string().nullable(),
    name: z.string(),
    supplier: z.string().nullable(),
    instance: z.string().nullable(),
    firstMonth: z.string().nullable(),
    lastMonth: z.string().nullable(),
    withdrawnAfter: z
      .string()
      .nullable()
      .meta({ description: 'The last day of a product whose withdrawal is announced by the day (F12)' }),
    isOver: z.boolean().meta({ description: 'The last observation, whose months do not reach the day (O4)' }),
  })
  .nullable();

const practiceListed = z.object({
  ods: z.string(),
  name: z.string().nullable(),
  commissioner: z.string().nullable(),
  state: practiceStateName,
  system,
  events: z.array(z.string()),
});
export type PracticeListed = z.infer<typeof practiceListed>;

/** A page of practices in order of their codes: GET /practices. */
export const practicesAnswer = z.object({
  ...askedFields,
  practices: z.array(practiceListed),
  next: nextPage,
});
export type Practices = z.infer<typeof practicesAnswer>;
