import type { PracticeNotes } from './note.js';

const event = '4f0c1f5e-5d0b-5a52-9d55-0d2b3f1b6c11';

/** The notes on the commands of a delivery beside its main steps. */
export const deliveryNotes = {
  'amend-order': {
    summary: 'Amend what the order is for; it stands from its first day (S18)',
    example: {
      effectiveDate: '2009-02-02',
      trackingRef: 'T-0001',
      services: [{ service: 'Deployment to an alternative system' }, { service: 'Data migration' }],
    },
    refusals: ['ORDER_UNKNOWN', 'DATE_ORDER'],
  },
  'cancel-order': {
    summary: 'Cancel the order, with any charge: none stands from then on (S18, F5)',
    example: { effectiveDate: '2009-02-27', trackingRef: 'T-0001', chargePence: 25000 },
    refusals: ['ORDER_UNKNOWN', 'DATE_ORDER'],
  },
  'reject-extract': {
    summary: 'Reject a data extract, with the grounds: the practice or the new supplier (S19)',
    example: { effectiveDate: '2009-03-10', extractId: event, grounds: ['The tape cannot be read'] },
    refusals: ['NOT_YOUR_SYSTEM', 'EXTRACT_UNKNOWN', 'EXTRACT_ALREADY_REJECTED', 'DATE_ORDER'],
  },
  'raise-data-access-problem': {
    summary: 'Tell of a problem with obtaining data from the present system (S23, F4)',
    example: { effectiveDate: '2009-02-16', problem: 'No answer to the request for an extract' },
    refusals: ['NOT_YOUR_SYSTEM', 'MIGRATION_NOT_OPEN'],
  },
  'escalate-data-access-problem': {
    summary: 'Put a data-access problem to the national team (S23, F4)',
    example: { effectiveDate: '2009-02-23', problemId: event },
    refusals: [
      'NOT_YOUR_SYSTEM',
      'PROBLEM_UNKNOWN',
      'PROBLEM_ALREADY_ESCALATED',
      'PROBLEM_ALREADY_RESOLVED',
      'DATE_ORDER',
    ],
  },
  'resolve-data-access-problem': {
    summary: 'Close a data-access problem: the national team, or who raised it before it is escalated (F4)',
    example: { effectiveDate: '2009-03-02', problemId: event, resolution: 'The extract arrived' },
    refusals: [
      'NOT_YOUR_SYSTEM',
      'PROBLEM_UNKNOWN',
      'PROBLEM_NOT_YOURS',
      'PROBLEM_ALREADY_RESOLVED',
      'DATE_ORDER',
    ],
  },
  'report-go-live': {
    summary: 'Report the day of go-live, which the practice or the PCT is to declare (A18)',
    example: { effectiveDate: '2009-03-12', cutoverTime: '08:00' },
    refusals: ['GO_LIVE_IN_FUTURE', 'NOT_YOUR_SYSTEM', 'MIGRATION_NOT_OPEN', 'SYSTEM_NOT_SELECTED'],
  },
  'record-backload': {
    summary: 'Record that entries between the final extract and cutover were keyed in again',
    example: {
      effectiveDate: '2009-03-16',
      from: '2009-03-09T18:30',
      to: '2009-03-12T08:00',
      method: 'Keyed in from printed journals',
    },
    refusals: ['GO_LIVE_MISSING', 'DATE_ORDER'],
  },
} satisfies Partial<PracticeNotes>;
