import type { PracticeNotes } from './note.js';

/** The note on the command that corrects a recorded fact. */
export const correctionNotes = {
  'correct-record': {
    summary:
      'Correct one field of a recorded fact, which stays in the record; another person confirms (I13, I14)',
    example: {
      effectiveDate: '2009-04-02',
      reason: 'The letter to EMIS is dated 23 March',
      targetEventId: '00000000-0000-4000-8000-000000210000',
      field: 'effectiveDate',
      was: '2009-03-20',
      now: '2009-03-23',
    },
    refusals: [
      'FACT_UNKNOWN',
      'CORRECTION_NOT_YOURS',
      'CORRECTED_OTHERWISE',
      'FIELD_NOT_CORRECTED',
      'CORRECTION_DIFFERS',
      'CORRECTION_UNFIT',
      'COMMISSIONER_UNKNOWN',
      'LEVEL_ABOVE_PRODUCT',
      'NOTICE_TOO_SHORT',
      'CORRECTION_BREAKS_RULE',
    ],
  },
} satisfies Partial<PracticeNotes>;
