/** Why a command was refused: a value. `because` says what is the case here, `remedy` what to do about it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The rule of the domain that refuses. */
  readonly rule: string;
  readonly because: string;
  readonly remedy: string;
  /** The HTTP status that carries it: 400 shape, 403 not yours, 404 unknown, 409 refused in this state. */
  readonly status: 400 | 403 | 404 | 409;
}

interface Entry {
  readonly rule: string;
  readonly status: Refusal['status'];
  /** With `{name}` where the details of the case go. */
  readonly because: string;
  readonly remedy: string;
}

const entry = (status: Entry['status'], rule: string, because: string, remedy: string): Entry => ({
  rule,
  status,
  because,
  remedy,
});

/** The catalogue of refusals. A code is public and keeps its meaning. */
export const refusals = {
  // Who may act
  ROLE_NOT_ALLOWED: entry(
    403,
    'C3',
    'The role {role} may not {command}.',
    'Ask one of the roles that may: {allowed}.',
  ),
  NOT_YOUR_PRACTICE: entry(
    403,
    'I2',
    'Practice {ods} is not {org}’s on {on}.',
    'A practice acts for itself, a PCT for practices that are its own on the effective date: check the code, the date and your organisation.',
  ),
  NOT_YOUR_SYSTEM: entry(
    403,
    'I8',
    'The system concerned is not one of supplier {org}.',
    'Of suppliers only that system’s own may do this: check your organisation.',
  ),
  SECOND_PERSON_REQUIRED: entry(
    403,
    'I14',
    'A proposal is not confirmed by the one who made it.',
    'Ask {confirmer} to confirm or decline it with a token of their own.',
  ),
  PROPOSAL_NOT_YOURS: entry(
    403,
    'R2',
    'This proposal waits for {confirmer}.',
    'Ask them to confirm or decline it with a token of their own.',
  ),
  PROPOSAL_UNKNOWN: entry(
    404,
    'R2',
    'There is no proposal {proposalId} in this practice’s file.',
    'Take the id from the open proposals of the practice.',
  ),
  PROPOSAL_CLOSED: entry(
    409,
    'R2',
    'The proposal {proposalId} was {outcome}.',
    'Make a new proposal if one is needed.',
  ),
  // What is known
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
    'S2',
    'Commissioner {code} is not established on {on}.',
    'Ask the national team to establish it first.',
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
  // When
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
  // Call-Off and sign-up
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
    'Nothing is left to do.',
  ),
  LEVEL_TOO_LOW: entry(
    409,
    'S3',
    'The product {productId} is at Level {level} on {on}; sign-up needs Level 2.',
    'Wait for its Level 2, or begin a migration to a Level 2 system.',
  ),
  CHOOSE_AND_BOOK_MISSING: entry(
    409,
    'S3',
    'Choose and Book is not installed with {instanceId}.',
    'Have it installed, then register the instance as it then is, under another id.',
  ),
  ETP_MISSING: entry(
    409,
    'S3',
    'ETP is not installed with {instanceId}.',
    'Have it installed, then register the instance as it then is, under another id.',
  ),
  LSP_NEEDS_NO_CALL_OFF: entry(
    409,
    'A14',
    'The instance {instanceId} is under an LSP contract, not a Call-Off.',
    'Nothing needs to be joined.',
  ),
  // The migration
  EVIDENCE_REQUIRED: entry(
    409,
    'S6',
    'A PCT records a practice’s decision only with evidence of it.',
    'Send `evidence` with the practice’s letter, or let the practice record it.',
  ),
  MIGRATION_OPEN: entry(
    409,
    'I1',
    'The migration requested on {since} {open}.',
    'Let it go live or be refused first, or correct the date.',
  ),
  MIGRATION_NOT_OPEN: entry(
    409,
    'S37',
    'No migration is open on {on}.',
    'The practice requests the migration first (S37).',
  ),
  MIGRATION_UNKNOWN: entry(
    409,
    'R6',
    'The practice has no migration {migrationId} that is open or went live.',
    'Take the id from the practice’s migration, or leave `migrationId` out.',
  ),
  CONTACT_MISSING: entry(
    409,
    'S10',
    'No contact between practice and PCT is on file by {on}.',
    'Record the contact first.',
  ),
  BUSINESS_CASE_UNDECIDED: entry(
    409,
    'R12',
    'The PCT has not decided by {on} whether it needs a business case.',
    'Decide the business case need first (A27).',
  ),
  BUSINESS_CASE_NOT_REQUIRED: entry(
    409,
    'S11',
    'The PCT has not asked for a business case by {on}.',
    'The PCT decides the need first; if it is waived, nothing is to be submitted.',
  ),
  BUSINESS_CASE_MISSING: entry(
    409,
    'S11',
    'The required business case has not been submitted by {on}, or was returned.',
    'The practice submits the business case first.',
  ),
  ESTIMATE_MISSING: entry(
    409,
    'S13',
    'The business case has no estimate of the costs.',
    'Send `estimate` with at least one line.',
  ),
  CHANGE_NOT_AGREED: entry(
    409,
    'S15',
    'The PCT has not agreed to the change by {on}.',
    'The PCT agrees the change first.',
  ),
  CHANGE_ALREADY_AGREED: entry(
    409,
    'S15',
    'The PCT agreed to the change on {on}.',
    'What was agreed stands; nothing is left to decide.',
  ),
  SELECTION_MISSING: entry(
    409,
    'S16',
    'No completed {selection} of {on} or before names {productId} as its winner.',
    'Practice and PCT complete the Selection Process first.',
  ),
  WINNER_NOT_A_CANDIDATE: entry(
    400,
    'S16',
    'The winner {winner} is not among the candidates.',
    'Name every candidate, the winner among them.',
  ),
  TARGET_LEVEL_TOO_LOW: entry(
    409,
    'I5',
    'The product {productId} is at Level {level} on {on}; selection needs Level 2.',
    'Choose a product at Level 2 or above.',
  ),
  SELECTION_KIND_WRONG: entry(
    409,
    'S15',
    'The product {productId} is not {kind} for a source of supplier {supplier}.',
    'SAME_SUPPLIER is another product of the source’s supplier, FRAMEWORK one of another supplier.',
  ),
  SAME_PRODUCT: entry(
    409,
    'A15',
    'The product {productId} is the one in use: a new version of it is not a migration.',
    'Choose another product, or retain the system.',
  ),
  SYSTEM_NOT_SELECTED: entry(
    409,
    'S17',
    'No system has been selected by {on}.',
    'Practice and PCT select the system first.',
  ),
  DATE_STANDS: entry(409, 'R3', 'The planned date {date} stands.', 'Use `replan` with its cause.'),
  NO_DATE_STANDS: entry(409, 'R3', 'No planned date stands yet.', 'Use `propose-date`.'),
  DATE_BEFORE_PROPOSAL: entry(
    409,
    'R3',
    'The date {date} lies before its proposal of {on}.',
    'Propose a later date.',
  ),
  DATE_PROPOSAL_NOT_OPEN: entry(
    409,
    'R3',
    'The proposal {proposalEventId} is not the open one on {on}.',
    'Agree to the open proposal, or propose a date.',
  ),
  DATE_NOT_PLANNED: entry(
    409,
    'S17',
    'PCT, practice and supplier have not agreed a planned date by {on}.',
    'Propose a date and let the other two agree to it.',
  ),
  ORDER_ALREADY_PLACED: entry(
    409,
    'S18',
    'The order {trackingRef} is on the Tracking Database.',
    'Nothing is left to order.',
  ),
  EXTRACT_TIME_DIFFERS: entry(
    400,
    'S19',
    'The extract was taken at {at}, not on {on}.',
    'Let `effectiveDate` be the day of `at`.',
  ),
  EXTRACT_MISSING: entry(
    409,
    'S19',
    'No data extract dated on or before {on} is on file.',
    'Record the extract first.',
  ),
  FINAL_EXTRACT_UNKNOWN: entry(
    409,
    'I6',
    'There is no extract {finalExtractId} in this migration.',
    'Take the id from the practice’s audit history.',
  ),
  FINAL_EXTRACT_AFTER_GO_LIVE: entry(
    409,
    'I6',
    'The final extract was taken at {at}, after go-live.',
    'Name an extract taken before go-live, or correct the date.',
  ),
  TARGET_INSTANCE_UNKNOWN: entry(
    409,
    'R1',
    '{targetInstanceId} is not this practice’s instance of {productId}.',
    'Register the instance of the selected product first, or correct the id.',
  ),
  BEDDING_IN_OPEN: entry(
    409,
    'A21',
    'The bedding-in that began on {since} is open until {until}.',
    'Send a date after {until}.',
  ),
  GO_LIVE_MISSING: entry(409, 'S37', 'No go-live is on record{with}.', 'Declare go-live first (S37).'),
  ALREADY_SIGNED_OFF: entry(
    409,
    'S37',
    '{party} signed the migration off on {on}.',
    'Nothing is left to sign.',
  ),
  // Notice, retention, end
  NOTICE_RUNNING: entry(
    409,
    'I9',
    'Notice for {instanceId} runs until {endsOn}.',
    'Extend it if it must end later.',
  ),
  NOTICE_TOO_SHORT: entry(
    409,
    'I8',
    'Notice of {on} cannot end before {earliestEndsOn} (S34, A4).',
    'Leave `endsOn` out, or send {earliestEndsOn} or later.',
  ),
  NOTICE_BEFORE_GO_LIVE: entry(
    409,
    'A5',
    'Notice of {on} lies before Business Go Live of {goLive}.',
    'Give notice on or after go-live.',
  ),
  NO_NOTICE_RUNNING: entry(
    409,
    'S35',
    'No notice for {instanceId} runs on {on}.',
    'Only a running notice is extended, on or before its end.',
  ),
  EXTENSION_NOT_LATER: entry(409, 'A9', 'The notice ends on {endsOn} already.', 'Send a later `newEndsOn`.'),
  FULL_WHILE_NOTICE_RUNS: entry(
    409,
    'A23',
    'Notice for {instanceId} runs until {endsOn}; full retention means that none runs.',
    'Choose another option, or extend the notice if the service is needed for longer.',
  ),
  NOTICE_WHILE_FULL: entry(
    409,
    'I10',
    'Full retention of {instanceId} stands since {from}.',
    'Change the retention option first.',
  ),
  RETENTION_STANDS: entry(
    409,
    'A22',
    'The option {option} stands for {instanceId}.',
    'Use `change-retention`.',
  ),
  NO_RETENTION_STANDS: entry(
    409,
    'A22',
    'No retention option stands for {instanceId}.',
    'Use `order-retention`.',
  ),
  RETENTION_OVERLAPS: entry(
    409,
    'I11',
    'The option {option} {held}; the new one may not begin on or before that day.',
    'Send a later `from`.',
  ),
  RETENTION_UNAVAILABLE: entry(
    409,
    'A26',
    'Supplier {supplier} offers {option} only until {until}.',
    'End it by then, or choose another option.',
  ),
  SERVICE_ALREADY_ENDED: entry(
    409,
    'R8',
    'The service of {instanceId} ended on {on}.',
    'The end on record stands: check the instance and the date.',
  ),
  // Reference facts
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
} satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof refusals;

/**
 * The refusal of that code with the details of the case filled in; an unknown detail stays as a dash. `byRule` names
 * the rule that refuses where a code serves several.
 */
export const refuse = (
  code: RefusalCode,
  details: Readonly<Record<string, string | number>> = {},
  byRule: string = refusals[code].rule,
): { readonly kind: 'refused'; readonly refusal: Refusal } => {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '–'));
  const { status, because, remedy } = refusals[code];
  return {
    kind: 'refused',
    refusal: { code, rule: byRule, status, because: fill(because), remedy: fill(remedy) },
  };
};
