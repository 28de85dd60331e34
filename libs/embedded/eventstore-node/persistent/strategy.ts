import type { Message } from './message.js';
import type { Seat } from './seat.js';

/** Decides which consumer gets a message. `later`: not this one, but perhaps the next; `full`: none has room. */
export interface Strategy {
  /** @param inFlight the messages that are being worked on */
  add(seat: Seat, inFlight: Iterable<Message>): void;
  remove(seat: Seat): void;
  choose(message: Message): Seat | 'later' | 'full';
}
