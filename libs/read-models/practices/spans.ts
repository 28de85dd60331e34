import { addDays, type CivilDate } from '#domain/calendar/dates.js';
import { longestRuns } from '#domain/calendar/runs.js';
import { coverCuts, isOnCallOff } from '#domain/practice/cover.js';
import { practiceStateIntervals, practiceStateOn } from '#domain/practice/practice-states.js';
import { commissionerOn, type PracticeState } from '#domain/practice/state.js';
import { daysOfMonths, declaredSystems, observedSystems, systemOn } from '#domain/practice/system-held.js';
import type { ObservedSystem, SystemHeld } from '#domain/practice/system-held.js';
import { supplierOfProduct, type Reference } from '#domain/reference.js';
import type { Row } from '../rows/table.js';

/** The columns that say which system, in the table's own types; null throughout where none is on record (O4). */
export const SYSTEM_COLUMNS = {
  system_basis: 'text',
  system_id: 'text',
  system_name: 'text',
  system_supplier: 'text',
  system_instance: 'text',
  system_first_month: 'text',
  system_last_month: 'text',
  last_seen_name: 'text',
  last_seen_supplier: 'text',
  last_seen_first_month: 'text',
  last_seen_last_month: 'text',
};

/**
 * A practice's longest runs of days with the same name, commissioner, state, cover and system, from its registration or
 * first fact on. Beside the system of the day each has the last observation that ended before it, for questions
 * that name no day (O4).
 */
export const practiceSpans = (state: PracticeState, reference: Reference): readonly Row[] => {
  const first = practiceStateIntervals(state, reference)[0]?.from;
  if (first === undefined) return [];
  const observed = observedSystems(state);
  return longestRuns(first, changeDays(state, reference, observed), (day) =>
    JSON.stringify(contentOn(state, reference, observed, day)),
  ).map(({ value, from, until }) => ({
    ...(JSON.parse(value) as object),
    from,
    to: until === null ? null : addDays(until, 1),
  }));
};

const changeDays = (
  state: PracticeState,
  reference: Reference,
  observed: readonly ObservedSystem[],
): CivilDate[] => [
  ...coverCuts(state),
  ...[
    ...practiceStateIntervals(state, reference),
    ...state.commissioners,
    ...declaredSystems(state),
    ...observed.map(({ firstMonth, lastMonth }) => daysOfMonths(firstMonth, lastMonth)),
  ].flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]),
];

const contentOn = (
  state: PracticeState,
  reference: Reference,
  observed: readonly ObservedSystem[],
  day: CivilDate,
) => {
  const membership = commissionerOn(state, day);
  const system = systemOn(state, day);
  const lastSeen = observed.findLast(({ lastMonth }) => lastMonth < day.slice(0, 7));
  const events = [state.practice?.eventId, membership?.eventId, ...(system?.events ?? [])];
  return {
    name: state.practice?.name ?? null,
    commissioner: membership?.code ?? null,
    state: practiceStateOn(state, reference, day),
    on_call_off: isOnCallOff(state, day),
    ...systemColumns(system, reference),
    last_seen_name: lastSeen?.product ?? null,
    last_seen_supplier: lastSeen?.supplier ?? null,
    last_seen_first_month: lastSeen?.firstMonth ?? null,
    last_seen_last_month: lastSeen?.lastMonth ?? null,
    events: events.filter((id) => id !== undefined),
  };
};

const systemColumns = (system: SystemHeld | null, reference: Reference) => {
  if (system === null) return {};
  const { basis, supplier } = system;
  if (basis === 'OBSERVED') {
    const { product, firstMonth, lastMonth } = system;
    return {
      system_basis: basis,
      system_name: product,
      system_supplier: supplier,
      system_first_month: firstMonth,
      system_last_month: lastMonth,
    };
  }
  const { productId, instanceId } = system;
  const listed = supplierOfProduct(reference, productId).products[productId];
  return {
    system_basis: basis,
    system_id: productId,
    system_name: listed?.name ?? productId,
    system_supplier: supplier,
    system_instance: instanceId,
  };
};
