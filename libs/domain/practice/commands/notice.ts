import { z } from 'zod';
import { civilDate, instanceId, text } from '../../fields.js';
import { body, retention } from './fields.js';

/** What the commands take that are about notice to the previous supplier. */
export const noticeCommands = {
  'give-notice': body({
    instanceId,
    method: text(200),
    endsOn: civilDate.optional(),
    retention: z.strictObject(retention).optional(),
  }),
  'extend-notice': body({ instanceId, newEndsOn: civilDate, problemCategory: text(200) }),
  'withdraw-notice': body({ instanceId }),
  'acknowledge-notice': body({ instanceId, receivedOn: civilDate }),
  'dispute-notice': body({ instanceId, claimedOn: civilDate.optional(), grounds: text(1000) }),
};
