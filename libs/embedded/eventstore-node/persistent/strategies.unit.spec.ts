import { storedEntry } from '#testing/stored-entry.js';
import { newMessage, type Message } from './message.js';
import { hasRoom, type Seat } from './seat.js';
import { strategyNamed } from './strategies.js';

function seat(connectionName: string, limit: number): Seat {
  const consumer = {
    user: 'u',
    connectionName,
    limit,
    ready: () => true,
    send: () => undefined,
    drop: () => undefined,
  };
  return { consumer, timings: undefined, inFlight: 0, total: 0 };
}

let events = 0;
function message(stream: string, metadata = ''): Message {
  events += 1;
  return newMessage({ event: storedEntry(stream, events, { metadata }) }, events, events, false);
}

/** Who gets these messages, none of which is answered. */
function share(name: string, seats: readonly Seat[], messages: readonly Message[]): string[] {
  const strategy = strategyNamed(name);
  for (const each of seats) strategy.add(each, []);
  return messages.map((each) => {
    const chosen = strategy.choose(each);
    if (typeof chosen === 'string') return chosen;
    chosen.inFlight += 1;
    return chosen.consumer.connectionName;
  });
}

const five = Array.from({ length: 5 }, () => message('s'));

it('RoundRobin: consumers take turns; who has no room is passed over', () => {
  expect(share('RoundRobin', [seat('a', 3), seat('b', 1)], five)).toEqual(['a', 'b', 'a', 'a', 'full']);
});

it('DispatchToSingle: the first consumer gets everything while it has room', () => {
  expect(share('DispatchToSingle', [seat('a', 3), seat('b', 1)], five)).toEqual(['a', 'a', 'a', 'b', 'full']);
});

describe('Pinned', () => {
  it('sends all events of a stream to one consumer, and shares the streams out', () => {
    const streams = ['s1', 's2', 's3', 's4'];
    const messages = [...streams, ...streams].map((stream) => message(stream));
    const shared = share('Pinned', [seat('a', 100), seat('b', 100)], messages);
    expect(shared).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
  });

  it('lets the events of a consumer without room wait, and goes on with those of others', () => {
    const messages = ['s1', 's2', 's1', 's2', 's2'].map((stream) => message(stream));
    expect(share('Pinned', [seat('a', 1), seat('b', 2)], messages)).toEqual(['a', 'b', 'later', 'b', 'full']);
  });

  it('knows the stream of an event behind a link, also if the event is gone', () => {
    const event = storedEntry('s1', 0);
    const link = storedEntry('links', 0, { type: '$>', data: '0@s1', position: 5 });
    const messages = [message('s1'), message('s2')];
    messages.push(newMessage({ event, link }, 7, 7, false), newMessage({ link }, 8, 8, false));
    expect(share('Pinned', [seat('a', 100), seat('b', 100)], messages)).toEqual(['a', 'b', 'a', 'a']);
  });

  it('gives a new consumer its share, and the share of one who leaves to the others', () => {
    const strategy = strategyNamed('Pinned');
    const [first, second] = [seat('a', 100), seat('b', 100)];
    const messages = ['s1', 's2', 's3', 's4'].map((stream) => message(stream));
    const owners = () => messages.map((each) => strategy.choose(each));
    strategy.add(first, []);
    expect(owners()).toEqual([first, first, first, first]);
    strategy.add(second, messages.slice(0, 2));
    expect(owners()).toEqual([first, first, second, second]);
    strategy.remove(first);
    expect(owners()).toEqual([second, second, second, second]);
    expect(hasRoom(second)).toBe(true);
  });
});

it('PinnedByCorrelation: all events of a correlation go to one consumer; without one their stream decides', () => {
  const correlated = (id: string) => message('s', JSON.stringify({ $correlationId: id }));
  const messages = [correlated('x'), correlated('y'), correlated('x'), correlated('y')];
  messages.push(message('t'), message('t', '{"$correlationId":1}'), message('t', '$correlationId'));
  const shared = share('PinnedByCorrelation', [seat('a', 100), seat('b', 100)], messages);
  expect(shared).toEqual(['a', 'b', 'a', 'b', 'a', 'a', 'a']);
});
