import type { PayloadOf } from '#domain/practice/events.js';
import { listed } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

const scorers = { PR: 'the practice', PCT: 'the PCT' } as const;

/** `76 by the practice`. */
const scored = ({ weightedScore, by }: Pick<PayloadOf<'CandidateScored'>, 'weightedScore' | 'by'>): string =>
  `${weightedScore} by ${scorers[by]}`;

/** The events of the Selection Process. */
export const describeSelection = {
  SelectionStarted: (payload, names) =>
    dated(`Selection started among ${listed(payload.candidates.map(names.product))}`, payload),
  CandidateScored: (payload, names) =>
    dated(`${names.product(payload.candidate)} scored ${scored(payload)}`, payload),
  SelectionCompleted: (payload, names) => {
    const { winner, candidates, scores = [] } = payload;
    const others = candidates.filter((candidate) => candidate !== winner).map(names.product);
    const over = others.length > 0 ? `, chosen over ${listed(others)}` : '';
    const won = scores.filter(({ candidate }) => candidate === winner).map(scored);
    const howScored = won.length > 0 ? `; scored ${listed(won)}` : '';
    return `${dated(`Selection completed: ${names.product(winner)}${over}`, payload)}${howScored}`;
  },
  SelectionFailed: (payload) => dated(`No suitable system found: ${payload.reasons.join('; ')}`, payload),
} satisfies Partial<Tellers>;
