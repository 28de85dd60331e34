import { addDays, addMonths, inOrder, LATEST, type CivilDate } from '../calendar/dates.js';
import { longestRuns } from '../calendar/runs.js';
import { serviceSpanOn } from './service-span.js';
import type { Entry, GoLive, Instance, PracticeState } from './state.js';
import { hasDay } from './spans.js';

/** The declared instance that held the practice's records on the days from `from` to `until`, both inclusive. */
export interface DeclaredSystem {
  readonly basis: 'DECLARED';
  readonly instanceId: string;
  readonly productId: string;
  readonly supplier: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly events: readonly string[];
}

/**
 * A system on a published list for a run of months: months, never days (O3).
 * @rule O3
 */
export interface ObservedSystem {
  readonly basis: 'OBSERVED';
  readonly supplier: string | null;
  readonly product: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly events: readonly string[];
}

export type SystemHeld = DeclaredSystem | ObservedSystem;

/**
 * Which system the practice had, declared instances by day and observations by month, each saying which of the two
 * it is (O4). A migration's target holds the records from go-live, its source until the day before (A31 has the
 * hour); rolled back, the target holds them to that day and its source from the day after (F6). Without a go-live the
 * instance registered first holds them while it is in service.
 */
export const systemIntervals = (state: PracticeState): readonly SystemHeld[] => [
  ...declaredSystems(state),
  ...observedSystems(state),
];

/**
 * The system on a day: the declared instance, else the latest observation whose months contain it, else null (O4).
 * @rule O4
 */
export const systemOn = (state: PracticeState, on: CivilDate): SystemHeld | null => {
  const month = on.slice(0, 7);
  return (
    declaredSystems(state).find((span) => hasDay(span, on)) ??
    observedSystems(state).findLast(
      ({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth,
    ) ??
    null
  );
};

/** The system as last known: the declared instance of the day, else the last observation of all (O4). */
export const lastKnownSystem = (state: PracticeState, today: CivilDate): SystemHeld | null =>
  systemOn(state, today) ?? observedSystems(state).at(-1) ?? null;

/** The observations in order of their last months. */
export const observedSystems = (state: PracticeState): readonly ObservedSystem[] =>
  inOrder(state.observations.map(asObserved), key);

const key = ({ lastMonth, firstMonth, product }: ObservedSystem) => `${lastMonth}${firstMonth}${product}`;

const asObserved = (entry: Entry<'SystemUseObserved'>): ObservedSystem => ({
  basis: 'OBSERVED',
  supplier: entry.supplier ?? null,
  product: entry.product,
  firstMonth: entry.firstMonth,
  lastMonth: entry.lastMonth,
  events: [entry.eventId],
});

/** The first and the last day of a run of months. */
export const daysOfMonths = (
  firstMonth: string,
  lastMonth: string,
): { from: CivilDate; until: CivilDate } => ({
  from: `${firstMonth}-01`,
  until: addDays(addMonths(`${lastMonth}-01`, 1), -1),
});

/** The declared instances that held the records, in order of days. */
export const declaredSystems = (state: PracticeState): readonly DeclaredSystem[] => {
  const instances = Object.values(state.instances);
  const moves = movesOf(state);
  const starts = [
    ...instances.map(({ effectiveDate }) => effectiveDate),
    ...moves.map(({ on }) => on),
  ].sort();
  const [first = LATEST] = starts;
  const cuts = [
    ...starts,
    ...instances.flatMap(({ serviceEnds }) =>
      serviceEnds.map(({ effectiveDate }) => addDays(effectiveDate, 1)),
    ),
    ...(state.closedOn === null ? [] : [addDays(state.closedOn, 1)]),
  ];
  return longestRuns(first, cuts, (day) => holderOn(state, moves, day)?.instanceId).flatMap(
    ({ from, until }) => {
      const instance = holderOn(state, moves, from);
      return instance ? [asDeclared(instance, moves, from, until)] : [];
    },
  );
};

const asDeclared = (
  { instanceId, productId, supplier, eventId }: Instance,
  moves: readonly Move[],
  from: CivilDate,
  until: CivilDate | null,
): DeclaredSystem => {
  const onto = moves.filter((move) => move.onto === instanceId && move.on === from);
  const events = [eventId, ...onto.flatMap((move) => move.events)];
  return { basis: 'DECLARED', instanceId, productId, supplier, from, until, events };
};

/** From a day on the records are held in another instance: a go-live, or a return to the source (A20). */
interface Move {
  readonly from: string;
  readonly onto: string;
  readonly on: CivilDate;
  readonly events: readonly string[];
}

const movesOf = (state: PracticeState): readonly Move[] =>
  inOrder(
    state.migrations.flatMap(({ goLive }) => (goLive ? [wentLive(goLive), ...wentBack(goLive)] : [])),
    ({ on }) => on,
  );

const wentLive = ({ sourceInstanceId: from, targetInstanceId: onto, on, events }: GoLive): Move => ({
  from,
  onto,
  on,
  events,
});

const wentBack = ({ rolledBack, sourceInstanceId, targetInstanceId }: GoLive): readonly Move[] =>
  rolledBack
    ? [
        {
          from: targetInstanceId,
          onto: sourceInstanceId,
          on: addDays(rolledBack.effectiveDate, 1),
          events: [rolledBack.eventId],
        },
      ]
    : [];

const holderOn = (state: PracticeState, moves: readonly Move[], day: CivilDate): Instance | undefined => {
  if (state.closedOn !== null && state.closedOn < day) return undefined;
  const inService = (instance: Instance | undefined) =>
    instance && (serviceSpanOn(state, instance.instanceId, day)?.serviceEnd?.effectiveDate ?? '9999') >= day
      ? instance
      : undefined;
  const latest = moves.findLast(({ on }) => on <= day);
  const target = inService(latest && state.instances[latest.onto]);
  if (target) return target;
  const holding = Object.values(state.instances).filter(
    (instance) => instance.effectiveDate <= day && inService(instance) && isFirst(instance, moves, day),
  );
  return inOrder(holding, ({ effectiveDate }) => effectiveDate)[0];
};

/** Whether an instance may hold the records without a go-live onto it: no migration's target, and not yet left. */
const isFirst = ({ instanceId, migrationId }: Instance, moves: readonly Move[], day: CivilDate): boolean => {
  const touching = moves.filter(({ from, onto }) => from === instanceId || onto === instanceId);
  const isLeft = touching.some(({ from, on }) => from === instanceId && on <= day);
  return migrationId === undefined && !isLeft && touching[0]?.onto !== instanceId;
};
