import type { PayloadOf } from '#domain/practice/events.js';
import { longDate, plainWord } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

const subjects: Readonly<Record<PayloadOf<'DisputeRaised'>['subject'], string>> = {
  REFUSAL: 'the refusal',
  BUSINESS_CASE: 'the business case asked for',
  CONDITIONS: 'the conditions of the agreement',
  OTHER: 'what is still undecided',
};

const levels: Readonly<Record<PayloadOf<'DisputeEscalated'>['level'], string>> = {
  GP_BODIES: 'the GP representative bodies',
  SHA: 'the Strategic Health Authority',
  CFH: 'NHS Connecting for Health',
  NHSLA: 'the NHS Litigation Authority',
};

/** The events of a dispute over the PCT’s decision. */
export const describeDispute = {
  DisputeRaised: (payload) =>
    dated(`Dispute raised over ${subjects[payload.subject]}: ${payload.grounds.join('; ')}`, payload),
  DisputeEscalated: (payload) => dated(`Dispute taken to ${levels[payload.level]}`, payload),
  DisputeReferredToNhsla: (payload) => {
    const { requestBy, representations, observations } = payload;
    const days = `request to the parties by ${longDate(requestBy)}, representations by ${longDate(representations.by)}, observations by ${longDate(observations.by)}`;
    return `${dated('Dispute referred to the NHS Litigation Authority', payload)}; ${days}`;
  },
  DisputeDetermined: (payload) => {
    const { outcome, level } = payload;
    if (outcome === 'WITHDRAWN') return dated('Dispute withdrawn', payload);
    const where = level === null ? 'between practice and PCT' : `at ${levels[level]}`;
    return dated(`Dispute determined ${where}: ${plainWord(outcome)}`, payload);
  },
} satisfies Partial<Tellers>;
