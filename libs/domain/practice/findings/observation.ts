import { addDays, addMonths, earlierOf, inOrder, laterOf, type CivilDate } from '../../calendar/dates.js';
import { supplierIn, type Reference } from '../../reference.js';
import type { PracticeState } from '../state.js';
import {
  daysOfMonths,
  declaredSystems,
  observedSystems,
  type DeclaredSystem,
  type ObservedSystem,
} from '../system-held.js';
import type { Find, Finding } from './finding.js';

/**
 * What the published lists show and no decision explains (O5).
 * @rule O5
 */
export const observationFindings: Find = (state, reference, on) => {
  const observed = inOrder(
    observedSystems(state).filter(({ firstMonth }) => firstMonth <= on.slice(0, 7)),
    ({ firstMonth }) => firstMonth,
  );
  return [
    ...observed.flatMap((next, index) => undecidedChange(observed[index - 1], next, state)),
    ...observed.flatMap((one) => contradiction(one, state, reference, on)),
  ];
};

const undecidedChange = (
  previous: ObservedSystem | undefined,
  next: ObservedSystem,
  state: PracticeState,
): readonly Finding[] => {
  if (!previous || sameText(`${previous.supplier}${previous.product}`, `${next.supplier}${next.product}`))
    return [];
  // One list may show both systems in the months about the change.
  const { from, until } = daysOfMonths(
    earlierOf(previous.lastMonth, next.firstMonth),
    laterOf(previous.lastMonth, next.firstMonth),
  );
  const decided = state.migrations.flatMap(({ goLive }) => [goLive?.on, goLive?.rolledBack?.effectiveDate]);
  if (decided.some((day) => day !== undefined && from <= day && day <= until)) return [];
  return [
    {
      code: 'OBSERVED_CHANGE_WITHOUT_DECISION',
      rule: 'O5',
      message: `The published lists show ${previous.product} to ${previous.lastMonth} and ${next.product} from ${next.firstMonth}, and no go-live is on record between.`,
      events: [...previous.events, ...next.events],
    },
  ];
};

/**
 * An observation contradicts a declared instance of another product that held a whole month of it, up to the month of
 * the day: in the month of a change a list may show either.
 */
const contradiction = (
  observed: ObservedSystem,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const months = daysOfMonths(observed.firstMonth, earlierOf(observed.lastMonth, on.slice(0, 7)));
  const contradicted = declaredSystems(state).filter(
    (system) =>
      !isProduct(system, observed, reference) &&
      holdsWholeMonth(laterOf(system.from, months.from), earlierOf(system.until ?? '9999', months.until)),
  );
  const [first] = contradicted;
  if (!first) return [];
  const { product, firstMonth, lastMonth, events } = observed;
  const declared = contradicted.map(({ productId, from }) => `${productId} is declared from ${from}`);
  return [
    {
      code: 'OBSERVED_CHANGE_WITHOUT_DECISION',
      rule: 'O5',
      message: `The published lists show ${product} from ${firstMonth} to ${lastMonth}, where ${declared.join(', ')}.`,
      events: [...events, ...contradicted.flatMap((system) => system.events)],
      instanceId: first.instanceId,
    },
  ];
};

/** Whether these days, both inclusive, hold a month from its first to its last. */
const holdsWholeMonth = (from: CivilDate, until: CivilDate): boolean => {
  const firstOnOrAfter = addMonths(`${addDays(from, -1).slice(0, 7)}-01`, 1);
  return addDays(addMonths(firstOnOrAfter, 1), -1) <= until;
};

/** A list names products as their suppliers do, not by their ids. */
const isProduct = (
  { productId, supplier }: DeclaredSystem,
  observed: ObservedSystem,
  reference: Reference,
): boolean => {
  const name = supplierIn(reference, supplier).products[productId]?.name;
  const slug = productId.slice(supplier.length + 1);
  return sameText(observed.product, slug) || (name !== undefined && sameText(observed.product, name));
};

const sameText = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);
const lettersOf = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
