import { z } from 'zod';
import { eventId, productId, text } from '../../fields.js';
import { criterionScore, migrationKind } from '../events/fields.js';
import { body } from './fields.js';

const isEachOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const candidates = z
  .array(productId)
  .min(1)
  .max(20)
  .refine(isEachOnce, { error: 'must name each candidate once' });

/** What the commands take that are about which system is chosen. */
export const selectionCommands = {
  'start-selection': body({ candidates }),
  'score-candidate': body({
    candidate: productId,
    scores: z
      .array(criterionScore)
      .min(1)
      .max(50)
      .refine((scores) => isEachOnce(scores.map(({ criterion }) => criterion)), {
        error: 'must name each criterion once',
      }),
    comment: text(1000).optional(),
  }),
  'complete-selection': body({
    winner: productId,
    candidates: z
      .array(productId)
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'Left out, they are those of the selection that was started' }),
    docId: text(100).optional(),
  }),
  'fail-selection': body({ reasons: z.array(text(1000)).min(1).max(50) }),
  'select-system': body({ productId, kind: migrationKind, selectionId: eventId.optional() }),
};
