import { addDays, type CivilDate } from '../calendar/dates.js';
import { PRICE_ROWS, type PriceRow } from '../fields.js';
import type { Instance, PracticeState } from '../practice/state.js';
import { supplierIn, type Reference } from '../reference.js';
import { priceListOn } from '../supplier/state.js';
import type { FundingInterval } from './interval.js';
import type { Span } from './life.js';
import { partsInMigrations, type PartInMigration } from './part-in-migration.js';
import { payingOn } from './payer.js';
import { charged, intervalsOf, runsOf, sharesOf, type Price } from './runs.js';

/** The intervals of every price-list row of an instance over a life: total, without gap or overlap (R4, R6). */
export const serviceIntervals = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  life: Span,
): readonly FundingInterval[] => {
  const parts = partsInMigrations(state, reference, instance);
  const changeDays = [
    ...partChangeDays(instance, parts),
    ...membershipChangeDays(state),
    ...supplierIn(reference, instance.supplier).priceLists.map(({ from }) => from),
    ...reference.policy.sets.map(({ from }) => from),
  ];
  return rowsOf(instance).flatMap((row) => {
    const chargeOn = (on: CivilDate) => {
      const paying = payingOn(state, reference, instance, parts, row, on);
      return charged(state, paying, priceOn(reference, instance, row, on), on);
    };
    return sharesOf(runsOf(life, changeDays, chargeOn), state).flatMap((runs) =>
      intervalsOf(instance.instanceId, row, runs),
    );
  });
};

/**
 * The price-list rows of an instance: licence, a row for each level up to its own, support; of an LSP's the licence
 * alone (A3). No event records yet that the Summary Care Record function is installed.
 */
const rowsOf = ({ contract, level }: Instance): readonly PriceRow[] => {
  if (contract === 'LSP') return ['SOFTWARE_LICENCE'];
  const levels = ['LEVEL_1_COMPLIANCE', 'LEVEL_2_COMPLIANCE', 'LEVEL_3_COMPLIANCE'].slice(0, level);
  return PRICE_ROWS.filter(
    (row) => row === 'SOFTWARE_LICENCE' || row === 'SYSTEM_SUPPORT' || levels.includes(row),
  );
};

const priceOn = (reference: Reference, instance: Instance, row: PriceRow, on: CivilDate): Price => {
  if (instance.contract === 'LSP') return { yearlyPence: null, eventId: null };
  const list = priceListOn(supplierIn(reference, instance.supplier), on);
  const yearlyPence = list?.rows.find((priced) => priced.row === row)?.yearlyPence ?? null;
  return { yearlyPence, eventId: list?.eventId ?? null };
};

const partChangeDays = ({ callOff }: Instance, parts: readonly PartInMigration[]): readonly CivilDate[] => [
  ...(callOff ? [callOff.effectiveDate] : []),
  ...parts.flatMap((part) => {
    const days = [
      part.from,
      ...(part.until === null ? [] : [addDays(part.until, 1)]),
      ...(part.order ? [part.order.effectiveDate] : []),
    ];
    const beddingInEndsOn = part.kind === 'SOURCE' ? part.beddingInEndsOn : null;
    return beddingInEndsOn === null ? days : [...days, addDays(beddingInEndsOn, 1)];
  }),
];

/** The days on which the practice's commissioner may change (R4). */
export const membershipChangeDays = (state: PracticeState): readonly CivilDate[] =>
  state.commissioners.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]);
