import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Entry } from '../log/entry.js';
import { windows, type Window } from './windows.js';

const MIB = 1024 * 1024;

async function* pages(count: number, pageBytes: number): AsyncGenerator<Entry[]> {
  for (let page = 0; page < count; page += 1) yield [Buffer.alloc(pageBytes, page)];
}

async function all(found: AsyncIterable<Window>): Promise<Window[]> {
  const windowsFound: Window[] = [];
  for await (const window of found) windowsFound.push(window);
  return windowsFound;
}

it('are cut after as many events as the filter looks at, over the ends of pages', async () => {
  const found = await all(windows(pages(5, 1), { window: 2, matches: (entry) => entry[0] === 2 }));
  expect(
    found.map(({ first, last, considered, matches }) => [first[0], last[0], considered, matches.length]),
  ).toEqual([
    [0, 1, 2, 0],
    [2, 3, 2, 1],
    [4, 4, 1, 0],
  ]);
});

it('are cut when as many events match as fit a page of the real server', async () => {
  const found = await all(windows(pages(70, 1), { window: 1000, matches: () => true }));
  expect(found.map(({ considered }) => considered)).toEqual([32, 32, 6]);
});

it('keep only the ends of what does not match in memory, however long they are', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().arrayBuffers;
  let after = 0;
  async function* measured(): AsyncGenerator<Entry[]> {
    yield* pages(64, MIB);
    collect();
    after = process.memoryUsage().arrayBuffers;
  }
  const [window] = await all(windows(measured(), { window: 1_000_000, matches: () => false }));
  expect(window?.considered).toBe(64);
  expect(after - before).toBeLessThan(16 * MIB);
});
