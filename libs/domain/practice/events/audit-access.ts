import { z } from 'zod';
import { civilDate, eventId, instanceId, pence, text } from '../../fields.js';
import { accessFailure, accessPurpose, payload } from './fields.js';

/** Events of access to an old system's audit trail. None names a patient (I15). */
export const auditAccessEvents = {
  /** The records of `period` are asked for; on whose authority is told, since the agreement left it open (X10). */
  AuditAccessRequested: payload({
    requestId: eventId,
    instanceId,
    purposeClass: accessPurpose,
    period: z.strictObject({ from: civilDate, until: civilDate }),
    onWhoseAuthority: text(300),
  }),
  /** The nth access of its calendar year, and how many are free by the terms in force; null where none are published. */
  AuditAccessFulfilled: payload({
    requestId: eventId,
    instanceId,
    chargePence: pence,
    nthOfFreeAllowance: z.int().min(1).nullable(),
    freeAllowance: z.int().min(0).nullable(),
  }),
  AuditAccessFailed: payload({ requestId: eventId, instanceId, cause: accessFailure }),
};
