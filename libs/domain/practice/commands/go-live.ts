import { z } from 'zod';
import { common, eventId, instanceId, localDateTime, localTime, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that are about Business Go Live, its corrections and sign-off. */
export const goLiveCommands = {
  'declare-go-live': body({
    targetInstanceId: instanceId,
    cutoverTime: localTime.optional(),
    finalExtractId: eventId.optional(),
    override: z
      .literal('BEDDING_IN_OPEN')
      .optional()
      .meta({ description: 'By the PCT, with a reason: go-live while a bedding-in is open (A21)' }),
  }),
  'correct-go-live': z.strictObject({
    ...common,
    reason: text(2000),
    targetEventId: eventId.optional().meta({
      description: 'The GoLiveDeclared to correct; left out, the latest go-live',
    }),
    cutoverTime: localTime.optional(),
  }),
  'report-go-live': body({ cutoverTime: localTime.optional() }),
  'record-backload': body({ from: localDateTime, to: localDateTime, method: text(200) }),
  'sign-off-migration': body({ exceptions: z.array(text(1000)).max(50) }),
};
