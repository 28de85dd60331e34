import { callOffIn, commissionerIn, emptyReference, supplierIn, supplierOfProduct } from './reference.js';

describe('S2: reference facts that are not on record', () => {
  it.each(['Seetec', 'constructor', 'toString', 'hasOwnProperty'])(
    'S2: a supplier that nobody registered has none, whatever its id: %s',
    (id) => {
      expect(supplierIn(emptyReference, id)).toMatchObject({ supplier: null, products: {}, priceLists: [] });
      expect(supplierOfProduct(emptyReference, `${id}.X`).supplier).toBeNull();
    },
  );

  it('S2: nor has a Call-Off that nobody signed, or a commissioner that nobody established', () => {
    expect(callOffIn(emptyReference, '5ZZ', 'EMIS').signed).toBeNull();
    expect(commissionerIn(emptyReference, '5ZZ').established).toBeNull();
  });
});
