import { z } from 'zod';
import { civilDate, eventId, text } from '../../fields.js';
import { confirmerRole, firstPayload, flags } from './fields.js';

/** Events of commands of two parties or more. */
export const proposalsEvents = {
  /** The whole command, waiting for the next who must confirm it (R2). It changes no answer but the open proposals. */
  CommandProposed: z.strictObject({
    effectiveDate: civilDate,
    command: text(50),
    body: z.record(z.string(), z.json()),
    confirmer: confirmerRole,
    /** The supplier that may consent, where the confirmer is one. */
    confirmerOrg: text(20).optional(),
    flags,
  }),
  ProposalDeclined: firstPayload({ proposalId: eventId }),
};
