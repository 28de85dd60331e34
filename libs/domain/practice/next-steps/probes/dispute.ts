import { DISPUTE_LEVELS, disputeOutcome, disputeSubject } from '../../events/fields.js';
import { eachChoice, WORDS, type Probes } from '../probe.js';

export const disputeProbes = {
  'raise-dispute': () => eachChoice(disputeSubject.options, (subject) => [{ subject, grounds: [WORDS] }]),
  'escalate-dispute': () => eachChoice(DISPUTE_LEVELS, (level) => [{ level }]),
  'record-determination': () =>
    eachChoice(disputeOutcome.options, (outcome) => [{ outcome }, { outcome, document: WORDS }]),
} satisfies Partial<Probes>;
