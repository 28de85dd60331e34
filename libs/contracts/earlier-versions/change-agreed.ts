import { eventId, text } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  migrationId: eventId,
  conditions: z.array(text(1000)),
  decidedBy: text(200),
  body: text(200).optional(),
  minuteRef: text(100).optional(),
});

/** ChangeAgreed before it could name the practice's share of the local cost: none was agreed. */
export const changeAgreedVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
