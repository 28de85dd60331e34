import { addDays, type CivilDate } from '../calendar/dates.js';
import { isCovered } from './installed.js';
import { isInLife, serviceSpans } from './service-span.js';
import type { PracticeState } from './state.js';

/**
 * Whether a Call-Off covers a system that is in service at the practice on that day (S8).
 * @rule S8
 */
export const isOnCallOff = (state: PracticeState, on: CivilDate): boolean =>
  Object.values(state.instances).some((instance) => isCovered(instance, on) && isInLife(state, instance, on));

/** The days on which that may change. */
export const coverCuts = (state: PracticeState): readonly CivilDate[] =>
  Object.values(state.instances).flatMap((instance) => {
    const spans = serviceSpans(state, instance);
    const lastDays = [...spans, ...instance.callOffs].map(({ until }) => until);
    return [
      ...spans.map(({ from }) => from),
      ...instance.callOffs.map(({ effectiveDate }) => effectiveDate),
      ...lastDays.flatMap((day) => (day === null ? [] : [addDays(day, 1)])),
    ];
  });
