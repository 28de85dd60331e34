import { entry } from './entry.js';

/** Refusals about a dispute. */
export const disputeRefusals = {
  DISPUTE_OPEN: entry(
    409,
    'X7',
    'The dispute raised on {since} is open on {on}.',
    'Escalate it, or let it be determined, before another is raised.',
  ),
  DISPUTE_NOT_OPEN: entry(
    409,
    'X7',
    'No dispute raised or last escalated by {on} is open.',
    'Raise the dispute first, or check the date.',
  ),
  DISPUTED_DECISION_MISSING: entry(
    409,
    'X7',
    'No decision on the migration that {subject} is about stands on {on}.',
    'Wait for the PCT’s decision, check the date, or send the subject OTHER and say in the grounds what is disputed.',
  ),
  DISPUTE_LEVEL_NOT_HIGHER: entry(
    409,
    'X7',
    'The dispute is at level {reached} already, and {level} is not above it.',
    'Escalate upwards alone: GP_BODIES, SHA, CFH, then NHSLA.',
  ),
  DETERMINATION_NOT_WRITTEN: entry(
    409,
    'X7',
    'The determination {outcome} has no document.',
    'Send `document` or `evidence`: a determination is in writing.',
  ),
};
