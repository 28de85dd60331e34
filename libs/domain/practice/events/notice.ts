import { z } from 'zod';
import { civilDate, eventId, instanceId, supplierId, text } from '../../fields.js';
import { firstPayload } from './fields.js';

/** Events of notice to the previous supplier. */
export const noticeEvents = {
  /** `effectiveDate` is the day on which notice was given; `endsOn` the last day of service. */
  NoticeGiven: firstPayload({
    noticeId: eventId,
    instanceId,
    supplier: supplierId,
    method: text(200),
    minMonths: z.int().min(0),
    endsOn: civilDate,
    earliestEndsOn: civilDate,
  }),
  NoticeExtended: firstPayload({
    noticeId: eventId,
    instanceId,
    newEndsOn: civilDate,
    problemCategory: text(200),
  }),
};
