import { isSame } from './same-content.js';

describe('R13: what says the same', () => {
  it('R13: fields in any order, an undefined field as an absent one', () => {
    expect(isSame({ to: '99Z', practices: null }, { practices: null, to: '99Z' })).toBe(true);
    expect(isSame({ on: '2013-04-01', body: undefined }, { on: '2013-04-01' })).toBe(true);
    expect(isSame({ kind: 'PCT' }, { kind: 'CCG' })).toBe(false);
  });
  it('R13: the items of a list in their order', () => {
    expect(isSame(['A00001', 'A00002'], ['A00001', 'A00002'])).toBe(true);
    expect(isSame(['A00001', 'A00002'], ['A00002', 'A00001'])).toBe(false);
  });
});
