import type { Wanted } from './intake.js';
import { newMessage, type Batch, type Message } from './message.js';
import type { Position } from './position.js';
import { createProgress } from './progress.js';

/** The replay of parked events: it goes through them from the first that was not replayed. Positions are revisions. */
export interface Replay {
  readonly running: boolean;
  /** The first parked event that was not replayed since the start. */
  readonly replayed: Position;
  /** Starts unless it is running. @param before where it stops */
  start(before: Position): void;
  wanted(room: number, count: number): Wanted | undefined;
  /** @returns what is to be sent again */
  read(batch: Batch): Message[];
  failed(): void;
  finish(sequence: number): void;
  /** @returns before where nothing need stay parked any more, if that is to be written down now */
  truncation(isTick: boolean): Position | undefined;
}

export function createReplay(): Replay {
  const progress = createProgress();
  let before = 0;
  let next = 0;
  let truncated = 0;
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
      next = batch.end ? before : Math.min(batch.next, before);
      return batch.items.flatMap(({ content, position }) =>
        typeof content === 'string' || position >= before
          ? []
          : [newMessage(content, position, progress.enter(position), true)],
      );
    },
    failed: () => {
      reading = false;
    },
    finish: progress.finish,
    truncation: (isTick) => {
      const done = (progress.reached()?.position ?? -1) + 1;
      if (done <= truncated || (progress.busy() && !isTick)) return undefined;
      truncated = done;
      return done;
    },
  };
}
