import { entry } from './entry.js';

/** Refusals about what follows the planned date: the extract, go-live and the ways out of it. */
export const deliveryRefusals = {
  EXTRACT_UNKNOWN: entry(
    409,
    'S19',
    'There is no extract {extractId} in this migration.',
    'Take the id from the practice’s audit history.',
  ),
  EXTRACT_ALREADY_REJECTED: entry(
    409,
    'S19',
    'The extract {extractId} was rejected on {on}.',
    'Nothing is left to reject.',
  ),
  ORDER_UNKNOWN: entry(
    409,
    'S18',
    'No order {trackingRef} of this practice stands.',
    'Check the reference, or place the order first.',
  ),
  TRACKING_REF_TAKEN: entry(
    409,
    'S18',
    'Another order of {on} has the reference {trackingRef}, and stands.',
    'Give the new order a reference of its own, or cancel that one first.',
  ),
  PROBLEM_UNKNOWN: entry(
    409,
    'S23',
    'The practice has no data-access problem {problemId}.',
    'Take the id from the practice’s audit history.',
  ),
  PROBLEM_ALREADY_ESCALATED: entry(
    409,
    'F4',
    'The data-access problem {problemId} was put to the national team on {on}.',
    'The national team resolves it.',
  ),
  PROBLEM_ALREADY_RESOLVED: entry(
    409,
    'S23',
    'The data-access problem {problemId} was resolved on {on}.',
    'Raise it anew if it is back.',
  ),
  PROBLEM_NOT_YOURS: entry(
    403,
    'F4',
    'The data-access problem {problemId} was raised by another organisation, or put to the national team.',
    'Let who raised it resolve it, or, once it is escalated, the national team.',
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
