import { chainOf, itemsOf, kept } from './chain.js';

describe('A list that grows without being copied', () => {
  it('holds its items in order, and none as null', () => {
    expect(itemsOf(chainOf([1, 2, 3]))).toEqual([1, 2, 3]);
    expect(chainOf([])).toBeNull();
    expect(itemsOf(null)).toEqual([]);
  });
  it('is the same chain where all of it is kept, and a shorter one where not', () => {
    const three = chainOf([1, 2, 3]);
    expect(kept(three, () => true)).toBe(three);
    expect(itemsOf(kept(three, (item) => item !== 2))).toEqual([1, 3]);
    expect(kept(three, () => false)).toBeNull();
  });
  it('leaves what it was before as it was', () => {
    const two = chainOf([1, 2]);
    const three = { last: 3, before: two };
    expect(itemsOf(three)).toEqual([1, 2, 3]);
    expect(itemsOf(two)).toEqual([1, 2]);
  });
});
