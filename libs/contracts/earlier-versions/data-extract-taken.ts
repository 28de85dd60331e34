import { eventId, localDateTime, sha256, text } from '#domain/fields.js';
import { extractKind, firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  migrationId: eventId,
  kind: extractKind,
  purpose: z.enum(['TRIAL', 'FINAL']),
  at: localDateTime,
  mediaRef: text(100),
  sha256: sha256.optional(),
  includesAuditTrail: z.boolean(),
  encrypted: z.boolean(),
});

/** The first version of DataExtractTaken could not be flagged as a tape without a reason (S21). */
export const dataExtractTakenVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
