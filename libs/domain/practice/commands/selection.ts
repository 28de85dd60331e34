import { z } from 'zod';
import { eventId, productId, text } from '../../fields.js';
import { migrationKind } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about which system is chosen. */
export const selectionCommands = {
  'complete-selection': body({
    winner: productId,
    candidates: z.array(productId).min(1).max(20),
    docId: text(100).optional(),
  }),
  'select-system': body({ productId, kind: migrationKind, selectionId: eventId.optional() }),
};
