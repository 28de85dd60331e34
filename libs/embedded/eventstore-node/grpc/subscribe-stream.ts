import { revisionOf, TOMBSTONE } from '../log/entry.js';
import type { StreamState } from '../log/heads.js';
import { deliver, type Delivery, type ReadParts } from './deliver.js';
import { followStream } from './follow-stream.js';
import type { StreamSubscription } from './read-request.js';
import { CAUGHT_UP, confirmation } from './responses.js';
import { CallFailed, streamDeleted } from './status.js';

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
  const live = followStream(feed, call, stream);
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
    if (fresh === undefined) {
      after = await catchUp(delivery, await existing(delivery, stream), after);
      continue;
    }
    const next = fresh.filter((entry) => revisionOf(entry) > after);
    await deliver(delivery, next);
    after = next.reduce((_, entry) => revisionOf(entry), after);
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

/** The state of a stream of which too much came while the client was slow. */
async function existing({ reader }: Delivery, stream: string): Promise<StreamState> {
  const state = await reader.state(stream);
  if (state.tombstoned) throw new CallFailed(streamDeleted(stream));
  return state;
}
