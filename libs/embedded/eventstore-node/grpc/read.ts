import { ensureAllowed, type Access } from '../access/access.js';
import { ALL } from '../access/rights.js';
import type { Feed } from '../log/feed.js';
import { lastByteOf, positionOf, type Entry } from '../log/entry.js';
import { ahead, type Reader } from '../log/reader.js';
import { isShownInAll } from '../log/shown.js';
import type { Method } from './call.js';
import { deliver, type Delivery, type ReadParts } from './deliver.js';
import { INCOMPLETE } from './frames.js';
import { readFrom, type AllRead, type Read, type StreamRead } from './read-request.js';
import { firstStreamPosition, lastStreamPosition, streamNotFound } from './responses.js';
import { CallFailed, Code, NOT_AVAILABLE, streamDeleted } from './status.js';
import { subscribeToAll } from './subscribe-all.js';
import { subscribeToStream } from './subscribe-stream.js';

/** Reads and catch-up subscriptions, of a stream and of `$all`: one method of the protocol. */
export function read(parts: ReadParts, access: Access): Method {
  return (call, caller) => {
    let started = false;
    return {
      message: (bytes) => {
        if (started) return;
        started = true;
        const request = readFrom(bytes);
        const { format, resolveLinks } = request;
        // Without a format for ids the real server never answers, and neither does this one.
        if (format === undefined) return;
        const mayRead = (stream: string) => access.may(caller, 'read', stream);
        const delivery = { call, reader: parts.reader, resolveLinks, format, mayRead };
        const work = async (): Promise<void> => {
          await ensureAllowed(access, caller, 'read', streamOf(request));
          await start(parts, delivery, request);
        };
        call.run(work().catch(asStatus));
      },
      end: () => {
        if (!started) throw new CallFailed(INCOMPLETE);
      },
    };
  };
}

const streamOf = (request: Read): string =>
  request.kind === 'stream' || request.kind === 'subscribe-stream' ? request.stream : ALL;

/** What is no refusal comes from PostgreSQL. */
function asStatus(error: unknown): never {
  throw error instanceof CallFailed ? error : new CallFailed(NOT_AVAILABLE);
}

async function start(parts: ReadParts, delivery: Delivery, request: Read): Promise<void> {
  if (request.kind === 'subscribe-stream') return subscribeToStream(parts, delivery, request);
  if (request.kind === 'subscribe-all') return subscribeToAll(parts, delivery, request);
  if (request.kind === 'stream') return readStream(delivery, request);
  return readAll(parts.feed, delivery, request);
}

const IMPOSSIBLE = { code: Code.UNKNOWN, details: 'Unexpected ReadStreamResult: Error' };

async function readStream(delivery: Delivery, request: StreamRead): Promise<void> {
  const { call, reader } = delivery;
  const { stream, from, backwards, count } = request;
  if (count === 0 || (from === 'end' && !backwards)) throw new CallFailed(IMPOSSIBLE);
  const state = await reader.state(stream);
  if (state.tombstoned) throw new CallFailed(streamDeleted(stream));
  if (state.last < 0 || state.softDeleted) {
    await call.send(streamNotFound(stream));
    call.finish();
    return;
  }
  const revision = from === 'start' ? 0 : from === 'end' ? state.last : from;
  const pages = backwards
    ? reader.backwards(state, revision, count)
    : reader.forwards(state, revision, count);
  const sent = await deliverPages(delivery, pages);
  if (request.positions) {
    if (sent === 0) await call.send(firstStreamPosition(state.last + 1));
    await call.send(lastStreamPosition(state.last));
  }
  call.finish();
}

async function deliverPages(delivery: Delivery, pages: AsyncIterable<Entry[]>): Promise<number> {
  let sent = 0;
  for await (const page of pages) {
    await deliver(delivery, page);
    sent += page.length;
    if (delivery.call.closed) break;
  }
  return sent;
}

async function readAll(feed: Feed, delivery: Delivery, request: AllRead): Promise<void> {
  const { filter, count } = request;
  // The real server never answers these.
  if (count === 0 || filter?.window === 0) return;
  const pages = request.backwards
    ? delivery.reader.allBefore(beforeOf(request, feed))
    : ahead(allForwards(delivery.reader, request, feed));
  await deliverPages(delivery, atMost(count, matching(filter, pages)));
  delivery.call.finish();
}

const beforeOf = ({ from }: AllRead, feed: Feed): number =>
  from === 'start' ? 0 : from === 'end' ? feed.committed() + 1 : from;

/** `$all` from a position, that included, up to what was committed when the read began. */
async function* allForwards(reader: Reader, { from }: AllRead, feed: Feed): AsyncGenerator<Entry[]> {
  const end = feed.committed();
  let after = from === 'start' ? 0 : from === 'end' ? end : Math.max(from - 1, 0);
  while (after < end) {
    const page = await reader.allAfter(after);
    const last = page.at(-1);
    if (last === undefined) return;
    after = lastByteOf(last);
    yield after <= end ? page : page.filter((entry) => positionOf(entry) <= end);
  }
}

async function* matching(filter: AllRead['filter'], pages: AsyncIterable<Entry[]>): AsyncGenerator<Entry[]> {
  for await (const page of pages) {
    yield page.filter(filter?.matches ?? isShownInAll);
  }
}

async function* atMost(count: number, pages: AsyncIterable<Entry[]>): AsyncGenerator<Entry[]> {
  let left = count;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
}
