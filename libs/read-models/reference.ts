import { evolveCallOff } from '#domain/call-off/state.js';
import { evolveCommissioner } from '#domain/commissioner/state.js';
import { evolvePolicy } from '#domain/policy/state.js';
import { evolveSupplier } from '#domain/supplier/state.js';
import type { DomainEvent, Recorded } from '#domain/recorded.js';
import { callOffIn, commissionerIn, supplierIn, type Reference } from '#domain/reference.js';

type Evolve<State> = (state: State, event: Recorded) => State;
const loosely = <State, E extends DomainEvent>(evolve: (state: State, event: Recorded<E>) => State) =>
  evolve as unknown as Evolve<State>;

/** The reference facts after one more event of any reference stream. Throws for another stream. */
export const evolveReference = (reference: Reference, event: Recorded): Reference => {
  const dash = event.stream.indexOf('-');
  const key = event.stream.slice(dash + 1);
  switch (event.stream.slice(0, dash)) {
    case 'supplier': {
      const supplier = loosely(evolveSupplier)(supplierIn(reference, key), event);
      return { ...reference, suppliers: { ...reference.suppliers, [key]: supplier } };
    }
    case 'calloff': {
      const [commissioner = '', supplier = ''] = key.split('-');
      const callOff = loosely(evolveCallOff)(callOffIn(reference, commissioner, supplier), event);
      return { ...reference, callOffs: { ...reference.callOffs, [key]: callOff } };
    }
    case 'commissioner': {
      const commissioner = loosely(evolveCommissioner)(commissionerIn(reference, key), event);
      return { ...reference, commissioners: { ...reference.commissioners, [key]: commissioner } };
    }
    case 'policy':
      return { ...reference, policy: loosely(evolvePolicy)(reference.policy, event) };
    default:
      throw new Error(`${event.stream} is not a reference stream.`);
  }
};
