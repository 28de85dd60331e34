import { eventsOf, isMissing, isTombstoned, TOMBSTONE, visible, type Entry, type Log } from './model.js';

/** One thing that a subscription tells. */
export type Told = Entry | 'caught up' | 'stream-deleted';

/** A subscription: what it has told by now, and what it waits for. */
export interface Subscribed {
  readonly told: readonly Told[];
  /** Takes the log after another request. */
  next(log: Log): Subscribed;
}

/** A subscription to `$all` after an event, to what passes its filter. */
export const subscribedToAll = (log: Log, after: number, passes: (entry: Entry) => boolean): Subscribed => {
  const live = (told: readonly Told[], length: number): Subscribed => ({
    told,
    next: (now) => live([...told, ...now.slice(length).filter(passes)], now.length),
  });
  return live([...log.slice(after + 1).filter(passes), 'caught up'], log.length);
};

/** A subscription to a stream after a revision, from -1 or from its end. Rules 27 to 30. */
export function subscribedToStream(log: Log, stream: string, from: number | 'end'): Subscribed {
  const over = (told: readonly Told[]): Subscribed => ({ told, next: () => over(told) });
  const live = (told: readonly Told[], after: number, count: number): Subscribed => ({
    told,
    next: (now) => {
      const own = eventsOf(now, stream);
      const fresh = own.slice(count).filter(({ revision }) => revision > after);
      const heard = [...told, ...fresh];
      return own.at(-1)?.type === TOMBSTONE
        ? over([...heard, 'stream-deleted'])
        : live(heard, after, own.length);
    },
  });
  const behind = (now: Log, after: number): Subscribed => {
    const count = eventsOf(now, stream).length;
    if (isMissing(now, stream)) return missing(after, count);
    const history = visible(now, stream).filter(({ revision }) => revision > after);
    return live([...history, 'caught up'], after, count);
  };
  /** Nothing is told until the stream is written. */
  const missing = (after: number, count: number): Subscribed => ({
    told: [],
    next: (now) => {
      const own = eventsOf(now, stream);
      if (own.length === count) return missing(after, count);
      return own.at(-1)?.type === TOMBSTONE
        ? over(['caught up', own.at(-1)!, 'stream-deleted'])
        : behind(now, after);
    },
  });
  if (isTombstoned(log, stream)) return over([from === 'end' ? 'caught up' : 'stream-deleted']);
  return from === 'end' ? live(['caught up'], -1, eventsOf(log, stream).length) : behind(log, from);
}
