import { addDays, type CivilDate } from '../calendar/dates.js';
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
  if (running.length === 0) return [];
  return [...running, ...heldApart(state, instance)].sort((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
  );
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

/** The days after the service's end, and those on which a copy is on record as held. */
const heldApart = (state: PracticeState, instance: Instance): readonly CustodySpan[] => {
  const { instanceId } = instance;
  const holdings = holdingsOf(state, instanceId);
  const retained = retentionSpans(state, instanceId);
  const destroyedOn = state.destroyed[instanceId]?.effectiveDate;
  const spans = serviceSpans(state, instance);
  const afterService = spans.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)]));
  const days = [...holdings.map(({ effectiveDate }) => effectiveDate), ...afterService].sort();
  const [first] = days;
  if (first === undefined) return [];
  const cuts = [
    ...days,
    ...spans.map(({ from }) => from),
    ...retained.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)])),
    ...(destroyedOn === undefined ? [] : [destroyedOn]),
  ];
  const keyOn = (day: CivilDate): string | null => {
    if (destroyedOn !== undefined && destroyedOn <= day) return 'DESTROYED';
    const holding = holdings.findLast(({ effectiveDate }) => effectiveDate <= day);
    if (holding) return holding.eventId;
    if (isInLife(state, instance, day)) return null;
    return retained.find((span) => covers(span, day))?.retention.eventId ?? 'GAP';
  };
  return longestRuns(first, cuts, keyOn).flatMap(({ value, from, until }) =>
    value === null ? [] : [{ from, until, ...heldBy(value, state, instanceId) }],
  );
};

const covers = ({ from, until }: RetentionSpan, day: CivilDate): boolean =>
  from <= day && (until === null || day <= until);

const heldBy = (
  key: string,
  state: PracticeState,
  instanceId: string,
): Omit<CustodySpan, 'from' | 'until'> => {
  const destroyed = state.destroyed[instanceId];
  if (key === 'DESTROYED' && destroyed)
    return { basis: key, holder: null, recorded: null, events: [destroyed.eventId] };
  const recorded = state.holdings.find(({ eventId }) => eventId === key);
  if (recorded) return { basis: 'RECORDED', holder: recorded.holder, recorded, events: [key] };
  const retention = state.retentions.find(({ eventId }) => eventId === key);
  if (!retention) return { basis: 'GAP', holder: null, recorded: null, events: [] };
  const holder: DataHolder =
    retention.option === 'SINGLE_USER'
      ? { kind: 'PRACTICE', org: state.practice?.ods ?? '' }
      : { kind: 'SUPPLIER', org: state.instances[instanceId]?.supplier ?? '' };
  return { basis: 'RETENTION', holder, recorded: null, events: [key] };
};
