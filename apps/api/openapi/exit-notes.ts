import type { PracticeNotes } from './note.js';

/** The notes on the commands that end a migration otherwise than by going live, or undo its go-live. */
export const exitNotes = {
  'retract-go-live': {
    summary: 'Take back a go-live that was declared by mistake: two people together (I14, F7)',
    example: {
      effectiveDate: '2009-04-02',
      targetEventId: '4f0c1f5e-5d0b-5a52-9d55-0d2b3f1b6c11',
      reason: 'Declared for the wrong practice',
    },
    refusals: [
      'GO_LIVE_MISSING',
      'GO_LIVE_NOT_THE_LATEST',
      'GO_LIVE_ROLLED_BACK',
      'DATE_ORDER',
      'MIGRATION_OPEN',
    ],
  },
  'roll-back': {
    summary: 'Return to the old system: the practice and the PCT together (A20, F6)',
    example: { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' },
    refusals: ['GO_LIVE_MISSING', 'GO_LIVE_ROLLED_BACK', 'INSTANCE_NOT_IN_LIFE'],
  },
  'abandon-migration': {
    summary: 'Give the migration up before go-live: the practice and the PCT together (F5)',
    example: {
      effectiveDate: '2009-02-27',
      cause: 'The supplier withdrew its offer',
      chargesIncurredPence: 25000,
    },
    refusals: ['MIGRATION_NOT_OPEN', 'EXTRACT_UNKNOWN'],
  },
} satisfies Partial<PracticeNotes>;
