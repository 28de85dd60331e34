import { z } from 'zod';
import {
  civilDate,
  eventId,
  localDateTime,
  pence,
  PRICE_ROWS,
  replanCause,
  sha256,
  text,
} from '../../fields.js';
import { dateParty, extractKind, firstPayload } from './fields.js';

/** Events of the date, the order and the data extract. */
export const deliveryEvents = {
  MigrationDateProposed: firstPayload({
    migrationId: eventId,
    date: civilDate,
    by: dateParty,
    cause: replanCause.optional(),
  }),
  MigrationDateAgreed: firstPayload({ migrationId: eventId, proposalEventId: eventId, party: dateParty }),
  MigrationDatePlanned: firstPayload({ migrationId: eventId, proposalEventId: eventId, date: civilDate }),
  MigrationDateReplanned: firstPayload({
    migrationId: eventId,
    proposalEventId: eventId,
    old: civilDate,
    new: civilDate,
    cause: replanCause,
  }),
  MigrationOrderPlaced: firstPayload({
    migrationId: eventId,
    trackingRef: text(100),
    services: z.array(z.strictObject({ service: text(200), chargePence: pence.optional() })).min(1),
    pricesSnapshot: z.array(z.strictObject({ row: z.enum(PRICE_ROWS), yearlyPence: pence.nullable() })),
  }),
  DataExtractTaken: firstPayload({
    migrationId: eventId,
    kind: extractKind,
    purpose: z.enum(['TRIAL', 'FINAL']),
    at: localDateTime,
    mediaRef: text(100),
    sha256: sha256.optional(),
    includesAuditTrail: z.boolean(),
    encrypted: z.boolean(),
  }),
};
