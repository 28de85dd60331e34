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

/** What the published lists show and no decision explains (O5). */
export const observationFindings: Find = (state, reference, on) => {
  const observed = [...observedSystems(state)]
    .filter(({ firstMonth }) => firstMonth <= on.slice(0, 7))
    .sort((one, other) => (one.firstMonth < other.firstMonth ? -1 : 1));
  return [
    ...observed.flatMap((next, index) => undecidedChange(observed[index - 1], next, state)),
    ...observed.flatMap((one) => contradiction(one, state, reference)),
  ];
};

const undecidedChange = (
  previous: ObservedSystem | undefined,
  next: ObservedSystem,
  state: PracticeState,
): readonly Finding[] => {
  if (!previous || sameText(`${previous.supplier}${previous.product}`, `${next.supplier}${next.product}`))
    return [];
  const { from } = daysOfMonths(previous.firstMonth, previous.lastMonth);
  const { until } = daysOfMonths(next.firstMonth, next.lastMonth);
  if (state.migrations.some(({ goLive }) => goLive && from <= goLive.on && goLive.on <= until)) return [];
  return [
    {
      code: 'OBSERVED_CHANGE_WITHOUT_DECISION',
      rule: 'O5',
      message: `The published lists show ${previous.product} to ${previous.lastMonth} and ${next.product} from ${next.firstMonth}, and no go-live is on record between.`,
      events: [...previous.events, ...next.events],
    },
  ];
};

/** An observation contradicts the declared instances of its months where none of them is of its product. */
const contradiction = (
  observed: ObservedSystem,
  state: PracticeState,
  reference: Reference,
): readonly Finding[] => {
  const months = daysOfMonths(observed.firstMonth, observed.lastMonth);
  const declared = declaredSystems(state).filter(
    ({ from, until }) => from <= months.until && (until === null || months.from <= until),
  );
  const [first] = declared;
  if (!first || declared.some((system) => isProduct(system, observed, reference))) return [];
  return [
    {
      code: 'OBSERVED_CHANGE_WITHOUT_DECISION',
      rule: 'O5',
      message: `The published lists show ${observed.product} from ${observed.firstMonth} to ${observed.lastMonth}, where ${declared.map(({ productId }) => productId).join(', ')} is declared.`,
      events: [...observed.events, ...declared.flatMap(({ events }) => events)],
      instanceId: first.instanceId,
    },
  ];
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
