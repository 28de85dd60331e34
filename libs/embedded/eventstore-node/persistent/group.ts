import { createCheckpoints, type Checkpoints } from './checkpoints.js';
import type { Settings } from './definition.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { batchSize, createIntake, type Intake } from './intake.js';
import { addRetry, newMessage, type Batch, type Item, type Message } from './message.js';
import type { Position } from './position.js';
import { createProgress, type Progress } from './progress.js';
import { createReplay, type Replay } from './replay.js';
import type { Consumer, Seat } from './seat.js';

/** What a group asks of its surroundings. None of it is done before the call returns. */
export interface Effects {
  /** Reads the source; answered by `read` or `readFailed`. */
  read(from: Position, count: number): void;
  /** Reads the parked events; answered by `parkedRead` or `parkedReadFailed`. */
  readParked(from: Position, count: number): void;
  /** Parks a message; answered by `parked` once it is on disk. */
  park(message: Message, reason: string): void;
  writeCheckpoint(position: Position): void;
  /** Everything before this revision was replayed and need not stay parked. */
  truncateParked(before: Position): void;
}

/** Where a group starts: at its checkpoint or, without one, at the position that it was created with. */
export interface Start {
  readonly checkpoint?: Position;
  readonly next: Position;
  /** Whether it starts at the end, and so has nothing to read. */
  readonly live: boolean;
}

/** What a consumer can do with a message that it does not acknowledge. `unknown` is retried, `stop` skips as well. */
export type NackAction = 'unknown' | 'park' | 'retry' | 'skip' | 'stop';

/**
 * A persistent subscription group, free of everything that reads, writes or waits: it is told what happens and says
 * what is to be done. It holds at most `historyBufferSize` events besides those that consumers are working on.
 */
export class Group {
  readonly #settings: Settings;
  readonly #effects: Effects;
  readonly #intake: Intake;
  readonly #replay: Replay = createReplay();
  readonly #deliveries: Deliveries;
  readonly #progress: Progress;
  readonly #checkpoints: Checkpoints;
  #retries: Message[] = [];
  #fresh: Message[] = [];
  #parking = 0;
  #failed = false;

  /** @param now milliseconds */
  constructor(settings: Settings, start: Start, effects: Effects, now: () => number) {
    this.#settings = settings;
    this.#effects = effects;
    this.#intake = createIntake(settings, start.next, start.live);
    this.#deliveries = createDeliveries(settings, now);
    this.#progress = createProgress(start.checkpoint);
    this.#checkpoints = createCheckpoints(settings, start.checkpoint, now);
  }

  /** Reads what there is to read. */
  start(): void {
    this.#step();
  }

  /** Whether it has as many consumers as it may have. */
  get isFull(): boolean {
    const { maxSubscriberCount } = this.#settings;
    return maxSubscriberCount !== 0 && this.#deliveries.seats.size >= maxSubscriberCount;
  }

  /** A consumer comes; messages are sent to it from now on. One of a failed group is dropped. */
  connect(consumer: Consumer): Seat {
    const seat = this.#deliveries.add(consumer);
    if (this.#failed) this.drop();
    else this.#step();
    return seat;
  }

  /** A consumer has left: what it did not answer is sent to others. */
  disconnect(seat: Seat): void {
    for (const message of this.#deliveries.remove(seat)) this.#retry(message);
    this.#step();
  }

  /** Ends the calls of all consumers. */
  drop(): void {
    for (const { consumer } of this.#deliveries.seats) consumer.drop();
  }

  /** The source can never be read again: consumers are dropped, and so is each that comes. */
  fail(): void {
    this.#failed = true;
    this.drop();
  }

  /** A consumer keeps up again. */
  wake(): void {
    this.#step();
  }

  /** Messages are done. Ids that nobody works on are ignored. @param ids their keys */
  acknowledge(ids: readonly string[]): void {
    for (const message of ids.flatMap((id) => this.#deliveries.take(id))) this.#finish(message);
    this.#step();
  }

  /** Messages were not done, and this is what is to become of them. */
  reject(ids: readonly string[], action: NackAction, reason: string): void {
    for (const message of ids.flatMap((id) => this.#deliveries.take(id))) {
      if (action === 'retry' || action === 'unknown') this.#retryOrPark(message);
      else if (action === 'park') this.#park(message, `Client explicitly NAK'ed message.\n${reason}`);
      else this.#finish(message);
    }
    this.#step();
  }

  /** Time has passed. */
  tick(): void {
    for (const message of this.#deliveries.takeExpired()) this.#retryOrPark(message);
    this.#step({ isTick: true });
  }

  /** Something was committed that the source has. */
  told(items: readonly Item[]): void {
    for (const item of items) if (this.#intake.told(item, this.#room())) this.#admit(item);
    this.#step();
  }

  read(batch: Batch): void {
    this.#intake.read(batch);
    for (const item of batch.items) this.#admit(item);
    this.#step();
  }

  readFailed(): void {
    this.#intake.failed();
  }

  /** Replays what is parked, unless that is being done. @param before the revision at which it stops */
  replay(before: Position): void {
    this.#replay.start(before);
    this.#step();
  }

  parkedRead(batch: Batch): void {
    for (const message of this.#replay.read(batch)) addRetry(this.#retries, message);
    this.#step();
  }

  parkedReadFailed(): void {
    this.#replay.failed();
  }

  parked(message: Message): void {
    this.#parking -= 1;
    this.#finish(message);
    this.#step();
  }

  /** What the group can be asked about itself. */
  state() {
    return {
      ...this.#intake.state(),
      replaying: this.#replay.running,
      replayed: this.#replay.replayed,
      lastCheckpoint: this.#checkpoints.last(),
      readCount: this.#fresh.length,
      retryCount: this.#retries.length,
      outstanding: this.#deliveries.outstanding(),
      sent: this.#deliveries.sent(),
      seats: [...this.#deliveries.seats],
    };
  }

  #room = (): number =>
    this.#settings.historyBufferSize - this.#fresh.length - this.#retries.length - this.#parking;

  #admit({ content, position }: Item): void {
    if (typeof content === 'string') this.#progress.pass(position);
    else this.#fresh.push(newMessage(content, position, this.#progress.enter(position), false));
  }

  #finish(message: Message): void {
    (message.replayed ? this.#replay : this.#progress).finish(message.sequence);
  }

  #retry(message: Message): void {
    addRetry(this.#retries, { ...message, retryCount: message.retryCount + 1 });
  }

  #retryOrPark(message: Message): void {
    const { maxRetryCount } = this.#settings;
    if (message.retryCount < maxRetryCount) this.#retry(message);
    else this.#park(message, `Reached retry count of ${String(maxRetryCount)}`);
  }

  #park(message: Message, reason: string): void {
    this.#parking += 1;
    this.#effects.park(message, reason);
  }

  #step({ isTick } = { isTick: false }): void {
    this.#retries = this.#deliveries.send(this.#retries);
    this.#fresh = this.#deliveries.send(this.#fresh);
    this.#checkpoint(isTick);
    this.#readMore();
  }

  #checkpoint(isTick: boolean): void {
    const position = this.#checkpoints.due(this.#progress.reached(), isTick);
    if (position !== undefined) this.#effects.writeCheckpoint(position);
    const before = this.#replay.truncation(isTick);
    if (before !== undefined) this.#effects.truncateParked(before);
  }

  #readMore(): void {
    const parked = this.#replay.wanted(this.#room(), batchSize(this.#settings.readBatchSize));
    if (parked !== undefined) this.#effects.readParked(parked.from, parked.count);
    const wanted = this.#intake.wanted(this.#room());
    if (wanted !== undefined) this.#effects.read(wanted.from, wanted.count);
  }
}
