import { inOrder, LATEST, type CivilDate } from '../calendar/dates.js';
import type { PriceRow, RetentionOption } from '../fields.js';
import type { Recorded } from '../recorded.js';
import type { DataAccessService, RetentionTerm, SupplierEvent } from './events.js';

/** What a supplier offers and what became of it, each fact from its effective date and in order of these. */
export interface SupplierState {
  readonly supplier: { readonly id: string; readonly name: string; readonly from: CivilDate } | null;
  readonly products: Readonly<Record<string, { readonly name: string; readonly from: CivilDate }>>;
  readonly levels: readonly {
    readonly productId: string;
    /** Null from the day on which its last level was withdrawn. */
    readonly level: number | null;
    readonly from: CivilDate;
    readonly eventId: string;
  }[];
  readonly plans: readonly (OfProduct & { readonly plannedFor: CivilDate })[];
  readonly withdrawals: readonly (OfProduct & { readonly lastDay: CivilDate })[];
  readonly centralFunding: readonly (OfProduct & { readonly isSuspended: boolean })[];
  readonly ceased: {
    readonly from: CivilDate;
    readonly successor: string | undefined;
    readonly eventId: string;
  } | null;
  readonly dataAccess: readonly DataAccessServices[];
  readonly priceLists: readonly PriceList[];
  readonly retentionTerms: readonly {
    readonly from: CivilDate;
    readonly terms: readonly RetentionTerm[];
    readonly eventId: string;
  }[];
}

/** A fact about one product, from its effective date. */
interface OfProduct {
  readonly productId: string;
  readonly from: CivilDate;
  readonly eventId: string;
}

/** A version of the register of a supplier's data-access services (S22). */
export interface DataAccessServices {
  readonly version: string;
  readonly from: CivilDate;
  readonly services: readonly DataAccessService[];
  readonly eventId: string;
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
  plans: [],
  withdrawals: [],
  centralFunding: [],
  ceased: null,
  dataAccess: [],
  priceLists: [],
  retentionTerms: [],
};

/** The state after one more event of the supplier's stream. Lists are kept in order of their effective dates. */
export const evolveSupplier = (state: SupplierState, event: Recorded<SupplierEvent>): SupplierState => {
  const { payload, type, id: eventId } = event;
  const from = payload.effectiveDate;
  switch (type) {
    case 'SupplierRegistered':
      return { ...state, supplier: { id: payload.id, name: payload.name, from } };
    case 'SystemListed':
      return { ...state, products: { ...state.products, [payload.productId]: { name: payload.name, from } } };
    case 'LevelAchieved':
    case 'LevelWithdrawn': {
      const { productId, level } = payload;
      return { ...state, levels: withOne(state.levels, { productId, level, from, eventId }) };
    }
    case 'SupplierPlannedL2': {
      const { productId, plannedFor } = payload;
      return { ...state, plans: withOne(state.plans, { productId, plannedFor, from, eventId }) };
    }
    case 'SystemWithdrawalAnnounced': {
      const { productId, lastDay } = payload;
      return { ...state, withdrawals: withOne(state.withdrawals, { productId, lastDay, from, eventId }) };
    }
    case 'SupplierCeased':
      return { ...state, ceased: { from, successor: payload.successor, eventId } };
    case 'CentralFundingSuspended':
    case 'CentralFundingRestored': {
      const isSuspended = type === 'CentralFundingSuspended';
      const decided = { productId: payload.productId, isSuspended, from, eventId };
      return { ...state, centralFunding: withOne(state.centralFunding, decided) };
    }
    case 'DataAccessServicesPublished': {
      const { version, services } = payload;
      return { ...state, dataAccess: withOne(state.dataAccess, { version, services, from, eventId }) };
    }
    case 'PriceListPublished':
      return { ...state, priceLists: withOne(state.priceLists, { from, rows: payload.rows, eventId }) };
    case 'RetentionTermsPublished': {
      const { terms } = payload;
      return { ...state, retentionTerms: withOne(state.retentionTerms, { from, terms, eventId }) };
    }
  }
};

const withOne = <Dated extends { readonly from: CivilDate }>(
  list: readonly Dated[],
  one: Dated,
): readonly Dated[] => inOrder([...list, one], ({ from }) => from);

/** Of the facts about a product the last that holds on that day. */
const lastOf = <Fact extends OfProduct>(
  facts: readonly Fact[],
  productId: string,
  on: CivilDate,
): Fact | undefined => facts.findLast((fact) => fact.productId === productId && fact.from <= on);

/**
 * Whether the product is on the supplier's list on that day: from its listing to its last day (S2, F12).
 * @rule S2
 */
export const isListed = (state: SupplierState, productId: string, on: CivilDate): boolean => {
  const listed = state.products[productId];
  const lastDay = withdrawalOn(state, productId, on)?.lastDay ?? LATEST;
  return listed !== undefined && listed.from <= on && on <= lastDay;
};

/** Whether the supplier is on the register on that day (S2). */
export const isRegistered = ({ supplier }: SupplierState, on: CivilDate): boolean =>
  supplier !== null && supplier.from <= on;

/** The withdrawal of the product that is announced by that day, with its last day as then announced (F12). */
export const withdrawalOn = (state: SupplierState, productId: string, on: CivilDate) =>
  lastOf(state.withdrawals, productId, on);

/** The day for which the supplier plans a Level 2 version, as planned on that day; null for none (S5). */
export const levelTwoPlannedOn = (state: SupplierState, productId: string, on: CivilDate) =>
  lastOf(state.plans, productId, on)?.plannedFor ?? null;

/** The national decision by which the product's central funding is suspended on that day, or undefined (A29). */
export const suspensionOn = (state: SupplierState, productId: string, on: CivilDate) => {
  const decided = lastOf(state.centralFunding, productId, on);
  return decided?.isSuspended ? decided : undefined;
};

/** The supplier's data-access services in force on that day (S22), or undefined before the first version. */
export const dataAccessOn = (state: SupplierState, on: CivilDate): DataAccessServices | undefined =>
  state.dataAccess.findLast(({ from }) => from <= on);

/** The last change of the product's level by that day, or undefined where none is on record. */
export const levelChangeOn = (state: SupplierState, productId: string, on: CivilDate) =>
  lastOf(state.levels, productId, on);

/** The product's level on that day, or null where it has none (S2, A29). */
export const levelOn = (state: SupplierState, productId: string, on: CivilDate): number | null =>
  levelChangeOn(state, productId, on)?.level ?? null;

/** The price list in force on that day, or undefined before the first. */
export const priceListOn = (state: SupplierState, on: CivilDate): PriceList | undefined =>
  state.priceLists.findLast(({ from }) => from <= on);

/**
 * The supplier's terms for a retention option on that day (S32), or null where none are published.
 * @rule S32
 */
export const retentionTermOn = (
  state: SupplierState,
  option: RetentionOption,
  on: CivilDate,
): RetentionTerm | null =>
  state.retentionTerms.findLast(({ from }) => from <= on)?.terms.find((term) => term.option === option) ??
  null;
