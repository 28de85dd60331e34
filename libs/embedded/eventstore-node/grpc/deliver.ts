import type { Entry } from '../log/entry.js';
import type { Feed } from '../log/feed.js';
import { isLink, type MayRead, type Reader } from '../log/reader.js';
import { resolve, type Resolved } from '../log/resolve.js';
import type { Call } from './call.js';
import { eventFrames, type IdFormat } from './responses.js';

/** What reads and subscriptions work with. */
export interface ReadParts {
  readonly reader: Reader;
  readonly feed: Feed;
  newSubscriptionId(): string;
}

/** How events go to one client. */
export interface Delivery {
  readonly call: Call;
  readonly reader: Reader;
  readonly resolveLinks: boolean;
  readonly format: IdFormat;
  /** Whether the client may read a stream: a link to another one stays unresolved. */
  readonly mayRead: MayRead;
}

/** How many bytes of events are put together for one write. */
const CHUNK_BYTES = 64 * 1024;

/** Sends events in order, links resolved if the client wants that, and waits while the client does not keep up. */
export async function deliver(delivery: Delivery, entries: readonly Entry[]): Promise<void> {
  for (let start = 0; start < entries.length && !delivery.call.closed;) {
    let end = start;
    for (let bytes = 0; bytes < CHUNK_BYTES && end < entries.length; end += 1)
      bytes += entries[end]?.length ?? 0;
    const resolved = await resolveAll(delivery, entries.slice(start, end));
    await delivery.call.send(eventFrames(resolved, delivery.format));
    start = end;
  }
}

async function resolveAll(
  { reader, resolveLinks, mayRead }: Delivery,
  entries: readonly Entry[],
): Promise<Resolved[]> {
  if (!resolveLinks || !entries.some(isLink)) return entries.map((event) => ({ event }));
  const resolved: Resolved[] = [];
  for (const entry of entries) resolved.push(await resolve(reader, entry, mayRead));
  return resolved;
}
