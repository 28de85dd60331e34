import { storedEntry } from '#testing/stored-entry.js';
import type { Settings } from './definition.js';
import { Group, type Start } from './group.js';
import type { Batch, Item } from './message.js';
import type { Seat } from './seat.js';

const SETTINGS: Settings = {
  resolveLinks: false,
  extraStatistics: false,
  startFrom: '0',
  messageTimeout: 1000,
  maxRetryCount: 2,
  checkpointAfter: 2000,
  minCheckpointCount: 1,
  maxCheckpointCount: 100,
  maxSubscriberCount: 0,
  liveBufferSize: 10,
  readBatchSize: 2,
  historyBufferSize: 5,
  strategy: 'RoundRobin',
};

const idOf = (position: number): string => {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleBE(position, 8);
  return bytes.toString('latin1');
};
const event = (position: number): Item => ({
  position,
  content: { event: storedEntry('s', position) },
});
const events = (...positions: number[]): Item[] => positions.map(event);
const batch = (next: number, ...items: Item[]): Batch => ({ items, next, end: items.length === 0 });

/** A group whose effects, and what its consumers are sent, are noted in order. */
function createSubject(changes: Partial<Settings> = {}, start: Start = { next: 0, live: false }) {
  const notes: string[] = [];
  let now = 0;
  const parking: (() => void)[] = [];
  const group = new Group(
    { ...SETTINGS, ...changes },
    start,
    {
      read: (from, count) => notes.push(`read ${String(count)} from ${String(from)}`),
      readParked: (from, count) => notes.push(`read ${String(count)} parked from ${String(from)}`),
      park: (message, reason) => {
        notes.push(`park ${String(message.position)}: ${reason}`);
        parking.push(() => group.parked(message));
      },
      writeCheckpoint: (position) => notes.push(`checkpoint ${String(position)}`),
      truncateParked: (before) => notes.push(`truncate parked before ${String(before)}`),
    },
    () => now,
  );
  const connect = (limit: number, name = ''): Seat =>
    group.connect({
      user: 'u',
      connectionName: name,
      limit,
      ready: () => true,
      send: ({ position, retryCount, replayed }) => {
        const kind = replayed ? 'replayed ' : '';
        notes.push(
          `${name}${kind}${String(position)}${retryCount === 0 ? '' : ` retry ${String(retryCount)}`}`,
        );
      },
      drop: () => notes.push('drop'),
    });
  return {
    group,
    connect,
    ack: (...positions: number[]) => group.acknowledge(positions.map(idOf)),
    nack: (action: Parameters<Group['reject']>[1], ...positions: number[]) =>
      group.reject(positions.map(idOf), action, 'why'),
    /** Lets time pass, in milliseconds, and the clock tick. */
    after: (elapsed: number) => {
      now += elapsed;
      group.tick();
    },
    /** The events that were to be parked are on disk. */
    parkedOnDisk: () => {
      for (const done of parking.splice(0)) done();
    },
    /** What happened since it was last asked. */
    notes: () => notes.splice(0),
  };
}

/** A group that was read up to position 2 and has a consumer. */
function withThree(limit: number, changes: Partial<Settings> = {}) {
  const subject = createSubject({ historyBufferSize: 20, ...changes });
  subject.group.start();
  subject.connect(limit);
  subject.group.read(batch(3, ...events(0, 1, 2)));
  subject.group.read(batch(3));
  return subject;
}

describe('reading', () => {
  it('takes in no more than its buffer while nobody consumes', () => {
    const { group, notes } = createSubject();
    group.start();
    expect(notes()).toEqual(['read 2 from 0']);
    group.read(batch(2, ...events(0, 1)));
    expect(notes()).toEqual(['read 2 from 2']);
    group.read(batch(4, ...events(2, 3)));
    group.told(events(4, 5, 6));
    group.tick();
    expect(notes()).toEqual([]);
    expect(group.state()).toMatchObject({ readCount: 4, live: false, lastKnown: 6 });
  });

  it('goes on as consumers take events out', () => {
    const { group, connect, ack, notes } = createSubject();
    group.start();
    group.read(batch(2, ...events(0, 1)));
    group.read(batch(4, ...events(2, 3)));
    notes();
    connect(1);
    expect(notes()).toEqual(['0']);
    ack(0);
    expect(notes()).toEqual(['1', 'read 2 from 4']);
  });

  it('is live once it has read everything that it was told of', () => {
    const { group, connect, notes } = createSubject();
    connect(9);
    group.start();
    group.told(events(0, 1));
    group.read(batch(1, event(0)));
    expect(notes()).toEqual(['read 2 from 0', '0', 'read 2 from 1']);
    group.read(batch(1));
    expect(group.state().live).toBe(false);
    expect(notes()).toEqual(['read 2 from 1']);
    group.read(batch(2, event(1)));
    group.read(batch(2));
    expect(group.state().live).toBe(true);
    group.told(events(2, 3));
    expect(notes()).toEqual(['1', 'read 2 from 2', '2', '3']);
  });

  it('ignores being told of what it has read', () => {
    const { group, connect, notes } = createSubject({}, { next: 3, live: true });
    connect(9);
    group.told(events(1, 2, 3));
    expect(notes()).toEqual(['3']);
  });

  it('falls behind when its buffer is full, and misses nothing', () => {
    const { group, connect, ack, notes } = createSubject({}, { next: 0, live: true });
    connect(1);
    for (let position = 0; position < 8; position += 1) group.told(events(position));
    expect(group.state()).toMatchObject({ live: false, readCount: 5 });
    expect(notes()).toEqual(['0']);
    for (const position of [0, 1, 2]) ack(position);
    expect(notes()).toEqual(['1', '2', '3', 'read 2 from 6']);
    group.read(batch(8, ...events(6, 7)));
    for (const position of [3, 4, 5, 6]) ack(position);
    expect(notes()).toEqual(['4', '5', 'read 2 from 8', '6', '7']);
  });

  it('reads a link that must be resolved before it goes on', () => {
    const { group, connect, notes } = createSubject({}, { next: 0, live: true });
    connect(9);
    group.told([event(0), { position: 1, content: 'unread' }, event(2)]);
    expect(notes()).toEqual(['0', 'read 2 from 1']);
  });

  it('tries again on the next tick if reading failed', () => {
    const { group, notes } = createSubject();
    group.start();
    group.readFailed();
    expect(notes()).toEqual(['read 2 from 0']);
    group.tick();
    expect(notes()).toEqual(['read 2 from 0']);
  });

  it('drops its consumers, and each that comes, if the source can never be read again', () => {
    const { group, connect, notes } = createSubject();
    connect(1);
    group.start();
    notes();
    group.fail();
    expect(notes()).toEqual(['drop']);
    connect(1);
    expect(notes()).toContain('drop');
  });
});

describe('consumers', () => {
  it('have no more than their limit in flight, and any of them can answer', () => {
    const { connect, ack, notes } = withThree(2);
    expect(notes()).toEqual(['read 2 from 0', '0', '1', 'read 2 from 3']);
    connect(1, 'other ');
    expect(notes()).toEqual(['other 2']);
    ack(2, 99, 2);
    expect(notes()).toEqual([]);
  });

  it('leave what they did not answer to others, in order, as a retry', () => {
    const { group, connect, ack, notes } = withThree(9);
    const [seat] = group.state().seats;
    notes();
    ack(1);
    if (seat !== undefined) group.disconnect(seat);
    connect(9);
    expect(notes()).toEqual(['0 retry 1', '2 retry 1']);
  });

  it('are too many when there are as many as there may be', () => {
    const { group, connect } = createSubject({ maxSubscriberCount: 1 });
    expect(group.isFull).toBe(false);
    connect(1);
    expect(group.isFull).toBe(true);
  });

  it('get an event that the source has twice twice, and answer both at once', () => {
    const { group, connect, ack, notes } = createSubject({ maxCheckpointCount: 2 }, { next: 0, live: true });
    connect(9);
    const twin = { ...event(0), position: 1 };
    group.told([event(0), twin]);
    ack(0);
    expect(notes()).toEqual(['0', '1', 'checkpoint 1']);
    expect(group.state().outstanding).toBe(0);
  });
});

describe('what is not acknowledged', () => {
  it.each(['retry', 'unknown'] as const)('%s: is sent again, with a retry count', (action) => {
    const { nack, notes } = withThree(9);
    notes();
    nack(action, 1);
    expect(notes()).toEqual(['1 retry 1']);
  });

  it.each(['skip', 'stop'] as const)('%s: is done', (action) => {
    const { group, nack, notes } = withThree(9);
    notes();
    nack(action, 0, 1, 2);
    expect(notes()).toEqual([]);
    expect(group.state().outstanding).toBe(0);
  });

  it('park: is parked with the reason', () => {
    const { nack, notes } = withThree(9);
    notes();
    nack('park', 1);
    expect(notes()).toEqual(["park 1: Client explicitly NAK'ed message.\nwhy"]);
  });

  it('is sent again when its time is over, as often as allowed, and then parked', () => {
    const { ack, after, notes } = withThree(9);
    notes();
    ack(1, 2);
    after(999);
    expect(notes()).toEqual([]);
    after(1);
    after(1000);
    after(1000);
    expect(notes()).toEqual(['0 retry 1', '0 retry 2', 'park 0: Reached retry count of 2']);
  });

  it('is sent again before what is new', () => {
    const { nack, notes } = withThree(1);
    notes();
    nack('retry', 0);
    expect(notes()).toEqual(['0 retry 1']);
  });
});

describe('the checkpoint', () => {
  it('waits for an event that is not done, or not yet parked on disk', () => {
    const { ack, nack, after, parkedOnDisk, notes } = withThree(9);
    notes();
    ack(0, 2);
    nack('park', 1);
    after(0);
    expect(notes()).toEqual(["park 1: Client explicitly NAK'ed message.\nwhy", 'checkpoint 0']);
    parkedOnDisk();
    after(2000);
    expect(notes()).toEqual(['checkpoint 2']);
  });

  it('goes past what a filter holds back, but not past an event before that', () => {
    const { group, connect, ack, notes } = createSubject({ maxCheckpointCount: 2 }, { next: 0, live: true });
    connect(1);
    group.told([event(0), { position: 1, content: 'passed' }, { position: 2, content: 'passed' }]);
    expect(notes()).toEqual(['0']);
    ack(0);
    expect(notes()).toEqual(['checkpoint 2']);
  });
});

describe('replaying what is parked', () => {
  const parkedEvent = (revision: number): Item => ({
    position: revision,
    content: {
      event: storedEntry('s', revision),
      link: storedEntry('parked', revision, { type: '$>', position: 100 + revision }),
    },
  });

  it('sends it as new, after other retries and before new events, and lets go of it when it is done', () => {
    const { group, connect, ack, notes } = createSubject({}, { next: 9, live: true });
    group.replay(2);
    expect(notes()).toEqual(['read 2 parked from 0']);
    group.parkedRead(batch(2, parkedEvent(0), parkedEvent(1)));
    expect(group.state()).toMatchObject({ retryCount: 2, replaying: false });
    group.told(events(9));
    connect(9);
    expect(notes()).toEqual(['replayed 0', 'replayed 1', '9']);
    ack(100);
    expect(notes()).toEqual([]);
    ack(101);
    expect(notes()).toEqual(['truncate parked before 2']);
  });

  it('does not replay twice what is being replayed, and takes in no more than the buffer', () => {
    const { group, notes } = createSubject({}, { next: 9, live: true });
    group.replay(3);
    group.replay(3);
    expect(notes()).toEqual(['read 2 parked from 0']);
    group.parkedRead(batch(2, parkedEvent(0), parkedEvent(1)));
    expect(notes()).toEqual(['read 1 parked from 2']);
    group.parkedRead(batch(3, parkedEvent(2)));
    group.replay(9);
    expect(notes()).toEqual(['read 2 parked from 3']);
    group.parkedRead(batch(5, parkedEvent(3), parkedEvent(4)));
    expect(group.state()).toMatchObject({ retryCount: 5, replaying: true });
    expect(notes()).toEqual([]);
  });

  it('lets go on a tick of the part that is done', () => {
    const { group, connect, ack, notes } = createSubject({}, { next: 9, live: true });
    connect(9);
    group.replay(2);
    group.parkedRead(batch(2, parkedEvent(0), parkedEvent(1)));
    ack(100);
    notes();
    group.tick();
    expect(notes()).toEqual(['truncate parked before 1']);
  });
});
