import { eventId, instanceId, text } from '../../fields.js';
import { payload } from './fields.js';

/** Events of problems with obtaining data from the source, `instanceId`, whose supplier is to know of them too. */
export const dataAccessEvents = {
  /** The problem is known by the id of this event. */
  DataAccessProblemRaised: payload({ migrationId: eventId, instanceId, problem: text(1000) }),
  /** Put to the national team: from then on a case of theirs. */
  DataAccessProblemEscalated: payload({ migrationId: eventId, instanceId, problemId: eventId }),
  DataAccessProblemResolved: payload({
    migrationId: eventId,
    instanceId,
    problemId: eventId,
    resolution: text(1000),
  }),
};
