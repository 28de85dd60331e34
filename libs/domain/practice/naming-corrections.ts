import type { PracticeState } from './state.js';

/**
 * An answer in which every list of events names, after a corrected fact, its corrections: what rests on the fact rests
 * on them too (I13). The answer itself where nothing was corrected.
 */
export const namingCorrections = <Answer>({ corrections }: PracticeState, answer: Answer): Answer => {
  if (corrections.length === 0) return answer;
  const withCorrections = (id: string) => [
    id,
    ...corrections.filter(({ targetEventId }) => targetEventId === id).map(({ eventId }) => eventId),
  ];
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    key === 'events' ? [...new Set((value as readonly string[]).flatMap(withCorrections))] : value,
  ) as Answer;
};
