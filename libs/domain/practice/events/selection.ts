import { z } from 'zod';
import { eventId, productId, text } from '../../fields.js';
import { migrationKind, firstPayload } from './fields.js';

/** Events of which system is chosen. */
export const selectionEvents = {
  SelectionCompleted: firstPayload({
    migrationId: eventId,
    winner: productId,
    candidates: z.array(productId).min(1),
    participants: z.array(text(20)).min(2),
    docId: text(100).optional(),
  }),
  SystemSelected: firstPayload({
    migrationId: eventId,
    productId,
    kind: migrationKind,
    levelAtDate: z.int().min(0).max(6).nullable(),
    selectionId: eventId.optional(),
  }),
};
