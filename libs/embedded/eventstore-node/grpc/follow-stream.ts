import type { Entry } from '../log/entry.js';
import type { Feed } from '../log/feed.js';
import type { Call } from './call.js';

/** How much may wait for a slow client before it is read from the table again. */
const MAX_FRESH_EVENTS = 1000;
const MAX_FRESH_BYTES = 1024 * 1024;

/** A stream's live events as they are committed. */
export interface Live {
  /** Resolves when there is something to take, or the client has left. */
  wait(): Promise<void>;
  /** The events since it was last asked; undefined if there were too many to keep. */
  take(): readonly Entry[] | undefined;
}

/** Follows a stream until the call is over. */
export function followStream(
  feed: Pick<Feed, 'onStream'>,
  call: Pick<Call, 'closed' | 'onClose'>,
  stream: string,
): Live {
  let fresh: Entry[] | undefined = [];
  let bytes = 0;
  let wake: () => void = () => undefined;
  const keep = (entries: readonly Entry[]): void => {
    if (fresh === undefined) return;
    const isFull = fresh.length + entries.length > MAX_FRESH_EVENTS || bytes > MAX_FRESH_BYTES;
    if (isFull && fresh.length > 0) {
      fresh = undefined;
      return;
    }
    for (const entry of entries) {
      fresh.push(entry);
      bytes += entry.length;
    }
  };
  const unfollow = feed.onStream(stream, (entries) => {
    keep(entries);
    wake();
  });
  call.onClose(() => {
    unfollow();
    wake();
  });
  return {
    wait: () =>
      new Promise<void>((resolve) => {
        if (call.closed || fresh === undefined || fresh.length > 0) resolve();
        else wake = resolve;
      }),
    take: () => {
      const taken = fresh;
      fresh = [];
      bytes = 0;
      return taken;
    },
  };
}
