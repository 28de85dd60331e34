import { addDays, inOrder, type CivilDate } from '../calendar/dates.js';
import { longestRuns } from '../calendar/runs.js';
import type { DataHolder } from './events/fields.js';
import { isInLife, serviceSpans } from './service-span.js';
import { retentionSpans, type RetentionSpan } from './retention-span.js';
import type { Entry, Instance, PracticeState } from './state.js';
import { hasDay, type Span } from './spans.js';

/**
 * Why somebody holds the data and audit trail of a system: its service runs, an option keeps it, or it is on record.
 * GAP: nobody is known to (X6). DESTROYED: nobody can.
 */
export type CustodyBasis = 'SERVICE' | 'RETENTION' | 'RECORDED' | 'GAP' | 'DESTROYED';

/** A run of days, both inclusive, on which one holds them; `until` null is open. */
export interface CustodySpan extends Span {
  readonly basis: CustodyBasis;
  readonly holder: DataHolder | null;
  /** Where and how, of a holder on record. */
  readonly recorded: Entry<'SourceDataHeldBy'> | null;
  readonly events: readonly string[];
}

/**
 * Who holds the data and audit trail of an instance from its first day on, in order of days (X6): its supplier while
 * it is in service; then whoever is on record, else who keeps it by the option of the day; a copy is held beside the
 * running system. The trail never moves to another instance (S26).
 * @rule S26
 * @rule X6
 */
export const custodySpans = (state: PracticeState, instanceId: string): readonly CustodySpan[] => {
  const instance = state.instances[instanceId];
  if (!instance) return [];
  const running = serviceSpans(state, instance).map(({ from, until }): CustodySpan => ({
    from,
    until,
    basis: 'SERVICE',
    holder: { kind: 'SUPPLIER', org: instance.supplier },
    recorded: null,
    events: [instance.eventId],
  }));
  return inOrder([...running, ...heldApart(state, instance)], ({ from }) => from);
};

/** Who holds them on a day: the running system's supplier before anybody with a copy; undefined before its life. */
export const custodyOn = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate,
): CustodySpan | undefined => {
  const held = custodySpans(state, instanceId).filter((span) => hasDay(span, on));
  return held.find(({ basis }) => basis === 'SERVICE') ?? held.at(-1);
};

const holdingsOf = (state: PracticeState, instanceId: string): readonly Entry<'SourceDataHeldBy'>[] =>
  state.holdings.filter((holding) => holding.instanceId === instanceId);

/** The day of the destruction of an instance’s data and audit trail, once it has come (X6). */
export const destroyedBy = (
  { destroyed }: PracticeState,
  instanceId: string,
  on: CivilDate,
): CivilDate | undefined => {
  const day = destroyed[instanceId]?.effectiveDate;
  return day !== undefined && day <= on ? day : undefined;
};

/** Who holds them apart from the running service, and what says so. */
type Held = Omit<CustodySpan, 'from' | 'until'>;

/** The days after the service’s end, and those on which a copy is on record as held. */
const heldApart = (state: PracticeState, instance: Instance): readonly CustodySpan[] => {
  const { instanceId } = instance;
  const holdings = holdingsOf(state, instanceId);
  const retained = retentionSpans(state, instanceId);
  const destroyed = state.destroyed[instanceId];
  const spans = serviceSpans(state, instance);
  const afterService = spans.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)]));
  const days = [...holdings.map(({ effectiveDate }) => effectiveDate), ...afterService].sort();
  const [first] = days;
  if (first === undefined) return [];
  const cuts = [
    ...days,
    ...spans.map(({ from }) => from),
    ...retained.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)])),
    ...(destroyed ? [destroyed.effectiveDate] : []),
  ];
  const heldOn = (day: CivilDate): Held | null => {
    if (destroyed && destroyed.effectiveDate <= day)
      return { basis: 'DESTROYED', holder: null, recorded: null, events: [destroyed.eventId] };
    const recorded = holdings.findLast(({ effectiveDate }) => effectiveDate <= day);
    if (recorded) return { basis: 'RECORDED', holder: recorded.holder, recorded, events: [recorded.eventId] };
    if (isInLife(state, instance, day)) return null;
    const span = retained.find((one) => hasDay(one, day));
    return span ? keptBy(span, state, instance) : { basis: 'GAP', holder: null, recorded: null, events: [] };
  };
  const keyOn = (day: CivilDate): string | null => {
    const held = heldOn(day);
    return held && `${held.basis} ${held.events.join(' ')}`;
  };
  return longestRuns(first, cuts, keyOn).flatMap(({ from, until }) => {
    const held = heldOn(from);
    return held ? [{ from, until, ...held }] : [];
  });
};

/** With single-user retention the practice keeps the system, else its supplier (S29, S30, S31). */
const keptBy = ({ retention }: RetentionSpan, { practice }: PracticeState, { supplier }: Instance): Held => ({
  basis: 'RETENTION',
  holder:
    retention.option === 'SINGLE_USER'
      ? { kind: 'PRACTICE', org: practice?.ods ?? '' }
      : { kind: 'SUPPLIER', org: supplier },
  recorded: null,
  events: [retention.eventId],
});
