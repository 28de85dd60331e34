import type { Settings } from './definition.js';
import type { Batch, Item } from './message.js';
import type { Position } from './position.js';

/** From where the source is to be read, and how many events at most. */
export interface Wanted {
  readonly from: Position;
  readonly count: number;
}

/** What a group takes in from its source, as long as its buffer has room. */
export interface Intake {
  /** Something was committed. @returns whether it goes on at once; else it is read later */
  told(item: Item, room: number): boolean;
  /** What is to be read now, if anything; `read` or `failed` answers it. @param room how many events the buffer takes */
  wanted(room: number): Wanted | undefined;
  read(batch: Batch): void;
  failed(): void;
  state(): IntakeState;
}

export interface IntakeState {
  readonly live: boolean;
  readonly reading: boolean;
  /** How many live events the real server would hold in its live buffer. */
  readonly liveCount: number;
  readonly lastKnown: Position | undefined;
}

const LEAST_BATCH = 10;
const USUAL_BATCH = 20;
const LARGEST_BATCH = 100;

/** How many events are read at once, by the real server's rules. */
export function batchSize(readBatchSize: number): number {
  const size = readBatchSize === 0 ? USUAL_BATCH : readBatchSize;
  return Math.max(1, Math.min(Math.max(readBatchSize, LEAST_BATCH), size, LARGEST_BATCH));
}

/**
 * A live intake takes events as they are committed. When the buffer is full it falls behind: it forgets what comes and
 * reads it again once there is room, until it has everything that it was told of.
 */
export function createIntake(settings: Settings, start: Position, isLive: boolean): Intake {
  let next = start;
  let live = isLive;
  let reading = false;
  let newest = -1;
  let liveCount = 0;
  let lastKnown: Position | undefined;
  const know = ({ position, content }: Item): void => {
    if (content !== 'passed') lastKnown = Math.max(lastKnown ?? position, position);
  };
  return {
    told: (item, room) => {
      if (item.position < next) return false;
      know(item);
      newest = item.position;
      if (item.content !== 'passed')
        liveCount = Math.min(liveCount + 1, Math.max(settings.liveBufferSize, 0));
      const fits = item.content === 'passed' || (item.content !== 'unread' && room > 0);
      live &&= fits;
      if (live) next = item.position + 1;
      return live;
    },
    wanted: (room) => {
      if (live || reading || room <= settings.readBatchSize) return undefined;
      reading = true;
      return { from: next, count: batchSize(settings.readBatchSize) };
    },
    read: (batch) => {
      reading = false;
      batch.items.forEach(know);
      next = batch.next;
      live = batch.end && newest < next;
      if (live) liveCount = 0;
    },
    failed: () => {
      reading = false;
    },
    state: () => ({ live, reading, liveCount, lastKnown }),
  };
}
