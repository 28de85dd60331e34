import { z } from 'zod';
import { eventId, productId, text } from '../../fields.js';
import { migrationKind, payload } from './fields.js';

/** Events of which system is chosen. */
export const selectionEvents = {
  SelectionCompleted: payload({
    migrationId: eventId,
    winner: productId,
    candidates: z.array(productId).min(1),
    participants: z.array(text(20)).min(2),
    docId: text(100).optional(),
  }),
  SystemSelected: payload({
    migrationId: eventId,
    productId,
    kind: migrationKind,
    levelAtDate: z.int().min(0).max(6).nullable(),
    selectionId: eventId.optional(),
  }),
};
