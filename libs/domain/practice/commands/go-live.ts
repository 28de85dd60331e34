import { z } from 'zod';
import { common, eventId, instanceId, localTime, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that are about Business Go Live, its corrections and sign-off. */
export const goLiveCommands = {
  'declare-go-live': body({
    targetInstanceId: instanceId,
    cutoverTime: localTime.optional(),
    finalExtractId: eventId.optional(),
  }),
  'correct-go-live': z.strictObject({ ...common, reason: text(2000), cutoverTime: localTime.optional() }),
  'sign-off-migration': body({ exceptions: z.array(text(1000)).max(50) }),
};
