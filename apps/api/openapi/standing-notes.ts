import type { PracticeNotes } from './note.js';

/** The notes on the commands that say what is installed and stands. */
export const standingNotes = {
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
    refusals: [
      'INSTANCE_ID_TAKEN',
      'LEVEL_ABOVE_PRODUCT',
      'MIGRATION_UNKNOWN',
      'SYSTEM_NOT_SELECTED',
      'NOT_THE_SELECTED_SYSTEM',
    ],
  },
  'confirm-installed': {
    summary: 'Confirm from which day a national function is installed (S3)',
    example: { effectiveDate: '2008-05-01', instanceId: 'E1', function: 'SUMMARY_CARE_RECORD' },
    refusals: ['INSTANCE_UNKNOWN', 'INSTANCE_NOT_IN_LIFE'],
  },
  'upgrade-system': {
    summary: 'Record a new version of the same product: no migration (A15)',
    example: { effectiveDate: '2008-09-01', instanceId: 'E1', version: '5.2', level: 3 },
    refusals: ['INSTANCE_UNKNOWN', 'INSTANCE_NOT_IN_LIFE', 'LEVEL_ABOVE_PRODUCT'],
  },
  'opt-out': {
    summary: 'Record that the practice wants no cover by a Call-Off (X3)',
    example: { effectiveDate: '2008-04-01', instanceId: 'E1' },
    refusals: ['INSTANCE_UNKNOWN', 'LSP_NEEDS_NO_CALL_OFF', 'COVERED_BY_CALL_OFF'],
  },
  'leave-call-off': {
    summary: 'Record the last day on which a Call-Off covers an instance (R6)',
    example: { effectiveDate: '2010-03-31', instanceId: 'E1' },
    refusals: ['INSTANCE_UNKNOWN', 'NOT_ON_CALL_OFF'],
  },
  'join-call-off': {
    summary: 'Join an instance to the Call-Off of the PCT and its supplier (S7)',
    example: { effectiveDate: '2008-04-01', instanceId: 'E1' },
    refusals: [
      'INSTANCE_UNKNOWN',
      'INSTANCE_NOT_IN_LIFE',
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
    refusals: [
      'INSTANCE_UNKNOWN',
      'INSTANCE_NOT_IN_LIFE',
      'SYSTEM_LEFT',
      'EVIDENCE_REQUIRED',
      'MIGRATION_OPEN',
    ],
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
} satisfies Partial<PracticeNotes>;
