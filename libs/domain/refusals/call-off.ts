import { entry } from './entry.js';

/** Refusals about Call-Off and sign-up. */
export const callOffRefusals = {
  CALL_OFF_MISSING: entry(
    409,
    'S7',
    'There is no Call-Off between {pct} and {supplier} on {on}.',
    'Sign the Call-Off first, or join from its start.',
  ),
  CALL_OFF_ALREADY_SIGNED: entry(
    409,
    'A30',
    'The Call-Off of {commissioner} and {supplier} is signed already, from {from}.',
    'One Call-Off covers all practices of the pair: use it.',
  ),
  ALREADY_ON_CALL_OFF: entry(
    409,
    'S7',
    'The instance {instanceId} is on a Call-Off since {from}.',
    'Nothing is left to do, or, where it joined earlier, correct that date with `correct-record`.',
  ),
  LEVEL_TOO_LOW: entry(
    409,
    'S3',
    '{what} on {on}; sign-up needs Level 2.',
    'Where the product has Level 2, record the upgrade to it with upgrade-system; else wait for it, or begin a migration to a Level 2 system.',
  ),
  CHOOSE_AND_BOOK_MISSING: entry(
    409,
    'S3',
    'Choose and Book is not installed with {instanceId} on {on}.',
    'Have it installed, then record it with `confirm-installed`.',
  ),
  ETP_MISSING: entry(
    409,
    'S3',
    'ETP is not installed with {instanceId} on {on}.',
    'Have it installed, then record it with `confirm-installed`.',
  ),
  LSP_NEEDS_NO_CALL_OFF: entry(
    409,
    'A14',
    'The instance {instanceId} is under an LSP contract, not a Call-Off.',
    'Nothing needs to be joined.',
  ),
  COVERED_BY_CALL_OFF: entry(
    409,
    'X3',
    'The instance {instanceId} is on a Call-Off since {from}: there is nothing to opt out of.',
    'Use `leave-call-off` with the last day that is covered.',
  ),
  NOT_ON_CALL_OFF: entry(
    409,
    'R6',
    'No Call-Off covers the instance {instanceId} on {on}.',
    'Send the last day on which one covered it.',
  ),
  AGREEMENT_NOT_IN_FORCE: entry(
    409,
    'X1',
    'No PCT-Practice Agreement is in force on {on}.',
    'Send the last day on which one was in force.',
  ),
};
