import { revisionOf, TOMBSTONE, type Entry } from '../log/entry.js';
import type { Feed } from '../log/feed.js';
import type { StreamState } from '../log/heads.js';
import type { Call } from './call.js';
import { deliver, type Delivery, type ReadParts } from './deliver.js';
import type { StreamSubscription } from './read-request.js';
import { CAUGHT_UP, confirmation } from './responses.js';
import { CallFailed, streamDeleted } from './status.js';

/** How many live events may wait for a slow client before they are read from the table again. */
const MAX_FRESH = 1000;

/**
 * A catch-up subscription to one stream: confirmation, history, caught up, live events. A stream that is not there is
 * waited for. It ends when the client leaves, or when the stream is tombstoned.
 */
export async function subscribeToStream(
  { feed, newSubscriptionId }: ReadParts,
  delivery: Delivery,
  { stream, from }: StreamSubscription,
): Promise<void> {
  const { call, reader } = delivery;
  // Followed from before the state is read, so that nothing falls between the two.
  const live = follow(feed, call, stream);
  let state = await reader.state(stream);
  if (state.tombstoned && from !== 'end') throw new CallFailed(streamDeleted(stream));
  await call.send(confirmation(newSubscriptionId()));
  let after = from === 'start' ? -1 : from === 'end' ? endOf(state) : from;
  while (from !== 'end' && isMissing(state) && !call.closed) {
    await live.wait();
    state = await reader.state(stream);
    if (state.tombstoned) break;
  }
  if (from !== 'end') after = await catchUp(delivery, state, after);
  await call.send(CAUGHT_UP);
  while (!call.closed) {
    await live.wait();
    const fresh = live.take();
    const events = fresh ?? (await missed(delivery, stream, after));
    const next = events.filter((entry) => revisionOf(entry) > after);
    await deliver(delivery, next);
    after = Math.max(after, ...next.map(revisionOf));
    if (after === TOMBSTONE) throw new CallFailed(streamDeleted(stream));
  }
}

const isMissing = (state: StreamState): boolean => !state.tombstoned && (state.last < 0 || state.softDeleted);
const endOf = (state: StreamState): number => (state.tombstoned ? TOMBSTONE : state.last);

async function catchUp(delivery: Delivery, state: StreamState, from: number): Promise<number> {
  if (state.tombstoned) return from;
  for await (const page of delivery.reader.forwards(state, from + 1, Infinity)) {
    await deliver(delivery, page);
    if (delivery.call.closed) break;
  }
  return Math.max(from, state.last);
}

/** The events that came while the client was slow, read again; of many, the first. */
async function missed({ reader }: Delivery, stream: string, after: number): Promise<Entry[]> {
  const state = await reader.state(stream);
  if (state.tombstoned) throw new CallFailed(streamDeleted(stream));
  const events: Entry[] = [];
  for await (const page of reader.forwards(state, after + 1, Infinity)) events.push(...page);
  return events;
}

/** A stream's live events as they are committed. `take` gives undefined if there were too many to keep. */
function follow(feed: Feed, call: Call, stream: string) {
  let fresh: Entry[] | undefined = [];
  let wake: () => void = () => undefined;
  const unfollow = feed.onStream(stream, (entries) => {
    if (fresh !== undefined) {
      if (fresh.length + entries.length > MAX_FRESH && fresh.length > 0) fresh = undefined;
      else fresh.push(...entries);
    }
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
    take: (): Entry[] | undefined => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
