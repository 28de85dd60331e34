import type { Settings } from './definition.js';
import type { Message } from './message.js';
import type { Consumer, Seat } from './seat.js';
import { strategyNamed } from './strategies.js';
import { createTimings } from './timings.js';

/** The consumers of a group and what they are working on. */
export interface Deliveries {
  readonly seats: ReadonlySet<Seat>;
  /** How many messages consumers have not answered. */
  outstanding(): number;
  /** How many messages were ever sent, each as often as it was. */
  sent(): number;
  add(consumer: Consumer): Seat;
  /** @returns what the consumer had not answered, in order */
  remove(seat: Seat): Message[];
  /** Sends what can be sent and takes it out. @returns the rest, in order */
  send(messages: Message[]): Message[];
  /** Takes back the messages with this id, whoever has them; more than one if the source has the event twice. */
  take(id: string): Message[];
  /** Takes back what was not answered in time. */
  takeExpired(): Message[];
}

interface Outstanding {
  readonly message: Message;
  readonly seat: Seat;
  /** When it was sent, in milliseconds. */
  readonly sent: number;
}

/** @param now milliseconds */
export function createDeliveries(settings: Settings, now: () => number): Deliveries {
  const strategy = strategyNamed(settings.strategy);
  const seats = new Set<Seat>();
  const byId = new Map<string, readonly Outstanding[]>();
  let amount = 0;
  let total = 0;

  const all = (): Outstanding[] => [...byId.values()].flat();
  const release = ({ message, seat, sent }: Outstanding): Message => {
    const others = (byId.get(message.id) ?? []).filter((other) => other.message !== message);
    if (others.length === 0) byId.delete(message.id);
    else byId.set(message.id, others);
    amount -= 1;
    seat.inFlight -= 1;
    seat.timings?.add(now() - sent);
    return message;
  };
  const sendTo = (seat: Seat, message: Message, time: number): void => {
    byId.set(message.id, [...(byId.get(message.id) ?? []), { message, seat, sent: time }]);
    amount += 1;
    total += 1;
    seat.inFlight += 1;
    seat.total += 1;
    seat.consumer.send(message);
  };

  return {
    seats,
    outstanding: () => amount,
    sent: () => total,
    add: (consumer) => {
      const timings = settings.extraStatistics ? createTimings() : undefined;
      const seat = { consumer, timings, inFlight: 0, total: 0 };
      seats.add(seat);
      strategy.add(
        seat,
        all().map(({ message }) => message),
      );
      return seat;
    },
    remove: (seat) => {
      if (!seats.delete(seat)) return [];
      strategy.remove(seat);
      const own = all().filter((outstanding) => outstanding.seat === seat);
      return own.map(release).toSorted((a, b) => a.position - b.position);
    },
    send: (messages) => {
      if (messages.length === 0) return messages;
      const time = now();
      const later: Message[] = [];
      let looked = 0;
      for (const message of messages) {
        const choice = strategy.choose(message);
        if (choice === 'full') break;
        if (choice === 'later') later.push(message);
        else sendTo(choice, message, time);
        looked += 1;
      }
      if (later.length > 0) return [...later, ...messages.slice(looked)];
      messages.splice(0, looked);
      return messages;
    },
    take: (id) => (byId.get(id) ?? []).map(release),
    takeExpired: () => {
      const deadline = now() - settings.messageTimeout;
      return all()
        .filter(({ sent }) => sent <= deadline)
        .map(release);
    },
  };
}
