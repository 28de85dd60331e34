import { z } from 'zod';
import { eventId, instanceId, pence, text } from '../../fields.js';
import { payload } from './fields.js';

/** Events of the ways out of a migration: a go-live that never was, a return to the source, abandonment. */
export const exitEvents = {
  /** Declared by mistake: it never happened (F7). `effectiveDate` is the day on which that was said. */
  GoLiveRetracted: payload({ migrationId: eventId, targetEventId: eventId }),
  /** `effectiveDate` is the day reverted on: the target's last day, and the last of bedding-in (A20). */
  MigrationRolledBack: payload({
    migrationId: eventId,
    sourceInstanceId: instanceId,
    targetInstanceId: instanceId,
    cause: text(500),
  }),
  /** `stage` is the state of domain C2 that the migration had reached, the delivery's where it had begun (F5). */
  MigrationAbandoned: payload({
    migrationId: eventId,
    stage: text(40),
    cause: text(500),
    chargesIncurredPence: pence.optional(),
    mediaDisposal: z.array(z.strictObject({ extractId: eventId, disposal: text(200) })).optional(),
  }),
};
