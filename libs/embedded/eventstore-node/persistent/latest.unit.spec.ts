import { createLatest } from './latest.js';

/** Writes that end when they are told to. */
function createSubject() {
  const written: number[] = [];
  let end: (ok: boolean) => void = () => undefined;
  const latest = createLatest((value: number) => {
    written.push(value);
    return new Promise<void>((resolve, reject) => {
      end = (ok) => (ok ? resolve() : reject(new Error('no')));
    });
  });
  const ends = async (ok: boolean): Promise<void> => {
    end(ok);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { latest, written, ends };
}

it('writes the latest of the values that came while it was writing', async () => {
  const { latest, written, ends } = createSubject();
  for (const value of [1, 2, 3]) latest.set(value);
  expect(written).toEqual([1]);
  await ends(true);
  expect(written).toEqual([1, 3]);
});

it('writes what failed again when asked to, unless something newer has come', async () => {
  const { latest, written, ends } = createSubject();
  latest.set(1);
  await ends(false);
  latest.retry();
  expect(written).toEqual([1, 1]);
  latest.set(2);
  await ends(false);
  latest.retry();
  await ends(true);
  expect(written).toEqual([1, 1, 2]);
  await latest.idle();
  latest.retry();
  expect(written).toEqual([1, 1, 2]);
});
