import { storedEntry } from '#testing/stored-entry.js';
import { revisionOf, type Entry } from '../log/entry.js';
import { createCursor } from './cursor.js';
import type { Item } from './message.js';

/** A stream of so many events that is read in pages of four; odd ones are passed. */
function createSubject(amount: number) {
  const pagesFrom: number[] = [];
  const { read } = createCursor(
    (from) => {
      pagesFrom.push(from);
      const end = Math.max(from, Math.min(amount, from + 4));
      const entries = Array.from({ length: end - from }, (_, index) => storedEntry('s', from + index));
      return Promise.resolve({ entries, next: end });
    },
    (entry: Entry): Promise<Item> => {
      const position = revisionOf(entry);
      return Promise.resolve({ position, content: position % 2 === 0 ? { event: entry } : 'passed' });
    },
  );
  const batch = async (from: number, count: number, considered = 100) => {
    const { items, next, end } = await read(from, count, considered);
    return { positions: items.map(({ position }) => position), next, end };
  };
  return { batch, pagesFrom };
}

it('reads each page once, however small the batches', async () => {
  const { batch, pagesFrom } = createSubject(6);
  expect(await batch(0, 1)).toEqual({ positions: [0], next: 1, end: false });
  expect(await batch(1, 1)).toEqual({ positions: [1, 2], next: 3, end: false });
  expect(await batch(3, 1)).toEqual({ positions: [3], next: 4, end: false });
  expect(await batch(4, 9)).toEqual({ positions: [4, 5], next: 6, end: false });
  expect(await batch(6, 9)).toEqual({ positions: [], next: 6, end: true });
  expect(pagesFrom).toEqual([0, 4, 6]);
});

it('considers no more events than it may', async () => {
  const { batch } = createSubject(6);
  expect(await batch(0, 9, 3)).toEqual({ positions: [0, 1, 2], next: 3, end: false });
});

it('starts again when it is asked for another place', async () => {
  const { batch, pagesFrom } = createSubject(6);
  await batch(0, 1);
  expect(await batch(2, 1)).toEqual({ positions: [2], next: 3, end: false });
  expect(pagesFrom).toEqual([0, 2]);
});
