import type { PracticeState } from '../../state.js';
import { NO_EVENT, oneStep, WORDS, type Probes } from '../probe.js';

export const dataAccessProbes = {
  'raise-data-access-problem': () => oneStep({ problem: WORDS }, { problem: `${WORDS} ${WORDS}` }),
  'escalate-data-access-problem': ({ state }) =>
    oneStep(...problemsIn(state).map((problemId) => ({ problemId }))),
  'resolve-data-access-problem': ({ state }) =>
    oneStep(...problemsIn(state).map((problemId) => ({ problemId, resolution: WORDS }))),
} satisfies Partial<Probes>;

/** The problems that are open, then the others; one that there is not, where there are none. */
const problemsIn = ({ migrations }: PracticeState): readonly string[] => {
  const problems = migrations.flatMap((migration) => migration.problems);
  const isOpen = problems.filter(({ resolved }) => resolved === null);
  const ids = [...isOpen, ...problems].map(({ raised }) => raised.eventId);
  return ids.length > 0 ? [...new Set(ids)] : [NO_EVENT];
};
