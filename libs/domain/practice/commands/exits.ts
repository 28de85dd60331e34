import { z } from 'zod';
import { common, eventId, pence, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that end a migration otherwise than by going live. */
export const exitCommands = {
  'retract-go-live': z.strictObject({ ...common, reason: text(2000), targetEventId: eventId }),
  'roll-back': body({ cause: text(500) }),
  'abandon-migration': body({
    cause: text(500),
    chargesIncurredPence: pence.optional(),
    mediaDisposal: z
      .array(z.strictObject({ extractId: eventId, disposal: text(200) }))
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'What became of the media of the extracts taken (F5)' }),
  }),
};
