import { addDays, type CivilDate } from '../calendar/dates.js';
import { isCovered } from './installed.js';
import { isInLife, lastServiceDay } from './notice-end.js';
import { lifeStart, type PracticeState } from './state.js';

/** Whether a Call-Off covers a system that is in service at the practice on that day (S8). */
export const isOnCallOff = (state: PracticeState, on: CivilDate): boolean =>
  Object.values(state.instances).some((instance) => isCovered(instance, on) && isInLife(state, instance, on));

/** The days on which that may change. */
export const coverCuts = (state: PracticeState): readonly CivilDate[] =>
  Object.values(state.instances).flatMap((instance) => {
    const lastDays = [
      lastServiceDay(state, instance.instanceId),
      ...instance.callOffs.map(({ until }) => until),
    ];
    const starts = [
      lifeStart(state, instance),
      ...instance.callOffs.map(({ effectiveDate }) => effectiveDate),
    ];
    return [
      ...starts.filter((day) => day !== null),
      ...lastDays.flatMap((day) => (day === null ? [] : [addDays(day, 1)])),
    ];
  });
