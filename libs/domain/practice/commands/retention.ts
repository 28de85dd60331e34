import { civilDate, instanceId } from '../../fields.js';
import { body, retention } from './fields.js';

/** What the commands take that are about how the old audit trail is kept, and the end of the source’s service. */
export const retentionCommands = {
  'order-retention': body({ instanceId, ...retention }),
  'change-retention': body({ instanceId, ...retention, from: civilDate }),
  'end-retention': body({ instanceId, until: civilDate }),
  'end-source-service': body({ instanceId }),
};
