import { entry } from './entry.js';

/** Refusals about what is on record. */
export const whatIsKnownRefusals = {
  PRACTICE_UNKNOWN: entry(
    404,
    'S1',
    'Practice {ods} is not on the register.',
    'Check the code, or ask the national team to register it.',
  ),
  PRACTICE_ALREADY_REGISTERED: entry(
    409,
    'I13',
    'Practice {ods} is registered already, with other details.',
    'Record what changed instead of registering it again.',
  ),
  COMMISSIONER_UNKNOWN: entry(
    409,
    'R4',
    'Commissioner {code} is not established on {on}.',
    'Ask the national team to establish it first, or correct the date.',
  ),
  COMMISSIONER_DIFFERS: entry(
    409,
    'R4',
    'On {on} the practice’s commissioner is {actual}, not {given}.',
    'Name the commissioner that the practice leaves, or leave `from` out.',
  ),
  SUPPLIER_UNKNOWN: entry(
    409,
    'S2',
    'Supplier {supplier} is not on the register on {on}.',
    'Register the supplier first, or correct the id.',
  ),
  PRODUCT_NOT_LISTED: entry(
    409,
    'S2',
    'The product {productId} is not on the register of systems on {on}.',
    'Choose a listed product, or ask the national team to list it.',
  ),
  INSTANCE_UNKNOWN: entry(
    409,
    'S6',
    'The practice has no instance {instanceId}.',
    'Register the instance first, or correct its id.',
  ),
  INSTANCE_ID_TAKEN: entry(
    409,
    'R20',
    'The practice has an instance {instanceId} already, with other details.',
    'Choose another id.',
  ),
  INSTANCE_NOT_IN_LIFE: entry(
    409,
    'R6',
    'The instance {instanceId} is not in service on {on}.',
    'Check the instance and the effective date.',
  ),
  LEVEL_ABOVE_PRODUCT: entry(
    409,
    'S2',
    'The product {productId} is at Level {productLevel} on {on}, not {level}.',
    'Send the level that is installed, or ask the national team to record the product’s new level.',
  ),
  PRACTICE_CLOSED: entry(
    409,
    'F10',
    'The practice closed; {on} was its last day.',
    'Record what happened by then with its own date; what is left of notice, retention and access to the audit trail falls to the successor practice, else to the commissioner.',
  ),
  PRACTICE_ALREADY_CLOSED: entry(
    409,
    'F10',
    'The practice is closed already; {on} was its last day.',
    'A closed code stays closed: check the code and the date.',
  ),
  PRACTICE_ALREADY_SUCCEEDED: entry(
    409,
    'F10',
    'The practice was merged or split into {into} on {on}.',
    'What is on record stands: check the codes and the date.',
  ),
  SUCCEEDED_BY_ITSELF: entry(
    400,
    'F10',
    'Practice {ods} cannot take itself over.',
    'Name another practice; one that goes on after a split is named beside the others.',
  ),
  TAKEN_OVER_ALREADY: entry(
    409,
    'F10',
    'Practice {predecessor} is on record as taken over on {on}, with other details.',
    'What is on record stands: check the code and the date.',
  ),
};
