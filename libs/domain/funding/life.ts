import { addDays, type CivilDate } from '../calendar/dates.js';
import { lastServiceDay, noticeEvents, noticeFor } from '../practice/notice-end.js';
import { goLiveOnto, lifeStart, rollbackFrom, type Instance, type PracticeState } from '../practice/state.js';

/** A run of days with the ids of the events that its two ends rest on; `to` is exclusive, null is open. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly startEvents: readonly string[];
  readonly endEvents: readonly string[];
}

/** The life of an instance, or null where it has none: a migration's target before its go-live (R6). */
export const lifeOf = (state: PracticeState, instance: Instance): Span | null => {
  const from = lifeStart(state, instance);
  if (from === null) return null;
  const lastDay = lastServiceDay(state, instance.instanceId);
  return {
    from,
    to: lastDay === null ? null : addDays(lastDay, 1),
    startEvents:
      instance.migrationId === undefined
        ? [instance.eventId]
        : [instance.eventId, ...standingEvent(goLiveOnto(state, instance.instanceId)?.events)],
    endEvents: serviceEndEvents(state, instance),
  };
};

/**
 * What the end of an instance's service rests on: its notice, the extensions, the recorded end (R8) and the return to
 * the source (A20).
 */
export const serviceEndEvents = (state: PracticeState, instance: Instance): readonly string[] => {
  const notice = noticeFor(state, instance.instanceId);
  const ends = [instance.serviceEnd, rollbackFrom(state, instance.instanceId)];
  return [...(notice ? noticeEvents(state, notice) : []), ...ends.flatMap((fact) => fact?.eventId ?? [])];
};

/** Of an entry and its corrections only the last still stands (A19). */
export const standingEvent = (events: readonly string[] = []): readonly string[] => events.slice(-1);
