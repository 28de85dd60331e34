import { lastByteOf, positionOf, type Entry } from '../log/entry.js';
import type { Feed } from '../log/feed.js';
import { ahead, type Reader } from '../log/reader.js';
import { isShownInAll } from '../log/shown.js';
import type { Call } from './call.js';
import { deliver, type Delivery, type ReadParts } from './deliver.js';
import type { Filter } from './filter.js';
import type { AllSubscription } from './read-request.js';
import { CAUGHT_UP, checkpoint, confirmation } from './responses.js';
import { windows, type Window } from './windows.js';

/**
 * A catch-up subscription to `$all`: confirmation, history, caught up, live events. A filtered one sends checkpoints,
 * counted over history and live events alike. It ends when the client leaves.
 */
export async function subscribeToAll(
  { feed, newSubscriptionId }: ReadParts,
  delivery: Delivery,
  { from, filter }: AllSubscription,
): Promise<void> {
  const { call, reader } = delivery;
  const committed = committedSince(feed, call);
  const start = from === 'start' ? 0 : from === 'end' ? feed.committed() : from;
  await call.send(confirmation(newSubscriptionId()));
  const passing = filter === undefined ? undefined : createPassing(filter);
  let after = start;
  for await (const page of windows(ahead(pagesAfter(reader, call, after)), filter)) {
    await deliver(delivery, page.matches);
    const reached = passing?.passPage(page);
    if (reached !== undefined) await call.send(reached);
    after = lastByteOf(page.last);
  }
  await call.send(CAUGHT_UP);
  while (!call.closed) {
    await committed();
    for await (const page of pagesAfter(reader, call, after)) {
      for (const run of passing?.passLive(page) ?? [{ matches: page.filter(isShownInAll) }]) {
        await deliver(delivery, run.matches);
        if (run.reached !== undefined) await call.send(run.reached);
      }
      after = page.reduce((_, entry) => lastByteOf(entry), after);
    }
  }
}

/** What follows a position, page by page, until nothing does or the client has left. */
async function* pagesAfter(reader: Reader, call: Call, position: number): AsyncGenerator<Entry[]> {
  let after = position;
  while (!call.closed) {
    const page = await reader.allAfter(after);
    const last = page.at(-1);
    if (last === undefined) return;
    after = lastByteOf(last);
    yield page;
  }
}

/** Live events up to one after which a checkpoint is due. */
interface Run {
  readonly matches: readonly Entry[];
  readonly reached?: Buffer;
}

/** Counts the events that a filtered subscription passes, and says when a checkpoint is due. */
function createPassing(filter: Filter) {
  const interval = Math.max(filter.interval, 1);
  let passed = 0;
  const isDue = (events: number): boolean => {
    passed += events;
    const due = passed >= interval;
    passed %= interval;
    return due;
  };
  return {
    /** In history: at the page's last match or, if none matched, at its first event with prepare position 0. */
    passPage: ({ considered, matches, first }: Window): Buffer | undefined => {
      if (!isDue(considered)) return undefined;
      const match = matches.at(-1);
      return match === undefined
        ? checkpoint(positionOf(first), 0)
        : checkpoint(positionOf(match), positionOf(match));
    },
    /** Live: at the very event, after it if it matched. */
    passLive: (page: readonly Entry[]): Run[] => {
      const runs: Run[] = [];
      let matches: Entry[] = [];
      for (const entry of page) {
        if (filter.matches(entry)) matches.push(entry);
        if (!isDue(1)) continue;
        runs.push({ matches, reached: checkpoint(positionOf(entry), positionOf(entry)) });
        matches = [];
      }
      return matches.length === 0 ? runs : [...runs, { matches }];
    },
  };
}

/** Resolves when something was committed since it was last asked, or the client has left. */
function committedSince(feed: Feed, call: Call): () => Promise<void> {
  let news = false;
  let wake: () => void = () => undefined;
  const unfollow = feed.onCommit(() => {
    news = true;
    wake();
  });
  call.onClose(() => {
    unfollow();
    wake();
  });
  return async () => {
    if (!news && !call.closed) await new Promise<void>((resolve) => (wake = resolve));
    news = false;
  };
}
