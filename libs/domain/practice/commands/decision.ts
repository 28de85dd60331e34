import { z } from 'zod';
import { civilDate, instanceId, text } from '../../fields.js';
import { estimateLine, estimatePayer, localPayerSplit, migrationKind } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about the request, the business case and the PCT’s decision. */
export const decisionCommands = {
  'record-contact': body({
    participants: z
      .array(z.strictObject({ name: text(100), role: text(100), org: text(20) }))
      .min(1)
      .max(20),
    optionsConsidered: z.array(text(500)).min(1).max(20),
  }),
  'request-migration': body({
    sourceInstanceId: instanceId,
    reasons: z.array(text(500)).min(1).max(20),
    desiredKind: migrationKind.optional(),
  }),
  'decide-business-case-need': body({
    required: z.boolean(),
    templateVersion: text(50).optional(),
    dueBy: civilDate.optional(),
  }),
  'submit-business-case': body({
    version: text(50),
    docId: text(100).optional(),
    estimate: z
      .strictObject({
        lines: z
          .array(
            z.strictObject({
              ...estimateLine,
              payer: estimatePayer.optional().meta({
                description: 'Left out, it follows from `whoPaysRuleId` where only one may pay (S14)',
              }),
            }),
          )
          .max(100),
      })
      .optional()
      .meta({ description: 'Without at least one line the business case is refused (S13)' }),
  }),
  'return-business-case': body({ points: z.array(text(1000)).min(1).max(50) }),
  'agree-change': body({
    conditions: z.array(text(1000)).max(50),
    decidedBy: text(200),
    body: text(200).optional(),
    minuteRef: text(100).optional(),
    localPayerSplit: localPayerSplit
      .optional()
      .meta({ description: 'The practice’s share of what falls on the local payer (A8)' }),
  }),
  'refuse-change': body({ grounds: z.array(text(1000)).min(1).max(50) }),
};
