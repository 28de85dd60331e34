import type { disputeRefusals } from '#domain/refusals/dispute.js';
import { command } from '#testing/decisions.js';
import type { ExamplesOf } from './example.js';

const refusal = command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] });
const dispute = {
  effectiveDate: '2009-01-05',
  subject: 'REFUSAL' as const,
  grounds: ['It is within the budget'],
};
const disputed = [refusal, command('raise-dispute', dispute)];
const toSha = { effectiveDate: '2009-01-19', level: 'SHA' } as const;

export const disputeExamples: ExamplesOf<typeof disputeRefusals> = {
  DISPUTE_OPEN: {
    after: 'submitted',
    and: disputed,
    refused: command('raise-dispute', { ...dispute, effectiveDate: '2009-01-06' }),
  },
  DISPUTE_NOT_OPEN: {
    after: 'submitted',
    and: [refusal],
    refused: command('escalate-dispute', toSha),
  },
  DISPUTED_DECISION_MISSING: { after: 'submitted', refused: command('raise-dispute', dispute) },
  DISPUTE_LEVEL_NOT_HIGHER: {
    after: 'submitted',
    and: [...disputed, command('escalate-dispute', toSha)],
    refused: command('escalate-dispute', { effectiveDate: '2009-01-20', level: 'GP_BODIES' }),
  },
  DETERMINATION_NOT_WRITTEN: {
    after: 'submitted',
    and: disputed,
    refused: command('record-determination', { effectiveDate: '2009-04-20', outcome: 'REFUSAL_UPHELD' }),
  },
};
