import fc from 'fast-check';
import { createProgress } from './progress.js';

it('is nowhere until the first event is finished', () => {
  const progress = createProgress();
  expect(progress.reached()).toBeUndefined();
  const first = progress.enter(10);
  expect(progress.reached()).toBeUndefined();
  progress.finish(first);
  expect(progress.reached()).toEqual({ sequence: 0, position: 10 });
});

it('stands before the first event that is not finished, whatever is finished behind it', () => {
  const progress = createProgress();
  const [, second, third] = [10, 20, 30].map(progress.enter);
  progress.finish(0);
  progress.finish(third ?? -1);
  expect(progress.reached()).toEqual({ sequence: 0, position: 10 });
  progress.finish(second ?? -1);
  expect(progress.reached()).toEqual({ sequence: 2, position: 30 });
  expect(progress.busy()).toBe(false);
});

it('goes past events that need nothing done, but not past one before them', () => {
  const progress = createProgress();
  progress.pass(10);
  const second = progress.enter(20);
  progress.pass(30);
  expect(progress.reached()).toEqual({ sequence: 0, position: 10 });
  progress.finish(second);
  expect(progress.reached()).toEqual({ sequence: 2, position: 30 });
});

it('starts at a checkpoint, which counts as the first event', () => {
  const progress = createProgress(7);
  expect(progress.reached()).toEqual({ sequence: 0, position: 7 });
  progress.enter(8);
  expect(progress.reached()).toEqual({ sequence: 0, position: 7 });
});

it('is always at the last event before which all are finished, in whatever order they are', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(20).keys()]), (finished) => {
      const progress = createProgress();
      for (let position = 0; position < 20; position += 1) progress.enter(position);
      for (const sequence of finished) {
        progress.finish(sequence);
        progress.reached();
      }
      const firstOpen = [...Array(20).keys()].find((each) => !finished.includes(each)) ?? 20;
      expect(progress.reached()?.sequence ?? -1).toBe(firstOpen - 1);
    }),
  );
});
