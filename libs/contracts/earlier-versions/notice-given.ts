import { civilDate, eventId, instanceId, supplierId, text } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  noticeId: eventId,
  instanceId,
  supplier: supplierId,
  method: text(200),
  minMonths: z.int().min(0),
  endsOn: civilDate,
  earliestEndsOn: civilDate,
});

/** NoticeGiven while none could be given before Business Go Live (A5). */
export const noticeGivenVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
