import { civilDate, eventId, instanceId, supplierId, text } from '#domain/fields.js';
import { firstPayload, payload } from '#domain/practice/events/fields.js';
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

const second = payload({
  noticeId: eventId,
  instanceId,
  supplier: supplierId,
  method: text(200),
  minMonths: z.int().min(0),
  endsOn: civilDate.optional(),
  earliestEndsOn: civilDate.optional(),
  contingentOn: z
    .strictObject({
      migrationId: eventId,
      endConvention: z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']),
      basis: z.enum(['GIVEN', 'RECEIVED']),
    })
    .optional(),
});

const third = second.extend({
  countedFromReceipt: z
    .strictObject({ endConvention: z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']) })
    .optional(),
});

const asItIs = (payload: object): object => payload;

/**
 * NoticeGiven while none could be given before Business Go Live (A5), while no end that was left out moved with the day
 * of receipt (A6), and while a minimum was always in months (A1).
 */
export const noticeGivenVersions: EventVersions = {
  schemas: [first, second, third],
  upcasts: [asItIs, asItIs, asItIs],
};
