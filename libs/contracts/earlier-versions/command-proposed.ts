import { civilDate, text } from '#domain/fields.js';
import { firstFlags } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = z.strictObject({
  effectiveDate: civilDate,
  command: text(50),
  body: z.record(z.string(), z.json()),
  confirmer: z.enum(['PR', 'PCT']),
  flags: firstFlags,
});

/** CommandProposed while only the practice and its PCT could confirm. */
export const commandProposedVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
