import { createCheckpoints } from './checkpoints.js';

const LIMITS = { checkpointAfter: 2000, minCheckpointCount: 2, maxCheckpointCount: 5 };
const at = (sequence: number) => ({ sequence, position: sequence * 10 });

it('is due at once after the largest number of events', () => {
  const { due, last } = createCheckpoints(LIMITS, undefined);
  expect(due(at(3), 0, false)).toBeUndefined();
  expect(due(at(4), 0, false)).toBe(40);
  expect(due(at(8), 0, false)).toBeUndefined();
  expect(due(at(9), 0, false)).toBe(90);
  expect(last()).toBe(90);
});

it('is due on a tick after the smallest number, if the last one is old enough', () => {
  const { due } = createCheckpoints(LIMITS, undefined);
  expect(due(at(0), 0, true)).toBeUndefined();
  expect(due(at(1), 0, true)).toBe(10);
  expect(due(at(3), 1999, true)).toBeUndefined();
  expect(due(at(3), 2000, false)).toBeUndefined();
  expect(due(at(3), 2000, true)).toBe(30);
});

it('is never due for the time alone if the time is 0', () => {
  const { due } = createCheckpoints({ ...LIMITS, checkpointAfter: 0 }, undefined);
  expect(due(at(3), 1e9, true)).toBeUndefined();
  expect(due(at(4), 1e9, true)).toBe(40);
});

it('is not due twice at the same place, nor where there is nothing', () => {
  const { due } = createCheckpoints({ ...LIMITS, minCheckpointCount: 0, maxCheckpointCount: 0 }, undefined);
  expect(due(undefined, 0, true)).toBeUndefined();
  expect(due(at(0), 0, false)).toBe(0);
  expect(due(at(0), 9999, true)).toBeUndefined();
});

it('counts from the one that there was', () => {
  const { due, last } = createCheckpoints(LIMITS, 70);
  expect(last()).toBe(70);
  expect(due(at(0), 0, true)).toBeUndefined();
  expect(due(at(2), 0, true)).toBe(20);
});
