import { itemsOf } from '../chain.js';
import { isCorrectedWith } from './corrected.js';
import type { PracticeState } from './state.js';

/**
 * An answer in which every list of events names, after a corrected fact, its corrections: what rests on the fact rests
 * on them too (I13). The answer itself where nothing was corrected.
 */
export const namingCorrections = <Answer>(state: PracticeState, answer: Answer): Answer => {
  const { corrections } = state;
  if (corrections.length === 0) return answer;
  const events = new Map(itemsOf(state.events).map((event) => [event.id, event]));
  const withCorrections = (id: string) => {
    const event = events.get(id);
    const its = corrections.filter(
      ({ targetEventId, field }) => event && isCorrectedWith(events.get(targetEventId), field, event),
    );
    return [id, ...its.map(({ eventId }) => eventId)];
  };
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    key === 'events' ? [...new Set((value as readonly string[]).flatMap(withCorrections))] : value,
  ) as Answer;
};
