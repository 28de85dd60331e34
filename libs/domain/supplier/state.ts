import type { CivilDate } from '../calendar/dates.js';
import type { PriceRow, RetentionOption } from '../fields.js';
import type { Recorded } from '../recorded.js';
import type { RetentionTerm, SupplierEvent } from './events.js';

/** A supplier's listed products, levels, price lists and retention terms, each from its effective date. */
export interface SupplierState {
  readonly supplier: { readonly id: string; readonly name: string; readonly from: CivilDate } | null;
  readonly products: Readonly<Record<string, { readonly name: string; readonly from: CivilDate }>>;
  readonly levels: readonly {
    readonly productId: string;
    readonly level: number;
    readonly from: CivilDate;
  }[];
  readonly priceLists: readonly PriceList[];
  readonly retentionTerms: readonly {
    readonly from: CivilDate;
    readonly terms: readonly RetentionTerm[];
    readonly eventId: string;
  }[];
}

export interface PriceList {
  readonly from: CivilDate;
  readonly rows: readonly { readonly row: PriceRow; readonly yearlyPence: number | null }[];
  readonly eventId: string;
}

export const initialSupplier: SupplierState = {
  supplier: null,
  products: {},
  levels: [],
  priceLists: [],
  retentionTerms: [],
};

/** The state after one more event of the supplier's stream. Lists are kept in order of their effective dates. */
export const evolveSupplier = (state: SupplierState, event: Recorded<SupplierEvent>): SupplierState => {
  const { payload, type } = event;
  const from = payload.effectiveDate;
  switch (type) {
    case 'SupplierRegistered':
      return { ...state, supplier: { id: payload.id, name: payload.name, from } };
    case 'SystemListed':
      return { ...state, products: { ...state.products, [payload.productId]: { name: payload.name, from } } };
    case 'LevelAchieved':
      return {
        ...state,
        levels: byDate([...state.levels, { productId: payload.productId, level: payload.level, from }]),
      };
    case 'PriceListPublished':
      return {
        ...state,
        priceLists: byDate([...state.priceLists, { from, rows: payload.rows, eventId: event.id }]),
      };
    case 'RetentionTermsPublished':
      return {
        ...state,
        retentionTerms: byDate([...state.retentionTerms, { from, terms: payload.terms, eventId: event.id }]),
      };
  }
};

const byDate = <Dated extends { readonly from: CivilDate }>(list: readonly Dated[]): readonly Dated[] =>
  [...list].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

/** Whether the product is on the supplier's list on that day (S2). */
export const isListed = (state: SupplierState, productId: string, on: CivilDate): boolean =>
  (state.products[productId]?.from ?? '9999') <= on;

/** The product's level on that day, or null where none is on record (S2). */
export const levelOn = (state: SupplierState, productId: string, on: CivilDate): number | null =>
  state.levels.findLast((level) => level.productId === productId && level.from <= on)?.level ?? null;

/** The price list in force on that day, or undefined before the first. */
export const priceListOn = (state: SupplierState, on: CivilDate): PriceList | undefined =>
  state.priceLists.findLast(({ from }) => from <= on);

/** The supplier's terms for a retention option on that day (S32), or null where none are published. */
export const retentionTermOn = (
  state: SupplierState,
  option: RetentionOption,
  on: CivilDate,
): RetentionTerm | null =>
  state.retentionTerms.findLast(({ from }) => from <= on)?.terms.find((term) => term.option === option) ??
  null;
