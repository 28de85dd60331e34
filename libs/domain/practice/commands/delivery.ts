import { z } from 'zod';
import { civilDate, eventId, localDateTime, pence, replanCause, sha256, text } from '../../fields.js';
import { extractKind } from '../events/fields.js';
import { body } from './fields.js';

const services = z
  .array(z.strictObject({ service: text(200), chargePence: pence.optional() }))
  .min(1)
  .max(50);

/** What the commands take that are about the date, the order and the data extract. */
export const deliveryCommands = {
  'propose-date': body({ date: civilDate }),
  replan: body({ date: civilDate, cause: replanCause }),
  'agree-date': body({ proposalEventId: eventId }),
  'place-order': body({
    trackingRef: text(100),
    services,
  }),
  'amend-order': body({ trackingRef: text(100), services }),
  'cancel-order': body({ trackingRef: text(100), chargePence: pence.optional() }),
  'record-extract': body({
    kind: extractKind,
    purpose: z.enum(['TRIAL', 'FINAL']),
    at: localDateTime,
    mediaRef: text(100),
    sha256: sha256.optional(),
    includesAuditTrail: z.boolean(),
    encrypted: z.boolean(),
  }),
  'reject-extract': body({ extractId: eventId, grounds: z.array(text(1000)).min(1).max(50) }),
};
