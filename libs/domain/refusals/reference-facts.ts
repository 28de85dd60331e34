import { entry } from './entry.js';

/** Refusals about reference facts. */
export const referenceFactsRefusals = {
  SUPPLIER_ALREADY_REGISTERED: entry(
    409,
    'I13',
    'Supplier {id} is registered already, with other details.',
    'Use its commands to add to it.',
  ),
  SUPPLIER_NOT_REGISTERED: entry(
    404,
    'S2',
    'Supplier {id} is not on the register.',
    'Register the supplier first.',
  ),
  PRODUCT_NOT_THE_SUPPLIERS: entry(
    400,
    'S2',
    'The product id {productId} does not begin with {id} and a full stop.',
    'Name the product `{id}.<NAME>`.',
  ),
  PRODUCT_ALREADY_LISTED: entry(
    409,
    'I13',
    'The product {productId} is listed already, with other details.',
    'A listed product keeps its name.',
  ),
  PRICE_LIST_EXISTS: entry(
    409,
    'I13',
    'A price list of {on} is published, with other prices.',
    'Publish a list with a later effective date.',
  ),
  TERMS_EXIST: entry(
    409,
    'I13',
    'Retention terms of {on} are published, with other terms.',
    'Publish terms with a later effective date.',
  ),
  ROWS_TWICE: entry(400, 'S32', 'The row {row} stands twice.', 'Send each row once.'),
  COMMISSIONER_ALREADY_ESTABLISHED: entry(
    409,
    'I13',
    'Commissioner {code} is established already, with other details.',
    'Record what changed instead.',
  ),
  COMMISSIONER_NOT_ESTABLISHED: entry(
    404,
    'S2',
    'Commissioner {code} is not established.',
    'Establish it first.',
  ),
  SUCCESSION_EXISTS: entry(
    409,
    'I13',
    'The succession of {from} by {to} is on record already, with other details.',
    'Record what changed instead.',
  ),
  POLICY_VERSION_EXISTS: entry(
    409,
    'I13',
    'The policy set {version} is published already, with other contents.',
    'Publish the change under a version of its own.',
  ),
  POLICY_MISSING: entry(
    409,
    'R14',
    'No policy set is in force on {on}.',
    'Ask the national team to publish one; first start publishes gpsoc-1.',
  ),
  ROW_MISSING_IN_WHO_PAYS: entry(
    400,
    'S14',
    'The who-pays table has no row {row}.',
    'Send each price row exactly once.',
  ),
  LEVEL_EXISTS: entry(
    409,
    'I13',
    'The product {productId} is on record at Level {level} from {on}.',
    'Record another level with a later effective date.',
  ),
  NOT_YOUR_CALL_OFF: entry(
    403,
    'I2',
    'The Call-Off of {commissioner} is not {org}’s to sign.',
    'Ask {commissioner} or the national team to sign it.',
  ),
  SUCCESSION_BY_ITSELF: entry(
    400,
    'I13',
    'Commissioner {from} cannot be succeeded by itself.',
    'Name the successor in `to`.',
  ),
  NOT_THE_SELECTED_SYSTEM: entry(
    409,
    'I3',
    'The system selected in this migration is {selected}, not {productId}.',
    'Register an instance of the selected system, or leave `migrationId` out.',
  ),
};
