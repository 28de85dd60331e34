import type { Timings } from './timings.js';
import type { Message } from './message.js';

/** A client that consumes a group's messages. */
export interface Consumer {
  readonly user: string;
  readonly connectionName: string;
  /** How many messages it takes before it answers the first. */
  readonly limit: number;
  /** Whether it keeps up with what was sent. */
  ready(): boolean;
  send(message: Message): void;
  /** Ends its call: the group is no longer as it was. */
  drop(): void;
}

/** A consumer's place in a group. */
export interface Seat {
  readonly consumer: Consumer;
  readonly timings: Timings | undefined;
  /** How many messages it has not answered. */
  inFlight: number;
  /** How many it was ever sent. */
  total: number;
}

/** Whether another message can be sent to a consumer. */
export const hasRoom = ({ consumer, inFlight }: Seat): boolean =>
  inFlight < consumer.limit && consumer.ready();
