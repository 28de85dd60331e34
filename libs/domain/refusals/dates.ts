import { entry } from './entry.js';

/** Refusals about dates. */
export const datesRefusals = {
  EFFECTIVE_DATE_IN_FUTURE: entry(
    409,
    'R10',
    'The effective date {on} lies after today, {today}.',
    'Record it when it has happened.',
  ),
  GO_LIVE_IN_FUTURE: entry(
    409,
    'I7',
    'The go-live date {on} lies after today, {today}.',
    'Declare go-live on the day or later.',
  ),
  REASON_REQUIRED: entry(400, 'R10', '{what} needs a reason.', 'Send `reason` and say why.'),
  DATE_ORDER: entry(409, 'R10', '{what}', 'Correct the dates.'),
};
