import { addDays, type CivilDate } from '../calendar/dates.js';
import { serviceSpanOn, serviceSpans, spanEndEvents, type ServiceSpan } from '../practice/service-span.js';
import type { Instance, PracticeState } from '../practice/state.js';

/** A run of days with the ids of the events that its two ends rest on; `to` is exclusive, null is open. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly startEvents: readonly string[];
  readonly endEvents: readonly string[];
}

/** The life of an instance in order of days; empty of a migration's target before its go-live (R6). */
export const livesOf = (state: PracticeState, instance: Instance): readonly Span[] =>
  serviceSpans(state, instance).map((span) => lifeOf(state, instance, span));

/** The life of an instance, as one, on a day; null where it has none by then. */
export const lifeOn = (state: PracticeState, instance: Instance, on: CivilDate): Span | null => {
  const span = serviceSpanOn(state, instance.instanceId, on);
  return span ? lifeOf(state, instance, span) : null;
};

const lifeOf = (state: PracticeState, { eventId }: Instance, span: ServiceSpan): Span => ({
  from: span.from,
  to: span.until === null ? null : addDays(span.until, 1),
  startEvents: [eventId, ...standingEvent(span.begunBy?.events)],
  endEvents: spanEndEvents(state, span),
});

/** Of an entry and its corrections only the last still stands (A19). */
export const standingEvent = (events: readonly string[] = []): readonly string[] => events.slice(-1);
