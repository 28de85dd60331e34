import type { Settings } from './definition.js';
import type { Position } from './position.js';
import type { Reached } from './progress.js';

type Limits = Pick<Settings, 'checkpointAfter' | 'minCheckpointCount' | 'maxCheckpointCount'>;

/** Says when a checkpoint is due. */
export interface Checkpoints {
  /** The last one, written or about to be. */
  last(): Position | undefined;
  /** @returns where the checkpoint is to be written, if one is due */
  due(reached: Reached | undefined, isTick: boolean): Position | undefined;
}

/**
 * One is due at once after the largest number of events, and on a tick after the smallest if the last one is old
 * enough.
 * @param from the checkpoint that there was at the start
 * @param now milliseconds
 */
export function createCheckpoints(
  limits: Limits,
  from: Position | undefined,
  now: () => number,
): Checkpoints {
  let last = from;
  let lastSequence = from === undefined ? -1 : 0;
  let lastTime = -Infinity;
  const byTime = limits.checkpointAfter !== 0;
  return {
    last: () => last,
    due: (reached, isTick) => {
      if (reached === undefined || reached.sequence <= lastSequence) return undefined;
      const amount = reached.sequence - lastSequence;
      const isOld = (): boolean => byTime && now() - lastTime >= limits.checkpointAfter;
      const timely = isTick && amount >= limits.minCheckpointCount && isOld();
      if (!timely && amount < limits.maxCheckpointCount) return undefined;
      last = reached.position;
      lastSequence = reached.sequence;
      lastTime = now();
      return last;
    },
  };
}
