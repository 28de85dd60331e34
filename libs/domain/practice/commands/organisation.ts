import { z } from 'zod';
import { civilDate, commissionerCode, instanceId, odsCode, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that are about what the practice is and who commissions it. */
export const organisationCommands = {
  'register-practice': body({ name: text(200), commissioner: commissionerCode.optional() }),
  'change-commissioner': body({
    from: commissionerCode.optional(),
    to: commissionerCode,
    operationalDate: civilDate.optional(),
  }),
  'close-practice': body({}),
  'merge-practice': body({ into: odsCode }),
  'split-practice': body({
    into: z
      .array(odsCode)
      .min(1)
      .max(20)
      .meta({ description: 'The practices that come of it; one that goes on names itself too' }),
  }),
  'take-over-practice': body({
    predecessor: odsCode,
    kind: z.enum(['MERGER', 'SPLIT']),
    instances: z
      .array(z.strictObject({ instanceId, predecessorInstanceId: instanceId }))
      .max(20)
      .optional()
      .meta({ description: 'Which system here is which of the predecessor’s' }),
  }),
};
