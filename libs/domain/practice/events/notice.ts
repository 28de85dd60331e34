import { z } from 'zod';
import { civilDate, eventId, instanceId, supplierId, text } from '../../fields.js';
import { firstPayload, payload } from './fields.js';

/** Events of notice to the previous supplier. */
export const noticeEvents = {
  /**
   * `effectiveDate` is the day on which notice was given; `endsOn` the last day of service. A contingent notice has
   * no end before the go-live of its migration, from which it is then counted by these terms (A5); an `endsOn` that
   * it states is the earliest last day. `countedFromReceipt` has one whose end was left to the minimum, by a policy that
   * counts that from the day of receipt: it ends then where that is later than `endsOn` (A6, R9). The minimum is in
   * `minMonths` or in `minDays`, as the policy set of its day counts (A1).
   */
  NoticeGiven: payload({
    noticeId: eventId,
    instanceId,
    supplier: supplierId,
    method: text(200),
    minMonths: z.int().min(0).optional(),
    minDays: z.int().min(1).optional(),
    endsOn: civilDate.optional(),
    earliestEndsOn: civilDate.optional(),
    contingentOn: z
      .strictObject({
        migrationId: eventId,
        endConvention: z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']),
        basis: z.enum(['GIVEN', 'RECEIVED']),
      })
      .optional(),
    countedFromReceipt: z
      .strictObject({ endConvention: z.enum(['CORRESPONDING_DATE', 'DAY_BEFORE']) })
      .optional(),
  }),
  NoticeExtended: firstPayload({
    noticeId: eventId,
    instanceId,
    newEndsOn: civilDate,
    problemCategory: text(200),
  }),
  /** With the supplier's consent; the source runs on (F8). */
  NoticeWithdrawn: payload({ noticeId: eventId, instanceId }),
  NoticeAcknowledged: payload({ noticeId: eventId, instanceId, receivedOn: civilDate }),
  /** The supplier says that notice came on another day, or not at all; it moves no clock (A6). */
  NoticeDateDisputed: payload({
    noticeId: eventId,
    instanceId,
    claimedOn: civilDate.optional(),
    grounds: text(1000),
  }),
};
