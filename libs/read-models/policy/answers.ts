import { z } from 'zod';
import { askedFields } from '../asked.js';

const template = z.object({
  version: z.string(),
  title: z.string(),
  from: z.string(),
  inForce: z.boolean().meta({ description: 'Of that day the one that holds: the latest by it' }),
  sections: z.array(z.object({ title: z.string(), guidance: z.string().optional() })),
  events: z.array(z.string()),
});

/** The Business Case Templates that were published to be in force by a day (S12), the oldest first. */
export const businessCaseTemplatesAnswer = z.object({ ...askedFields, templates: z.array(template) });
export type BusinessCaseTemplates = z.infer<typeof businessCaseTemplatesAnswer>;
