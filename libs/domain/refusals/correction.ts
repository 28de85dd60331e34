import { entry } from './entry.js';

/** Refusals about the correction of a recorded fact. */
export const correctionRefusals = {
  FACT_UNKNOWN: entry(
    404,
    'I13',
    'No event {targetEventId} is in this practice’s file.',
    'Take the event’s id from the audit history.',
  ),
  CORRECTION_NOT_YOURS: entry(
    403,
    'I14',
    'The fact was recorded by {org}.',
    'Ask {org}, or who has succeeded it, to correct what it recorded.',
  ),
  CORRECTED_OTHERWISE: entry(409, 'I13', '{what} is not corrected field by field.', 'Use {how}.'),
  FIELD_NOT_CORRECTED: entry(
    409,
    'R20',
    '{type} has no field {field} that a correction may change: it says which fact it is, or follows from others.',
    'Correct the field that it follows from, or record the right fact by its own command.',
  ),
  CORRECTION_DIFFERS: entry(
    409,
    'I13',
    '{field} is {onRecord} on record, not {was}.',
    'Send as `was` what is on record now.',
  ),
  CORRECTION_UNFIT: entry(
    400,
    'I13',
    '{field} cannot be {now}: {why}.',
    'Send a value that the fact may have.',
  ),
  CORRECTION_BREAKS_RULE: entry(
    409,
    'I13',
    'With {field} as {now} the record would break {rule}: {inWords}.',
    'Correct or end what stands against it first.',
  ),
};
