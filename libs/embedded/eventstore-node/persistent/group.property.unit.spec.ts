import fc from 'fast-check';
import { storedEntry } from '#testing/stored-entry.js';
import type { Settings } from './definition.js';
import { Group, type NackAction } from './group.js';
import type { Item, Message } from './message.js';
import type { Seat } from './seat.js';

const SETTINGS: Settings = {
  resolveLinks: false,
  extraStatistics: false,
  startFrom: '0',
  messageTimeout: 2,
  maxRetryCount: 2,
  checkpointAfter: 1,
  minCheckpointCount: 1,
  maxCheckpointCount: 3,
  maxSubscriberCount: 0,
  liveBufferSize: 4,
  readBatchSize: 2,
  historyBufferSize: 6,
  strategy: 'RoundRobin',
};

const itemAt = (position: number): Item => ({
  position,
  content: position % 4 === 3 ? 'passed' : { event: storedEntry(`s${String(position % 5)}`, position) },
});

const action: fc.Arbitrary<NackAction> = fc.constantFrom('retry', 'park', 'skip');
const step = fc.oneof(
  fc.record({ kind: fc.constant('commit'), amount: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('connect'), limit: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('leave', 'ack'), which: fc.nat() }),
  fc.record({ kind: fc.constant('nack'), which: fc.nat(), action }),
  fc.record({ kind: fc.constantFrom('tell', 'read', 'fail', 'park', 'tick') }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A group on a source that the steps write, with everything that was asked of it still to be answered. */
class World {
  readonly done = new Set<number>();
  /** What was sent as new, in order. */
  readonly firsts: number[] = [];
  readonly #group: Group;
  #committed = 0;
  #told = 0;
  #checked = 0;
  #now = 0;
  #reads: { readonly from: number; readonly to: number }[] = [];
  #parks: Message[] = [];
  #inFlight: { readonly message: Message; readonly seat: () => Seat | undefined; readonly sent: number }[] =
    [];
  #seats: Seat[] = [];

  /** @param history how many events there are at the start; of the last ones the group is still to be told */
  constructor(strategy: string, history: number) {
    this.#committed = history;
    this.#told = Math.max(history - 4, 0);
    const effects = {
      // What is committed later is not in the answer, but what is not told yet is.
      read: (from: number, count: number) =>
        void this.#reads.push({ from, to: Math.max(from, Math.min(this.#committed, from + count)) }),
      readParked: () => undefined,
      park: (message: Message) => void this.#parks.push(message),
      writeCheckpoint: (position: number) => this.#isFinishedUpTo(position),
      truncateParked: () => undefined,
    };
    this.#group = new Group({ ...SETTINGS, strategy }, { next: 0, live: false }, effects, () => this.#now);
    this.#group.start();
  }

  take(one: Step): void {
    if (one.kind === 'commit') this.#committed += one.amount;
    else if (one.kind === 'tell') this.#tell();
    else if (one.kind === 'connect') this.#connect(one.limit);
    else if (one.kind === 'leave') this.#leave(one.which);
    else if (one.kind === 'ack') this.#answer(one.which, (ids) => this.#group.acknowledge(ids));
    else if (one.kind === 'nack') {
      if (one.action === 'park') this.#park(one.which);
      else this.#answer(one.which, (ids) => this.#group.reject(ids, one.action, ''), one.action);
    } else if (one.kind === 'park') this.#parked();
    else if (one.kind === 'tick') this.#tick();
    else this.#answerRead(one.kind);
    expect(this.#group.state().readCount).toBeLessThanOrEqual(SETTINGS.historyBufferSize);
  }

  /** A consumer comes that acknowledges everything, and nothing is left open. @returns how many events there are */
  finish(): number {
    this.#connect(100);
    this.#tell();
    while (!this.#group.state().live || this.#reads.length + this.#parks.length + this.#inFlight.length > 0) {
      this.#answerRead('read');
      this.#parked();
      this.#answer(0, (ids) => this.#group.acknowledge(ids));
    }
    this.#tick();
    expect(this.#group.state()).toMatchObject({ live: true, outstanding: 0, readCount: 0, retryCount: 0 });
    expect(this.#group.state().lastCheckpoint ?? -1).toBe(this.#committed - 1);
    return this.#committed;
  }

  #isFinishedUpTo(position: number): void {
    const isOpen = (each: number): boolean => each % 4 !== 3 && !this.done.has(each);
    for (; this.#checked <= position && !isOpen(this.#checked); this.#checked += 1);
    expect(this.#checked).toBeGreaterThan(position);
  }

  #tell(): void {
    const items = Array.from({ length: this.#committed - this.#told }, (_, index) =>
      itemAt(this.#told + index),
    );
    this.#told = this.#committed;
    this.#group.told(items);
  }

  #connect(limit: number): void {
    let seat: Seat | undefined = undefined;
    seat = this.#group.connect({
      user: '',
      connectionName: '',
      limit,
      ready: () => true,
      send: (message) => {
        if (message.retryCount === 0) this.firsts.push(message.position);
        this.#inFlight.push({ message, seat: () => seat, sent: this.#now });
      },
      drop: () => undefined,
    });
    this.#seats.push(seat);
  }

  #leave(which: number): void {
    const [seat] = this.#seats.splice(which % Math.max(this.#seats.length, 1), 1);
    if (seat === undefined) return;
    this.#inFlight = this.#inFlight.filter((each) => each.seat() !== seat);
    this.#group.disconnect(seat);
  }

  #answer(which: number, answer: (ids: string[]) => void, what: NackAction | 'ack' = 'ack'): void {
    const message = this.#takeOne(which);
    if (message === undefined) return;
    if (what !== 'retry') this.done.add(message.position);
    answer([message.id]);
  }

  #park(which: number): void {
    const message = this.#takeOne(which);
    if (message !== undefined) this.#group.reject([message.id], 'park', '');
  }

  #takeOne(which: number): Message | undefined {
    return this.#inFlight.splice(which % Math.max(this.#inFlight.length, 1), 1)[0]?.message;
  }

  #parked(): void {
    for (const message of this.#parks.splice(0)) {
      this.done.add(message.position);
      this.#group.parked(message);
    }
  }

  #tick(): void {
    this.#now += 1;
    this.#inFlight = this.#inFlight.filter(({ sent }) => this.#now - sent < SETTINGS.messageTimeout);
    this.#group.tick();
  }

  #answerRead(kind: 'read' | 'fail'): void {
    const read = this.#reads.shift();
    if (read === undefined) return;
    const items = Array.from({ length: read.to - read.from }, (_, index) => itemAt(read.from + index));
    if (kind === 'fail') this.#group.readFailed();
    else this.#group.read({ items, next: read.to, end: items.length === 0 });
  }
}

it.each(['RoundRobin', 'DispatchToSingle'])(
  '%s: whatever happens in whatever order, every event is new once and in order, and no checkpoint is ahead of what is done',
  (strategy) => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.array(step, { maxLength: 60 }), (history, steps) => {
        const world = new World(strategy, history);
        for (const one of steps) world.take(one);
        const committed = world.finish();
        const wanted = [...Array(committed).keys()].filter((position) => position % 4 !== 3);
        expect(world.firsts).toEqual(wanted);
      }),
    );
  },
);

it('Pinned: whatever happens in whatever order, every event is new once, and no checkpoint is ahead of what is done', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.array(step, { maxLength: 60 }), (history, steps) => {
      const world = new World('Pinned', history);
      for (const one of steps) world.take(one);
      const committed = world.finish();
      const wanted = [...Array(committed).keys()].filter((position) => position % 4 !== 3);
      expect(world.firsts.toSorted((a, b) => a - b)).toEqual(wanted);
    }),
  );
});
