import { civilDate, instanceId } from '../../fields.js';
import { contractorType } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about cover by a Call-Off, the PCT-Practice Agreement and exceptions. */
export const callOffCommands = {
  'join-call-off': body({ instanceId }),
  'opt-out': body({ instanceId }),
  'leave-call-off': body({ instanceId }),
  'record-pct-practice-agreement': body({}),
  'end-pct-practice-agreement': body({}),
  'record-contractor-type': body({ contractorType }),
  'grant-funding-exception': body({ instanceId, from: civilDate, until: civilDate }),
};
