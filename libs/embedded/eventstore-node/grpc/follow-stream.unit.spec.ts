import type { Entry } from '../log/entry.js';
import { followStream } from './follow-stream.js';

/** A stream that is followed, and how an event of some bytes is added to it. */
function createSubject() {
  let add: (entries: readonly Entry[]) => void = () => undefined;
  const feed = {
    onStream: (_: string, listener: typeof add) => {
      add = listener;
      return () => undefined;
    },
  };
  const live = followStream(feed, { closed: false, onClose: () => undefined }, 's');
  return { live, add: (bytes: number) => add([Buffer.alloc(bytes)]) };
}

it('keeps 1,000 events that a slow client has not taken, and then none', () => {
  const { live, add } = createSubject();
  for (let n = 0; n < 1000; n += 1) add(1);
  expect(live.take()).toHaveLength(1000);
  for (let n = 0; n < 1001; n += 1) add(1);
  expect(live.take()).toBeUndefined();
  expect(live.take()).toEqual([]);
});

it('keeps about 1 MiB that a slow client has not taken, and then nothing', () => {
  const { live, add } = createSubject();
  add(1024 * 1024);
  add(1);
  expect(live.take()).toHaveLength(2);
  for (let n = 0; n < 3; n += 1) add(1024 * 1024);
  expect(live.take()).toBeUndefined();
});
