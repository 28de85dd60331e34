import { eventId, productId, text } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  migrationId: eventId,
  winner: productId,
  candidates: z.array(productId).min(1),
  participants: z.array(text(20)).min(2),
  docId: text(100).optional(),
});

/** SelectionCompleted before candidates could be scored: none was. */
export const selectionCompletedVersions: EventVersions = {
  schemas: [first],
  upcasts: [(payload) => payload],
};
