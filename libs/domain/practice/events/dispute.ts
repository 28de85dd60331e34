import { z } from 'zod';
import { civilDate, eventId, text } from '../../fields.js';
import { disputeLevel, disputeOutcome, disputeSubject, payload } from './fields.js';

const window = z.strictObject({ from: civilDate, by: civilDate });

/** Events of a dispute over the PCT’s decision. A dispute is known by the id of its first event (R20). */
export const disputeEvents = {
  DisputeRaised: payload({
    migrationId: eventId,
    disputeId: eventId,
    subject: disputeSubject,
    /** The decision in dispute, where the subject is one that is on record. */
    disputedEventId: eventId.optional(),
    grounds: z.array(text(1000)).min(1),
  }),
  DisputeEscalated: payload({ migrationId: eventId, disputeId: eventId, level: disputeLevel }),
  /** The days of the formal procedure as they follow from the referral’s (X7). */
  DisputeReferredToNhsla: payload({
    migrationId: eventId,
    disputeId: eventId,
    requestBy: civilDate,
    representations: window,
    observations: window,
  }),
  /** `level` is where the dispute stood: null between practice and PCT. */
  DisputeDetermined: payload({
    migrationId: eventId,
    disputeId: eventId,
    outcome: disputeOutcome,
    level: disputeLevel.nullable(),
    document: text(100).optional(),
  }),
};
