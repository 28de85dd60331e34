import { z } from 'zod';
import { civilDate, eventId, instanceId, odsCode, text } from '../../fields.js';
import {
  estimateLine,
  estimatePayer,
  firstPayload,
  localPayerSplit,
  migrationKind,
  payload,
} from './fields.js';

/** Events of the request, the business case and the PCT’s decision. */
export const decisionEvents = {
  OptionsDiscussed: firstPayload({
    participants: z.array(z.strictObject({ name: text(100), role: text(100), org: text(20) })).min(1),
    optionsConsidered: z.array(text(500)).min(1),
  }),
  MigrationRequested: firstPayload({
    migrationId: eventId,
    ods: odsCode,
    sourceInstanceId: instanceId,
    reasons: z.array(text(500)).min(1),
    desiredKind: migrationKind.optional(),
    yearsSinceLastGoLive: z.int().min(0).nullable(),
  }),
  BusinessCaseRequired: firstPayload({
    migrationId: eventId,
    templateVersion: text(50).optional(),
    dueBy: civilDate.optional(),
  }),
  BusinessCaseWaived: firstPayload({ migrationId: eventId }),
  BusinessCaseSubmitted: payload({
    migrationId: eventId,
    version: text(50),
    /** The template that the PCT asked for, else the one in force, if any (S12). */
    templateVersion: text(50).optional(),
    /** The policy set by whose who-pays table the lines are classified (S14). */
    policyVersion: text(50).optional(),
    docId: text(100).optional(),
    estimate: z.strictObject({
      lines: z.array(z.strictObject({ ...estimateLine, payer: estimatePayer })).min(1),
    }),
  }),
  BusinessCaseReturned: firstPayload({ migrationId: eventId, points: z.array(text(1000)).min(1) }),
  ChangeAgreed: payload({
    migrationId: eventId,
    conditions: z.array(text(1000)),
    decidedBy: text(200),
    body: text(200).optional(),
    minuteRef: text(100).optional(),
    localPayerSplit: localPayerSplit.optional(),
  }),
  ChangeRefused: payload({ migrationId: eventId, grounds: z.array(text(1000)).min(1) }),
};
