import { z } from 'zod';
import { eventId, text } from '../../fields.js';
import { disputeLevel, disputeOutcome, disputeSubject } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about a dispute over the PCT’s decision. */
export const disputeCommands = {
  'raise-dispute': body({ subject: disputeSubject, grounds: z.array(text(1000)).min(1).max(50) }),
  'escalate-dispute': body({ level: disputeLevel }),
  'record-determination': body({
    disputeId: eventId.optional().meta({ description: 'The latest that is open if left out' }),
    outcome: disputeOutcome,
    document: text(100).optional().meta({ description: 'Where the written determination is filed' }),
  }),
};
