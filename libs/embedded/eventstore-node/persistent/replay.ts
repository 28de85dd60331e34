import type { Batch } from './message.js';
import type { Wanted } from './intake.js';
import type { Position } from './position.js';

/** The replay of parked events: it goes through them from the first that was not replayed. */
export interface Replay {
  readonly running: boolean;
  /** The revision of the first parked event that was not replayed since the start. */
  readonly replayed: Position;
  /** Starts unless it is running. @param before the revision at which it stops */
  start(before: Position): void;
  wanted(room: number, count: number): Wanted | undefined;
  /** @returns the part of what was read that is to be replayed */
  read(batch: Batch): Batch['items'];
  failed(): void;
}

export function createReplay(): Replay {
  let before = 0;
  let next = 0;
  let reading = false;
  return {
    get running() {
      return next < before;
    },
    get replayed() {
      return next;
    },
    start: (stop) => {
      if (next >= before) before = stop;
    },
    wanted: (room, count) => {
      if (next >= before || reading || room <= 0) return undefined;
      reading = true;
      return { from: next, count: Math.min(count, room, before - next) };
    },
    read: (batch) => {
      reading = false;
      const items = batch.items.filter(({ position }) => position < before);
      next = batch.end ? before : Math.min(batch.next, before);
      return items;
    },
    failed: () => {
      reading = false;
    },
  };
}
