import { z } from 'zod';
import { civilDate, eventId, text } from '../../fields.js';
import { firstFlags, firstPayload } from './fields.js';

/** Events of commands of two parties. */
export const proposalsEvents = {
  /** The whole command of two parties, waiting for the other (R2). It changes no answer but the open proposals. */
  CommandProposed: z.strictObject({
    effectiveDate: civilDate,
    command: text(50),
    body: z.record(z.string(), z.json()),
    confirmer: z.enum(['PR', 'PCT']),
    flags: firstFlags,
  }),
  ProposalDeclined: firstPayload({ proposalId: eventId }),
};
