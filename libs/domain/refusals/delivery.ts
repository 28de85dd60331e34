import { entry } from './entry.js';

/** Refusals about what follows the planned date: the extract, go-live and the ways out of it. */
export const deliveryRefusals = {
  EXTRACT_UNKNOWN: entry(
    409,
    'S19',
    'There is no extract {extractId} in this migration.',
    'Take the id from the practice’s audit history.',
  ),
  OVERRIDE_NOT_ALLOWED: entry(
    403,
    'A21',
    'Only the PCT lets a system go live while a bedding-in is open.',
    'Leave `override` out, or let the PCT declare the go-live.',
  ),
  GO_LIVE_NOT_THE_LATEST: entry(
    409,
    'F7',
    'The event {targetEventId} does not declare the practice’s latest go-live.',
    'Take the id from the practice’s audit history; a later go-live is retracted first.',
  ),
  GO_LIVE_ROLLED_BACK: entry(
    409,
    'A20',
    'The go-live was rolled back on {on}.',
    'The rollback stands: what was live until then was live.',
  ),
};
