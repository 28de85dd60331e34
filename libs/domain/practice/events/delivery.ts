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
import { dateParty, extractKind, firstPayload, payload } from './fields.js';

const orderedServices = z.array(z.strictObject({ service: text(200), chargePence: pence.optional() })).min(1);

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
    services: orderedServices,
    pricesSnapshot: z.array(z.strictObject({ row: z.enum(PRICE_ROWS), yearlyPence: pence.nullable() })),
  }),
  /** The order with other services; it stands from its first day (S18). */
  MigrationOrderAmended: payload({
    migrationId: eventId,
    trackingRef: text(100),
    services: orderedServices,
  }),
  /** From its effective date on the order stands no more. */
  MigrationOrderCancelled: payload({
    migrationId: eventId,
    trackingRef: text(100),
    chargePence: pence.optional(),
  }),
  DataExtractTaken: payload({
    migrationId: eventId,
    kind: extractKind,
    purpose: z.enum(['TRIAL', 'FINAL']),
    at: localDateTime,
    mediaRef: text(100),
    sha256: sha256.optional(),
    includesAuditTrail: z.boolean(),
    encrypted: z.boolean(),
  }),
  DataExtractRejected: payload({
    migrationId: eventId,
    extractId: eventId,
    grounds: z.array(text(1000)).min(1),
  }),
};
