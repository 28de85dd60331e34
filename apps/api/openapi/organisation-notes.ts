import type { PracticeNotes } from './note.js';

/** The notes on the commands that say what became of a practice (F10), its contract and its agreement (X1, X9). */
export const organisationNotes = {
  'close-practice': {
    summary: 'Record the last day on which the practice was open (F10)',
    example: { effectiveDate: '2011-06-30' },
    refusals: ['PRACTICE_ALREADY_CLOSED', 'DATE_ORDER'],
  },
  'merge-practice': {
    summary: 'Record that the practice was merged into another, and closed (F10)',
    example: { effectiveDate: '2011-06-30', into: 'A00002' },
    refusals: ['SUCCEEDED_BY_ITSELF', 'PRACTICE_ALREADY_SUCCEEDED', 'PRACTICE_ALREADY_CLOSED', 'DATE_ORDER'],
  },
  'split-practice': {
    summary: 'Record into which practices this one was split (F10)',
    example: { effectiveDate: '2011-06-30', into: ['A00002', 'A00003'] },
    refusals: [
      'SUCCEEDED_BY_ITSELF',
      'ROWS_TWICE',
      'PRACTICE_ALREADY_SUCCEEDED',
      'PRACTICE_ALREADY_CLOSED',
      'DATE_ORDER',
    ],
  },
  'take-over-practice': {
    summary: 'Record in the successor’s file which practice it took over, with its systems (F10)',
    example: {
      effectiveDate: '2011-07-01',
      predecessor: 'A00002',
      kind: 'MERGER',
      instances: [{ instanceId: 'V2', predecessorInstanceId: 'V1' }],
    },
    refusals: ['SUCCEEDED_BY_ITSELF', 'TAKEN_OVER_ALREADY', 'INSTANCE_UNKNOWN'],
  },
  'end-pct-practice-agreement': {
    summary: 'Record the last day of the PCT-Practice Agreement (X1)',
    example: { effectiveDate: '2010-03-31' },
    refusals: ['AGREEMENT_NOT_IN_FORCE'],
  },
  'record-contractor-type': {
    summary:
      'Record under which kind of contract the practice works; a PCTMS practice needs no agreement (X9)',
    example: { effectiveDate: '2008-04-01', contractorType: 'PCTMS' },
    refusals: [],
  },
  'grant-funding-exception': {
    summary: 'Grant central funding of days after bedding-in (A9)',
    example: { effectiveDate: '2009-06-01', instanceId: 'E1', from: '2009-06-13', until: '2009-07-31' },
    refusals: ['INSTANCE_UNKNOWN', 'GO_LIVE_MISSING', 'DATE_ORDER'],
  },
} satisfies Partial<PracticeNotes>;
