import { earlierOf, LATEST, type CivilDate } from '../calendar/dates.js';
import { isLapsed, noticeEnd, noticeEvents, noticesOf } from './notice-end.js';
import {
  goLivesOnto,
  isReturn,
  type Entry,
  type GoLive,
  type Instance,
  type Notice,
  type PracticeState,
} from './state.js';
import { hasDay, type Span } from './spans.js';

/** A run of days on which an instance was in service, both inclusive; `until` null is open (R6). */
export interface ServiceSpan extends Span {
  /** The go-live that began it, or null of one that began with the registration. */
  readonly begunBy: GoLive | null;
  /** The notice that stands of those given in it: the latest that was neither withdrawn nor lapsed (I9, F8). */
  readonly notice: Notice | undefined;
  readonly serviceEnd: Entry<'SourceServiceEnded'> | undefined;
  /** The return from it to the source, which ended it unless it had ended before (A20, F6). */
  readonly rolledBack: Entry<'MigrationRolledBack'> | undefined;
}

/**
 * The life of an instance in order of days (R6): one span, or more where a go-live took a service up again that had
 * ended by then. A migration's target has none before its go-live. Everything that asks when a service runs asks here.
 * @rule R6
 */
export const serviceSpans = (
  state: PracticeState,
  { instanceId, ...instance }: Instance,
): readonly ServiceSpan[] => {
  const goLives = goLivesOnto(state, instanceId);
  const [first] = goLives;
  if (instance.migrationId === undefined)
    return spansFrom({ from: instance.effectiveDate, begunBy: null }, state, instanceId);
  return first ? spansFrom({ from: first.on, begunBy: first }, state, instanceId) : [];
};

type Begun = Pick<ServiceSpan, 'from' | 'begunBy'>;

const spansFrom = (
  begun: Begun,
  state: PracticeState,
  instanceId: string,
  earliest = '',
): readonly ServiceSpan[] => {
  const later = goLivesOnto(state, instanceId).filter(({ on }) => begun.from < on);
  for (const next of later) {
    const span = spanWithin(begun, state, instanceId, { earliest, before: next.on });
    if (span.until !== null && span.until < next.on)
      return [span, ...spansFrom({ from: next.on, begunBy: next }, state, instanceId, next.on)];
  }
  return [spanWithin(begun, state, instanceId, { earliest, before: LATEST })];
};

interface Window {
  readonly earliest: CivilDate;
  readonly before: CivilDate;
}

/** The span that began so, with what was done to it from one day up to another; open while nothing ended it by then. */
const spanWithin = (begun: Begun, state: PracticeState, instanceId: string, within: Window): ServiceSpan => {
  const isWithin = (day: CivilDate) => within.earliest <= day && day < within.before;
  const notice = noticesOf(state, instanceId).findLast(
    (one) => isWithin(one.effectiveDate) && !one.withdrawn && !isLapsed(state, one),
  );
  const serviceEnd = state.instances[instanceId]?.serviceEnds.findLast((one) => isWithin(one.effectiveDate));
  const rolledBack = rollbacksOf(begun, state, instanceId).findLast((one) => isWithin(one.effectiveDate));
  const ended = serviceEnd?.effectiveDate ?? (notice ? noticeEnd(state, notice) : null);
  const reverted = rolledBack?.effectiveDate ?? null;
  const until = ended !== null && reverted !== null ? earlierOf(ended, reverted) : (ended ?? reverted);
  return { ...begun, until, notice, serviceEnd, rolledBack };
};

/**
 * The rollbacks that end a service: not one after which it was live again by the same day, nor that of a return to a
 * system which was in service still, for it is left again as it was before.
 */
const rollbacksOf = (
  { begunBy }: Begun,
  state: PracticeState,
  instanceId: string,
): readonly Entry<'MigrationRolledBack'>[] => {
  const goLives = goLivesOnto(state, instanceId);
  return goLives.flatMap((goLive, index) => {
    const { rolledBack } = goLive;
    if (!rolledBack) return [];
    const next = goLives[index + 1];
    const isLiveAgain = next !== undefined && next.on <= rolledBack.effectiveDate;
    const wasRunning = goLive !== begunBy && isReturn(goLive, state);
    return isLiveAgain || wasRunning ? [] : [rolledBack];
  });
};

/** What the end of a span rests on: its notice, the extensions, the recorded end (R8) and the return (A20). */
export const spanEndEvents = (
  state: PracticeState,
  { notice, serviceEnd, rolledBack }: ServiceSpan,
): readonly string[] => [
  ...(notice ? noticeEvents(state, notice) : []),
  ...[serviceEnd, rolledBack].flatMap((fact) => fact?.eventId ?? []),
];

/** The latest span that had begun by a day, else the first; undefined where the instance has no life (R6). */
export const serviceSpanOn = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate = LATEST,
): ServiceSpan | undefined => {
  const instance = state.instances[instanceId];
  const spans = instance ? serviceSpans(state, instance) : [];
  return spans.findLast(({ from }) => from <= on) ?? spans[0];
};

/**
 * The last day of an instance's service, of the span of a day or the last: the recorded end, else that of the notice
 * which stands, else null (R6, R8). The return to the source ends the life of the target, unless its service ended
 * before; a later go-live onto it takes it up again, from its day on (A20).
 * @rule R8
 */
export const lastServiceDay = (state: PracticeState, instanceId: string, on?: CivilDate): CivilDate | null =>
  serviceSpanOn(state, instanceId, on)?.until ?? null;

/** Whether the instance is in service on that day: its life has begun and not ended (R6). */
export const isInLife = (state: PracticeState, instance: Instance, on: CivilDate): boolean =>
  serviceSpans(state, instance).some((span) => hasDay(span, on));

/**
 * The notice that stands in the span of a day, or the last; until the day on which that was given, one that lapsed
 * only after the day.
 */
export const noticeFor = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate = LATEST,
): Notice | undefined => {
  const span = serviceSpanOn(state, instanceId, on);
  if (span?.notice && span.notice.effectiveDate <= on) return span.notice;
  return noticesOf(state, instanceId).find(
    (notice) =>
      !notice.withdrawn &&
      !isLapsed(state, notice, on) &&
      serviceSpanOn(state, instanceId, notice.effectiveDate)?.from === span?.from,
  );
};

/** The first day on which a notice is over: withdrawn, or its service ended and was taken up again; LATEST if none. */
export const noticeOverFrom = (
  state: PracticeState,
  { instanceId, effectiveDate, withdrawn }: Notice,
): CivilDate => {
  const instance = state.instances[instanceId];
  const [, ...later] = instance ? serviceSpans(state, instance) : [];
  const takenUpOn = later.find(({ from }) => effectiveDate < from)?.from ?? LATEST;
  return withdrawn ? earlierOf(takenUpOn, withdrawn.effectiveDate) : takenUpOn;
};

/** The notice of an instance that had been given by a day and stood on it: not yet withdrawn then. */
export const noticeStandingOn = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate,
): Notice | undefined =>
  noticesOf(state, instanceId).findLast(
    (notice) =>
      notice.effectiveDate <= on && on < noticeOverFrom(state, notice) && !isLapsed(state, notice, on),
  );

/**
 * A notice of an instance that ran, or was to run, on a day from `from` to `until`: a withdrawn one did up to its
 * withdrawal, one that lapsed up to that.
 */
export const noticeWithin = (
  state: PracticeState,
  instanceId: string,
  { from, until }: Span & { readonly until: CivilDate },
): Notice | undefined =>
  noticesOf(state, instanceId)
    .filter((notice) => !isLapsed(state, notice, from))
    .find((notice) => {
      const over = noticeOverFrom(state, notice);
      return notice.effectiveDate <= until && notice.effectiveDate < over && from < over;
    });
