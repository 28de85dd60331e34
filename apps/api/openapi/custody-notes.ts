import type { PracticeNotes } from './note.js';

/** The notes on the commands about who holds an old system's data and audit trail, and access to them. */
export const custodyNotes = {
  'record-data-holder': {
    summary: 'Record who holds the data and audit trail of a system from a day on (X6, F13)',
    example: {
      effectiveDate: '2009-08-01',
      instanceId: 'E1',
      holder: { kind: 'PRACTICE', org: 'A00001' },
      locationClass: 'PRACTICE_PREMISES',
      format: 'The old server, single user',
      reviewBy: '2010-08-01',
    },
    refusals: ['INSTANCE_UNKNOWN', 'NOT_YOUR_SYSTEM', 'DATA_DESTROYED', 'DATA_NOT_APART'],
  },
  'record-data-destroyed': {
    summary:
      'Record that the data and audit trail were destroyed: two of the PCT and the national team (I14)',
    example: {
      effectiveDate: '2019-08-01',
      instanceId: 'E1',
      certificate: { title: 'Certificate of destruction', sha256: 'a'.repeat(64) },
    },
    refusals: ['INSTANCE_UNKNOWN', 'DATA_DESTROYED', 'SERVICE_NOT_ENDED'],
  },
  'request-audit-access': {
    summary: 'Ask for an old system’s audit trail, at any later date; no patient data (S27, S31, X10)',
    example: {
      effectiveDate: '2014-05-14',
      instanceId: 'E1',
      purposeClass: 'MEDICO_LEGAL_CLAIM',
      period: { from: '2009-03-01', until: '2009-03-12' },
      onWhoseAuthority: 'The practice, as data controller',
    },
    refusals: ['INSTANCE_UNKNOWN', 'DATE_ORDER', 'PERIOD_NOT_HELD', 'AUDIT_ACCESS_IMPOSSIBLE'],
  },
  'fulfil-audit-access': {
    summary: 'Record that the audit trail was given out, and at what charge (S31)',
    example: {
      effectiveDate: '2014-05-20',
      requestId: '6b1f0c2e-8d6a-5f3b-9a56-0d4f2c1e7b90',
      chargePence: 0,
    },
    refusals: [
      'ACCESS_REQUEST_UNKNOWN',
      'NOT_THE_HOLDER',
      'ACCESS_ALREADY_FULFILLED',
      'DATE_ORDER',
      'AUDIT_ACCESS_IMPOSSIBLE',
    ],
  },
  'fail-audit-access': {
    summary: 'Record that the audit trail could not be given out: a gap until it is (F9)',
    example: {
      effectiveDate: '2014-05-20',
      requestId: '6b1f0c2e-8d6a-5f3b-9a56-0d4f2c1e7b90',
      cause: 'MEDIA_UNREADABLE',
    },
    refusals: ['ACCESS_REQUEST_UNKNOWN', 'NOT_THE_HOLDER', 'ACCESS_ALREADY_FULFILLED', 'DATE_ORDER'],
  },
} satisfies Partial<PracticeNotes>;
