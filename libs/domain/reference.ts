import type { CivilDate } from './calendar/dates.js';
import { initialCallOff, type CallOffState } from './call-off/state.js';
import { initialCommissioner, type CommissionerState } from './commissioner/state.js';
import { supplierOf } from './fields.js';
import { initialPolicy, policyOn, type PolicySet, type PolicyState } from './policy/state.js';
import { initialSupplier, type SupplierState } from './supplier/state.js';

/** The reference facts that a decision or an answer relies on, as folded from their streams. */
export interface Reference {
  readonly suppliers: Readonly<Record<string, SupplierState>>;
  /** By `<commissioner>-<supplier>`. */
  readonly callOffs: Readonly<Record<string, CallOffState>>;
  readonly commissioners: Readonly<Record<string, CommissionerState>>;
  readonly policy: PolicyState;
}

export const emptyReference: Reference = {
  suppliers: {},
  callOffs: {},
  commissioners: {},
  policy: initialPolicy,
};

/** An entry under that very key: a supplier's id may well be the name of something that every object has. */
const own = <Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;

/** The supplier's state; that of one never registered is empty. */
export const supplierIn = (reference: Reference, id: string): SupplierState =>
  own(reference.suppliers, id) ?? initialSupplier;

/** The state of the supplier of a product. */
export const supplierOfProduct = (reference: Reference, productId: string): SupplierState =>
  supplierIn(reference, supplierOf(productId));

export const callOffIn = (reference: Reference, commissioner: string, supplier: string): CallOffState =>
  own(reference.callOffs, `${commissioner}-${supplier}`) ?? initialCallOff;

export const commissionerIn = (reference: Reference, code: string): CommissionerState =>
  own(reference.commissioners, code) ?? initialCommissioner;

/** The policy set in force on a day. There must be one. */
export const policyInForce = ({ policy }: Reference, on: CivilDate): PolicySet =>
  policyOn(policy, on) as PolicySet;
