import { z } from 'zod';
import { civilDate, eventId, instanceId, localTime, text } from '../../fields.js';
import { payload } from './fields.js';

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
  }),
  /** `effectiveDate` is the corrected day of Business Go Live. */
  GoLiveCorrected: payload({
    migrationId: eventId,
    targetEventId: eventId,
    was: goLiveMoment,
    now: goLiveMoment,
  }),
  MigrationSignedOff: payload({
    migrationId: eventId,
    by: z.enum(['PR', 'PCT']),
    exceptions: z.array(text(1000)),
  }),
};
