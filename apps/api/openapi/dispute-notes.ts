import type { PracticeNotes } from './note.js';

/** The notes on the commands about a dispute over the PCT's decision. */
export const disputeNotes = {
  'raise-dispute': {
    summary: 'Dispute a decision of the PCT on the open migration (X7, F1)',
    example: {
      effectiveDate: '2009-01-05',
      subject: 'REFUSAL',
      grounds: ['The estimate is within the budget'],
    },
    refusals: ['MIGRATION_NOT_OPEN', 'DISPUTE_OPEN', 'DISPUTED_DECISION_MISSING'],
  },
  'escalate-dispute': {
    summary: 'Take the dispute to a higher level, NHSLA being the last (X7)',
    example: { effectiveDate: '2009-01-19', level: 'SHA' },
    refusals: ['DISPUTE_NOT_OPEN', 'DISPUTE_LEVEL_NOT_HIGHER'],
  },
  'record-determination': {
    summary: 'Record how the dispute was determined; the PCT still decides by its own command (X7)',
    example: { effectiveDate: '2009-04-20', outcome: 'CHANGE_TO_BE_AGREED', document: 'NHSLA 2009/12' },
    refusals: ['DISPUTE_NOT_OPEN', 'DETERMINATION_NOT_WRITTEN'],
  },
} satisfies Partial<PracticeNotes>;
