import { z } from 'zod';
import { eventId, instanceId, text } from '../../fields.js';
import { payload } from './fields.js';

/** The correction of a recorded fact, which stays in the record beside it (I13). */
export const correctionEvents = {
  /** A field as it was and as it is from now on known; null where there is none. */
  RecordCorrected: payload({
    targetEventId: eventId,
    field: text(50),
    was: z.json(),
    now: z.json(),
    instanceId: instanceId.optional(),
    migrationId: eventId.optional(),
  }),
};
