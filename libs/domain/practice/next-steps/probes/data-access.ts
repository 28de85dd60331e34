import type { PracticeState } from '../../state.js';
import { NO_EVENT, oneStep, WORDS, type Probes } from '../probe.js';

export const dataAccessProbes = {
  'raise-data-access-problem': () => oneStep({ problem: WORDS }, { problem: `${WORDS} ${WORDS}` }),
  'escalate-data-access-problem': ({ state }) =>
    oneStep(...problemsIn(state).map((problemId) => ({ problemId }))),
  'resolve-data-access-problem': ({ state }) =>
    oneStep(...problemsIn(state).map((problemId) => ({ problemId, resolution: WORDS }))),
} satisfies Partial<Probes>;

/** The problems that are open; the others where none is, and one that there is not, where there are none. */
const problemsIn = ({ migrations }: PracticeState): readonly string[] => {
  const problems = migrations.flatMap((migration) => migration.problems);
  const open = problems.filter(({ resolved }) => resolved === null);
  const ids = (open.length > 0 ? open : problems).map(({ raised }) => raised.eventId);
  return ids.length > 0 ? ids : [NO_EVENT];
};
