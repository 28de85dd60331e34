import { createBounded } from './bounded.js';

describe('a bounded memory', () => {
  it('remembers as many keys as its limit says, and forgets what nobody used since', () => {
    const memory = createBounded<number>(3);
    for (let key = 0; key < 10; key += 1) {
      memory.set(String(key), key);
      expect(memory.get('0')).toBe(0);
    }
    expect(['7', '8', '9'].map(memory.get)).toEqual([7, 8, 9]);
    expect(memory.get('1')).toBeUndefined();
  });

  it('never holds more than two generations', () => {
    const memory = createBounded<number>(100);
    for (let key = 0; key < 10_000; key += 1) memory.set(String(key), key);
    const held = Array.from({ length: 10_000 }, (_, key) => memory.get(String(key)));
    expect(held.filter((value) => value !== undefined).length).toBeLessThanOrEqual(202);
  });

  it('forgets everything when told to', () => {
    const memory = createBounded<number>(3);
    memory.set('a', 1);
    memory.clear();
    expect(memory.get('a')).toBeUndefined();
  });
});
