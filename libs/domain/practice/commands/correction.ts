import { z } from 'zod';
import { common, eventId, text } from '../../fields.js';

/** What the command takes that corrects a recorded fact. */
export const correctionCommands = {
  'correct-record': z.strictObject({
    ...common,
    reason: text(2000),
    targetEventId: eventId,
    field: text(50),
    was: z.json().meta({ description: 'The value on record; null where the field is absent' }),
    now: z.json().meta({ description: 'The right value; null leaves the field out' }),
  }),
};
