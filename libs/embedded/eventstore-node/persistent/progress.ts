import type { Position } from './position.js';

/** How far everything is finished: the number of the last such event, counted from 0, and its position. */
export interface Reached {
  readonly sequence: number;
  readonly position: Position;
}

/** Which events have come and which of them are finished. */
export interface Progress {
  /** An event has come. @returns its number */
  enter(position: Position): number;
  /** An event has come that needs nothing done. */
  pass(position: Position): void;
  finish(sequence: number): void;
  /** How far everything is finished; undefined if not even the first is. */
  reached(): Reached | undefined;
  /** Whether any event is not finished. */
  busy(): boolean;
}

/**
 * Remembers of each unfinished event the position before it, and nothing of the finished ones, however many there are
 * behind one that is not.
 * @param from the position up to which all was finished before; it counts as number 0
 */
export function createProgress(from?: Position): Progress {
  const before = new Map<number, Position | undefined>();
  let last = from;
  let next = from === undefined ? 0 : 1;
  let lowest = next;
  return {
    enter: (position) => {
      before.set(next, last);
      last = position;
      next += 1;
      return next - 1;
    },
    pass: (position) => {
      last = position;
      next += 1;
    },
    finish: (sequence) => void before.delete(sequence),
    reached: () => {
      while (lowest < next && !before.has(lowest)) lowest += 1;
      const position = lowest < next ? before.get(lowest) : last;
      return position === undefined ? undefined : { sequence: lowest - 1, position };
    },
    busy: () => before.size > 0,
  };
}
