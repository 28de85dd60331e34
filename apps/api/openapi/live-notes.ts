import type { PracticeNotes } from './note.js';

/** The notes on the commands from the last extract to the end of the old system. */
export const liveNotes = {
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
    refusals: [
      'GO_LIVE_IN_FUTURE',
      'GO_LIVE_MISSING',
      'EXTRACT_MISSING',
      'FINAL_EXTRACT_UNKNOWN',
      'FINAL_EXTRACT_AFTER_GO_LIVE',
      'BEDDING_IN_OPEN',
    ],
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
      'RETENTION_STANDS',
      'RETENTION_UNAVAILABLE',
      'FULL_WHILE_NOTICE_RUNS',
      'DATE_ORDER',
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
      'RETENTION_OVERLAPS',
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
      'INSTANCE_NOT_IN_LIFE',
      'GO_LIVE_MISSING',
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
} satisfies Partial<PracticeNotes>;
