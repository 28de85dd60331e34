import { z } from 'zod';
import { civilDate, eventId, instanceId, pence, text } from '../../fields.js';
import { accessFailure, accessPurpose } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about access to an old system's audit trail. */
export const auditAccessCommands = {
  'request-audit-access': body({
    instanceId,
    purposeClass: accessPurpose,
    period: z.strictObject({ from: civilDate, until: civilDate }),
    onWhoseAuthority: text(300),
  }),
  'fulfil-audit-access': body({ requestId: eventId, chargePence: pence }),
  'fail-audit-access': body({ requestId: eventId, cause: accessFailure }),
};
