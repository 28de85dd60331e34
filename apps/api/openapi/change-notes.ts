import type { PracticeNotes } from './note.js';

const UUID = '6b1f0c2e-8d6a-5f3b-9a56-0d4f2c1e7b90';

/** The notes on the commands that lead to a change of system, in their order (S37). */
export const changeNotes = {
  'request-migration': {
    summary: 'Ask for a change of system: the practice alone can (X4)',
    example: { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Results arrive too late'] },
    refusals: [
      'INSTANCE_UNKNOWN',
      'INSTANCE_NOT_IN_LIFE',
      'SYSTEM_LEFT',
      'MIGRATION_OPEN',
      'CHOICE_TOO_EARLY',
      'REASON_REQUIRED',
    ],
  },
  'decide-business-case-need': {
    summary: 'Say whether the PCT needs a business case (S11)',
    example: { effectiveDate: '2008-11-14', required: true, dueBy: '2008-12-12' },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CONTACT_MISSING',
      'CHANGE_ALREADY_AGREED',
      'REASON_REQUIRED',
      'TEMPLATE_UNKNOWN',
      'DATE_ORDER',
    ],
  },
  'submit-business-case': {
    summary: 'Submit the business case with its estimate of costs (S13)',
    example: {
      effectiveDate: '2008-12-05',
      version: '1.0',
      estimate: {
        lines: [
          {
            service: 'Deployment of Vision 3',
            amountPence: 250_000,
            charge: 'ONE_OFF',
            payer: 'COMMISSIONER',
            whoPaysRuleId: 'DEPLOYMENT',
          },
        ],
      },
    },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CONTACT_MISSING',
      'CHANGE_ALREADY_AGREED',
      'BUSINESS_CASE_NOT_REQUIRED',
      'ESTIMATE_MISSING',
      'WHO_PAYS_RULE_UNKNOWN',
      'PAYER_NOT_ALLOWED',
      'PAYER_MISSING',
    ],
  },
  'return-business-case': {
    summary: 'Return the business case with the points to mend',
    example: { effectiveDate: '2008-12-10', points: ['The cost of training is missing'] },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CONTACT_MISSING',
      'CHANGE_ALREADY_AGREED',
      'BUSINESS_CASE_NOT_REQUIRED',
      'BUSINESS_CASE_MISSING',
    ],
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
  'start-selection': {
    summary: 'Start the Selection Process with its candidates (S16)',
    example: { effectiveDate: '2009-01-05', candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'] },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CHANGE_NOT_AGREED',
      'SELECTION_UNDER_WAY',
      'PRODUCT_NOT_LISTED',
      'SAME_PRODUCT',
    ],
  },
  'score-candidate': {
    summary: 'Score a candidate: practice and PCT each for themselves (S16)',
    example: {
      effectiveDate: '2009-01-07',
      candidate: 'INPS.VISION-3',
      scores: [
        { criterion: 'Prescribing', weight: 60, score: 80 },
        { criterion: 'Appointments', weight: 40, score: 70 },
      ],
    },
    refusals: ['MIGRATION_NOT_OPEN', 'CHANGE_NOT_AGREED', 'SELECTION_NOT_STARTED', 'NOT_A_CANDIDATE'],
  },
  'complete-selection': {
    summary: 'Record the outcome of the Selection Process: practice and PCT together (S16, R2)',
    example: {
      effectiveDate: '2009-01-09',
      winner: 'INPS.VISION-3',
      candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
    },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CHANGE_NOT_AGREED',
      'SELECTION_NOT_STARTED',
      'CANDIDATES_DIFFER',
      'WINNER_NOT_A_CANDIDATE',
      'PRODUCT_NOT_LISTED',
    ],
  },
  'fail-selection': {
    summary: 'Record that no system is suitable: practice and PCT together (F2, R2)',
    example: { effectiveDate: '2009-01-09', reasons: ['No system links to the dispensary'] },
    refusals: ['MIGRATION_NOT_OPEN', 'CHANGE_NOT_AGREED', 'SYSTEM_ALREADY_SELECTED', 'SELECTION_NOT_STARTED'],
  },
  'select-system': {
    summary: 'Select the new system: practice and PCT together (S15, R2)',
    example: { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'CHANGE_NOT_AGREED',
      'INSTANCE_UNKNOWN',
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
    refusals: [
      'MIGRATION_NOT_OPEN',
      'SYSTEM_NOT_SELECTED',
      'DATE_STANDS',
      'DATE_BEFORE_PROPOSAL',
      'NOT_YOUR_SYSTEM',
    ],
  },
  replan: {
    summary: 'Propose another date than the planned one, with its cause (R3)',
    example: { effectiveDate: '2009-02-23', date: '2009-03-12', cause: 'SUPPLIER' },
    refusals: [
      'MIGRATION_NOT_OPEN',
      'SYSTEM_NOT_SELECTED',
      'NO_DATE_STANDS',
      'DATE_BEFORE_PROPOSAL',
      'NOT_YOUR_SYSTEM',
    ],
  },
  'agree-date': {
    summary: 'Agree to the proposed date; the third agreement plans it (S17, R3)',
    example: { effectiveDate: '2009-01-22', proposalEventId: UUID },
    refusals: ['MIGRATION_NOT_OPEN', 'SYSTEM_NOT_SELECTED', 'DATE_PROPOSAL_NOT_OPEN', 'NOT_YOUR_SYSTEM'],
  },
  'place-order': {
    summary: 'Record the order on the Tracking Database (S18)',
    example: {
      effectiveDate: '2009-01-26',
      trackingRef: 'TD-0001',
      services: [{ service: 'Deployment of Vision 3', chargePence: 150_000 }],
    },
    refusals: ['MIGRATION_NOT_OPEN', 'SYSTEM_NOT_SELECTED', 'DATE_NOT_PLANNED', 'ORDER_ALREADY_PLACED'],
  },
} satisfies Partial<PracticeNotes>;
