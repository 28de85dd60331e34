import { addDays, type CivilDate } from '../calendar/dates.js';
import type { PriceRow } from '../fields.js';
import type { Instance, PracticeState } from '../practice/state.js';
import { supplierIn, type Reference } from '../reference.js';
import { priceListOn } from '../supplier/state.js';
import type { FundingInterval } from './interval.js';
import type { Span } from './life.js';
import { heldBackChangeDays } from './held-back.js';
import { partsInMigrations, type PartInMigration } from './part-in-migration.js';
import { payingOn } from './payer.js';
import { rowsOf } from './rows.js';
import { charged, intervalsOf, runsOf, sharesOf, type Price } from './runs.js';

/** The intervals of every price-list row of an instance over its life: total, without gap or overlap (R4, R6). */
export const serviceIntervals = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  lives: readonly Span[],
): readonly FundingInterval[] => {
  const parts = partsInMigrations(state, reference, instance);
  const changeDays = [
    ...partChangeDays(parts),
    ...coverChangeDays(instance),
    ...heldBackChangeDays(state, reference, instance),
    ...membershipChangeDays(state),
    ...supplierIn(reference, instance.supplier).priceLists.map(({ from }) => from),
    ...reference.policy.sets.map(({ from }) => from),
  ];
  return rowsOf(instance, lives).flatMap(({ row, spans }) => {
    const chargeOn = (on: CivilDate) => {
      const paying = payingOn(state, reference, instance, parts, row, on);
      const price = paying.payer === 'LSP_CONTRACT' ? NO_PRICE : priceOn(reference, instance, row, on);
      return charged(state, paying, price, on);
    };
    const runs = spans.flatMap((span) => runsOf(span, changeDays, chargeOn));
    return sharesOf(runs, state).flatMap((shared) => intervalsOf(instance.instanceId, row, shared));
  });
};

/** What the LSP's contract charges is not on file (A3). */
const NO_PRICE: Price = { yearlyPence: null, eventId: null };

const priceOn = (reference: Reference, instance: Instance, row: PriceRow, on: CivilDate): Price => {
  const list = priceListOn(supplierIn(reference, instance.supplier), on);
  const yearlyPence = list?.rows.find((priced) => priced.row === row)?.yearlyPence ?? null;
  return { yearlyPence, eventId: list?.eventId ?? null };
};

const partChangeDays = (parts: readonly PartInMigration[]): readonly CivilDate[] =>
  parts.flatMap((part) => {
    const days = [
      part.from,
      ...(part.until === null ? [] : [addDays(part.until, 1)]),
      ...part.orders.flatMap(({ effectiveDate, cancelled }) => [
        effectiveDate,
        ...(cancelled ? [cancelled.effectiveDate] : []),
      ]),
    ];
    const beddingInEndsOn = part.kind === 'SOURCE' ? part.beddingInEndsOn : null;
    return beddingInEndsOn === null ? days : [...days, addDays(beddingInEndsOn, 1)];
  });

const coverChangeDays = ({ callOffs, fundingExceptions }: Instance): readonly CivilDate[] => [
  ...callOffs.flatMap(({ effectiveDate, until }) => [
    effectiveDate,
    ...(until === null ? [] : [addDays(until, 1)]),
  ]),
  ...fundingExceptions.flatMap(({ from, until }) => [from, addDays(until, 1)]),
];

/** The days on which the practice's commissioner may change (R4). */
export const membershipChangeDays = (state: PracticeState): readonly CivilDate[] =>
  state.commissioners.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]);
