import { createCheckpoints } from './checkpoints.js';

/** Checkpoints after 2 to 5 events or 2,000 ms; the position of an event is ten times its number. */
function createSubject(changes: Partial<Parameters<typeof createCheckpoints>[0]> = {}, from?: number) {
  const limits = { checkpointAfter: 2000, minCheckpointCount: 2, maxCheckpointCount: 5, ...changes };
  let time = 0;
  const { due, last } = createCheckpoints(limits, from, () => time);
  const at = (sequence: number, isTick = false) => due({ sequence, position: sequence * 10 }, isTick);
  const onTick = (sequence: number, when: number) => {
    time = when;
    return at(sequence, true);
  };
  return { at, onTick, last, due };
}

it('is due at once after the largest number of events', () => {
  const { at, last } = createSubject();
  expect([3, 4, 8, 9].map((sequence) => at(sequence))).toEqual([undefined, 40, undefined, 90]);
  expect(last()).toBe(90);
});

it('is due on a tick after the smallest number, if the last one is old enough', () => {
  const { at, onTick } = createSubject();
  expect(onTick(0, 0)).toBeUndefined();
  expect(onTick(1, 0)).toBe(10);
  expect(onTick(3, 1999)).toBeUndefined();
  expect(at(3)).toBeUndefined();
  expect(onTick(3, 2000)).toBe(30);
});

it('is never due for the time alone if the time is 0', () => {
  const { onTick } = createSubject({ checkpointAfter: 0 });
  expect(onTick(3, 1e9)).toBeUndefined();
  expect(onTick(4, 1e9)).toBe(40);
});

it('is not due twice at the same place, nor where there is nothing', () => {
  const { due, at, onTick } = createSubject({ minCheckpointCount: 0, maxCheckpointCount: 0 });
  expect(due(undefined, true)).toBeUndefined();
  expect(at(0)).toBe(0);
  expect(onTick(0, 9999)).toBeUndefined();
});

it('counts from the one that there was', () => {
  const { onTick, last } = createSubject({}, 70);
  expect(last()).toBe(70);
  expect(onTick(0, 0)).toBeUndefined();
  expect(onTick(2, 0)).toBe(20);
});
