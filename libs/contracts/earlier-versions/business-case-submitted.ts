import { eventId, pence, text } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  migrationId: eventId,
  version: text(50),
  docId: text(100).optional(),
  estimate: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          service: text(200),
          amountPence: pence,
          charge: z.enum(['ONE_OFF', 'ANNUAL']),
          payer: z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE']),
          whoPaysRuleId: text(50).optional(),
        }),
      )
      .min(1),
  }),
});

/** BusinessCaseSubmitted before it named its template and the who-pays table: neither was looked at. */
export const businessCaseSubmittedVersions: EventVersions = {
  schemas: [first],
  upcasts: [(payload) => payload],
};
