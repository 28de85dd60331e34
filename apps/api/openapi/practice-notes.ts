import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import type { RefusalCode } from '#domain/refusals.js';

/** What the documentation says of a command beside its schema and its roles. */
export interface CommandNote<Body> {
  readonly summary: string;
  readonly example: Body;
  /** The refusals of its own, beside those of authority, lateness and an unknown practice. */
  readonly refusals: readonly RefusalCode[];
}

const UUID = '6b1f0c2e-8d6a-5f3b-9a56-0d4f2c1e7b90';

/** The notes on every command about a practice, in the order in which a change of system meets them. */
export const practiceNotes: { readonly [Name in PracticeCommandName]: CommandNote<BodyOf<Name>> } = {
  'register-practice': {
    summary: 'Put a practice on the register',
    example: { effectiveDate: '2006-10-01', name: 'The Surgery', commissioner: '5ZZ' },
    refusals: ['PRACTICE_ALREADY_REGISTERED', 'COMMISSIONER_UNKNOWN'],
  },
  'change-commissioner': {
    summary: 'Record that the practice has another commissioner (R4)',
    example: { effectiveDate: '2013-04-01', from: '5ZZ', to: '99Z' },
    refusals: ['COMMISSIONER_UNKNOWN', 'COMMISSIONER_DIFFERS'],
  },
  'register-instance': {
    summary: 'Register a system installed at the practice (S3)',
    example: {
      effectiveDate: '2008-04-01',
      instanceId: 'E1',
      productId: 'EMIS.EMIS-LV',
      level: 3,
      contract: 'GPSOC',
      hosting: 'LOCAL_SERVER',
      chooseAndBook: true,
      etp: true,
    },
    refusals: ['INSTANCE_ID_TAKEN', 'PRODUCT_NOT_LISTED', 'LEVEL_ABOVE_PRODUCT', 'SYSTEM_NOT_SELECTED'],
  },
  'join-call-off': {
    summary: 'Join an instance to the Call-Off of the PCT and its supplier (S7)',
    example: { effectiveDate: '2008-04-01', instanceId: 'E1' },
    refusals: [
      'INSTANCE_UNKNOWN',
      'CALL_OFF_MISSING',
      'ALREADY_ON_CALL_OFF',
      'LEVEL_TOO_LOW',
      'CHOOSE_AND_BOOK_MISSING',
      'ETP_MISSING',
      'LSP_NEEDS_NO_CALL_OFF',
    ],
  },
  'record-pct-practice-agreement': {
    summary: 'Record that PCT and practice signed their agreement',
    example: { effectiveDate: '2008-04-01' },
    refusals: [],
  },
  'retain-system': {
    summary: 'Keep the present system under GPSoC (S6)',
    example: { effectiveDate: '2008-04-01', instanceId: 'E1' },
    refusals: ['INSTANCE_UNKNOWN', 'INSTANCE_NOT_IN_LIFE', 'EVIDENCE_REQUIRED', 'MIGRATION_OPEN'],
  },
  'record-contact': {
    summary: 'Record that practice and PCT discussed the options (S10)',
    example: {
      effectiveDate: '2008-11-03',
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['Keep EMIS LV', 'Change to Vision 3'],
    },
    refusals: [],
  },
  'request-migration': {
    summary: 'Ask for a change of system: the practice alone can (X4)',
    example: { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Results arrive too late'] },
    refusals: ['INSTANCE_UNKNOWN', 'INSTANCE_NOT_IN_LIFE', 'MIGRATION_OPEN', 'REASON_REQUIRED'],
  },
  'decide-business-case-need': {
    summary: 'Say whether the PCT needs a business case (S11)',
    example: { effectiveDate: '2008-11-14', required: true, dueBy: '2008-12-12' },
    refusals: ['MIGRATION_NOT_OPEN', 'CONTACT_MISSING', 'REASON_REQUIRED'],
  },
  'submit-business-case': {
    summary: 'Submit the business case with its estimate of costs (S13)',
    example: {
      effectiveDate: '2008-12-05',
      version: '1.0',
      estimate: {
        lines: [
          {
            service: 'Deployment and training',
            amountPence: 250_000,
            charge: 'ONE_OFF',
            payer: 'COMMISSIONER',
          },
        ],
      },
    },
    refusals: ['MIGRATION_NOT_OPEN', 'BUSINESS_CASE_NOT_REQUIRED', 'ESTIMATE_MISSING'],
  },
  'return-business-case': {
    summary: 'Return the business case with the points to mend',
    example: { effectiveDate: '2008-12-10', points: ['The cost of training is missing'] },
    refusals: ['MIGRATION_NOT_OPEN', 'BUSINESS_CASE_MISSING'],
  },
  'agree-change': {
    summary: 'Agree to the change of system (S15)',
    example: { effectiveDate: '2008-12-19', conditions: [], decidedBy: 'J Patel', body: 'IM&T board' },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CONTACT_MISSING',
      'BUSINESS_CASE_UNDECIDED',
      'BUSINESS_CASE_MISSING',
      'CHANGE_ALREADY_AGREED',
    ],
  },
  'refuse-change': {
    summary: 'Refuse the change of system, with grounds (F1)',
    example: { effectiveDate: '2008-12-19', grounds: ['The estimate is over the budget'] },
    refusals: ['MIGRATION_NOT_OPEN', 'CONTACT_MISSING', 'CHANGE_ALREADY_AGREED'],
  },
  'complete-selection': {
    summary: 'Record the outcome of the Selection Process: practice and PCT together (S16, R2)',
    example: {
      effectiveDate: '2009-01-09',
      winner: 'INPS.VISION-3',
      candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
    },
    refusals: ['MIGRATION_NOT_OPEN', 'CHANGE_NOT_AGREED', 'WINNER_NOT_A_CANDIDATE', 'PRODUCT_NOT_LISTED'],
  },
  'select-system': {
    summary: 'Select the new system: practice and PCT together (S15, R2)',
    example: { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CHANGE_NOT_AGREED',
      'SELECTION_MISSING',
      'SELECTION_KIND_WRONG',
      'PRODUCT_NOT_LISTED',
      'TARGET_LEVEL_TOO_LOW',
      'SAME_PRODUCT',
    ],
  },
  'propose-date': {
    summary: 'Propose a date for the migration (S17, R3)',
    example: { effectiveDate: '2009-01-20', date: '2009-03-05' },
    refusals: ['SYSTEM_NOT_SELECTED', 'DATE_STANDS', 'DATE_BEFORE_PROPOSAL', 'NOT_YOUR_SYSTEM'],
  },
  replan: {
    summary: 'Propose another date than the planned one, with its cause (R3)',
    example: { effectiveDate: '2009-02-23', date: '2009-03-12', cause: 'SUPPLIER' },
    refusals: ['SYSTEM_NOT_SELECTED', 'NO_DATE_STANDS', 'DATE_BEFORE_PROPOSAL', 'NOT_YOUR_SYSTEM'],
  },
  'agree-date': {
    summary: 'Agree to the proposed date; the third agreement plans it (S17, R3)',
    example: { effectiveDate: '2009-01-22', proposalEventId: UUID },
    refusals: ['SYSTEM_NOT_SELECTED', 'DATE_PROPOSAL_NOT_OPEN', 'NOT_YOUR_SYSTEM'],
  },
  'place-order': {
    summary: 'Record the order on the Tracking Database (S18)',
    example: {
      effectiveDate: '2009-01-26',
      trackingRef: 'TD-0001',
      services: [{ service: 'Deployment of Vision 3', chargePence: 150_000 }],
    },
    refusals: ['DATE_NOT_PLANNED', 'ORDER_ALREADY_PLACED'],
  },
  'record-extract': {
    summary: 'Record a data extract of the present system (S19)',
    example: {
      effectiveDate: '2009-03-09',
      kind: 'DOCUMENTED_DATA_EXTRACT',
      purpose: 'FINAL',
      at: '2009-03-09T18:30',
      mediaRef: 'M-0001',
      includesAuditTrail: false,
      encrypted: true,
    },
    refusals: ['MIGRATION_NOT_OPEN', 'EXTRACT_TIME_DIFFERS', 'NOT_YOUR_SYSTEM'],
  },
  'declare-go-live': {
    summary: 'Declare Business Go Live (S24, S33, R1)',
    example: { effectiveDate: '2009-03-11', targetInstanceId: 'V1' },
    refusals: [
      'GO_LIVE_IN_FUTURE',
      'MIGRATION_NOT_OPEN',
      'SYSTEM_NOT_SELECTED',
      'EXTRACT_MISSING',
      'FINAL_EXTRACT_UNKNOWN',
      'FINAL_EXTRACT_AFTER_GO_LIVE',
      'BEDDING_IN_OPEN',
      'TARGET_INSTANCE_UNKNOWN',
    ],
  },
  'correct-go-live': {
    summary: 'Correct the day or the time of go-live: two people together (I14, R2)',
    example: {
      effectiveDate: '2009-03-12',
      cutoverTime: '08:00',
      reason: 'The first entries on Vision 3 are of the morning of 12 March',
    },
    refusals: ['GO_LIVE_IN_FUTURE', 'GO_LIVE_MISSING', 'EXTRACT_MISSING', 'FINAL_EXTRACT_AFTER_GO_LIVE'],
  },
  'sign-off-migration': {
    summary: 'Accept the migrated data: the practice and the PCT each (X5)',
    example: { effectiveDate: '2009-03-27', exceptions: [] },
    refusals: ['GO_LIVE_MISSING', 'ALREADY_SIGNED_OFF'],
  },
  'give-notice': {
    summary: 'Give notice to the previous supplier, with a retention order or without (S34, S36)',
    example: {
      effectiveDate: '2009-03-20',
      instanceId: 'E1',
      method: 'Letter',
      retention: { option: 'SINGLE_USER', payer: 'COMMISSIONER' },
    },
    refusals: [
      'INSTANCE_UNKNOWN',
      'INSTANCE_NOT_IN_LIFE',
      'GO_LIVE_MISSING',
      'NOTICE_RUNNING',
      'NOTICE_TOO_SHORT',
      'NOTICE_BEFORE_GO_LIVE',
      'NOTICE_WHILE_FULL',
    ],
  },
  'extend-notice': {
    summary: 'Extend a running notice to a later day (S35, A9)',
    example: {
      effectiveDate: '2009-05-29',
      instanceId: 'E1',
      newEndsOn: '2009-07-31',
      problemCategory: 'Repeat prescribing',
    },
    refusals: ['INSTANCE_UNKNOWN', 'NO_NOTICE_RUNNING', 'EXTENSION_NOT_LATER', 'SERVICE_ALREADY_ENDED'],
  },
  'order-retention': {
    summary: 'Order one of the three ways to keep the old audit trail (S28)',
    example: { effectiveDate: '2009-03-20', instanceId: 'E1', option: 'SINGLE_USER', payer: 'COMMISSIONER' },
    refusals: [
      'INSTANCE_UNKNOWN',
      'INSTANCE_NOT_IN_LIFE',
      'GO_LIVE_MISSING',
      'RETENTION_STANDS',
      'RETENTION_UNAVAILABLE',
      'FULL_WHILE_NOTICE_RUNS',
      'DATE_ORDER',
    ],
  },
  'change-retention': {
    summary: 'Change to another way to keep the old audit trail (A22)',
    example: {
      effectiveDate: '2011-09-30',
      instanceId: 'E1',
      option: 'DATR',
      from: '2011-10-01',
      payer: 'COMMISSIONER',
    },
    refusals: [
      'INSTANCE_UNKNOWN',
      'NO_RETENTION_STANDS',
      'RETENTION_OVERLAPS',
      'RETENTION_UNAVAILABLE',
      'FULL_WHILE_NOTICE_RUNS',
      'DATE_ORDER',
    ],
  },
  'end-source-service': {
    summary: 'Record the last day of the old system’s service (R8)',
    example: { effectiveDate: '2009-07-31', instanceId: 'E1' },
    refusals: ['INSTANCE_UNKNOWN', 'NOT_YOUR_SYSTEM', 'SERVICE_ALREADY_ENDED', 'INSTANCE_NOT_IN_LIFE'],
  },
};
