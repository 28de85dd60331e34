import { z } from 'zod';
import { civilDate, eventId, instanceId, localDateTime, localTime, text } from '../../fields.js';
import { firstPayload, payload } from './fields.js';

const goLiveMoment = z.strictObject({ on: civilDate, cutoverTime: localTime.optional() });

/** Events of Business Go Live, its corrections and sign-off. */
export const goLiveEvents = {
  /** `effectiveDate` is the day of Business Go Live. */
  GoLiveDeclared: payload({
    migrationId: eventId,
    sourceInstanceId: instanceId,
    targetInstanceId: instanceId,
    cutoverTime: localTime.optional(),
    finalExtractId: eventId.optional(),
    plannedDate: civilDate.nullable(),
    /** The refusal that the PCT overrode (A21). */
    override: z.literal('BEDDING_IN_OPEN').optional(),
  }),
  /** `effectiveDate` is the corrected day of Business Go Live. */
  GoLiveCorrected: firstPayload({
    migrationId: eventId,
    targetEventId: eventId,
    was: goLiveMoment,
    now: goLiveMoment,
  }),
  /** `effectiveDate` is the day of go-live as a supplier of the migration tells it (A18). */
  GoLiveReported: payload({
    migrationId: eventId,
    by: z.enum(['SOURCE', 'TARGET']),
    cutoverTime: localTime.optional(),
  }),
  /** Entries of the source between these London times were keyed into the target again. */
  CutoverGapClosed: payload({
    migrationId: eventId,
    from: localDateTime,
    to: localDateTime,
    method: text(200),
  }),
  MigrationSignedOff: firstPayload({
    migrationId: eventId,
    by: z.enum(['PR', 'PCT']),
    exceptions: z.array(text(1000)),
  }),
};
