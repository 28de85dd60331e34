import type {
  PersistentSubscriptionToAll,
  PersistentSubscriptionToAllResolvedEvent,
  PersistentSubscriptionToStream,
  PersistentSubscriptionToStreamResolvedEvent,
} from '@eventstore/db-client';
import { takeNotes } from './notes.js';

/** What a consumer of a persistent subscription gets, of a stream or of `$all`. */
export type Delivered =
  PersistentSubscriptionToStreamResolvedEvent | PersistentSubscriptionToAllResolvedEvent;

/** A persistent subscription, of either kind: their methods have the same names. */
type Subscribed =
  PersistentSubscriptionToStream | (PersistentSubscriptionToAll & PersistentSubscriptionToStream);

/** A consumer that notes what it is told: `confirmation`, events as `type` or `type retry 1`, the type of an error. */
export interface NotingConsumer {
  readonly subscription: PersistentSubscriptionToStream;
  readonly told: string[];
  readonly events: Delivered[];
  /** Resolves when it has been told so many things. */
  until(count: number): Promise<void>;
  leave(): Promise<void>;
}

/** Answers each event by `onEvent`; without that it acknowledges it. */
export function consume(
  subscription: Subscribed | PersistentSubscriptionToAll,
  onEvent: (event: Delivered, subscription: PersistentSubscriptionToStream) => unknown = (event, from) =>
    from.ack(event),
): NotingConsumer {
  const from = subscription as PersistentSubscriptionToStream;
  const { told, tell, until } = takeNotes();
  const events: Delivered[] = [];
  from.on('confirmation', () => tell('confirmation'));
  from.on('error', (error) => tell((error as { type?: string }).type ?? 'error'));
  from.on('data', (event: Delivered) => {
    events.push(event);
    tell(`${event.event?.type ?? 'none'}${event.retryCount ? ` retry ${String(event.retryCount)}` : ''}`);
    onEvent(event, from);
  });
  return { subscription: from, told, events, until, leave: () => from.unsubscribe() };
}

const PAUSE_MS = 10;

/** Waits until a condition holds; the test's own limit ends it. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((again) => setTimeout(again, PAUSE_MS));
}
