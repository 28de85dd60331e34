import { eventId, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that are about problems with obtaining data from the source. */
export const dataAccessCommands = {
  'raise-data-access-problem': body({ problem: text(1000) }),
  'escalate-data-access-problem': body({ problemId: eventId }),
  'resolve-data-access-problem': body({ problemId: eventId, resolution: text(1000) }),
};
