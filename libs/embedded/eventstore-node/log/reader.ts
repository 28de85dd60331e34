import { createdOf, dataOf, positionOf, revisionOf, typeOf, type Entry } from './entry.js';
import type { Feed } from './feed.js';
import { headsOf, stateOf, type Heads, type StreamState } from './heads.js';
import { firstVisible, isYoungEnough } from './metadata.js';
import { loadHeads, pageAfter, pageOfAllBefore, pageOfStream, pageOfStreamBefore } from './pages.js';
import type { Connection } from './connection.js';

/** Reads what is committed, page by page. Every method rejects if PostgreSQL does not answer. */
export interface Reader {
  /** A stream's end and metadata as committed. */
  state(stream: string): Promise<StreamState>;
  /** The visible events of a stream from a revision on, at most `count`. */
  forwards(state: StreamState, from: number, count: number): AsyncGenerator<Entry[]>;
  /** The visible events of a stream from a revision down, at most `count`. */
  backwards(state: StreamState, from: number, count: number): AsyncGenerator<Entry[]>;
  /** The next events of `$all` after a position; none if that is the committed end. */
  allAfter(position: number): Promise<Entry[]>;
  /** The events of `$all` before a position, latest first, page by page. */
  allBefore(position: number): AsyncGenerator<Entry[]>;
  /** The event at which a link points, if it can be seen, and may be: everything may without `mayRead`. */
  target(link: Entry, mayRead?: MayRead): Promise<Entry | 'malformed' | undefined>;
}

/** Whether somebody may read a stream. */
export type MayRead = (stream: string) => boolean | Promise<boolean>;

const PAGE_EVENTS = 1000;
const LINK_TYPE = '$>';

export const isLink = (entry: Entry): boolean => typeOf(entry) === LINK_TYPE;

/** @param now milliseconds since 1970 */
export function createReader(connection: Connection, heads: Heads, feed: Feed, now: () => number): Reader {
  const state = async (stream: string): Promise<StreamState> => {
    const known = stateOf(stream, heads.get);
    if (known !== undefined) return known;
    const names = headsOf(stream);
    const offer = heads.reading();
    const loaded = await connection.run((sql) => loadHeads(sql, names));
    for (const [index, head] of loaded.entries()) offer(names[index] ?? '', head);
    const found = new Map(names.map((name, index) => [name, loaded[index]]));
    return stateOf(stream, (name) => heads.get(name) ?? found.get(name)) ?? state(stream);
  };
  const visible = (state: StreamState) => {
    const first = firstVisible(state.metadata, state.last);
    return (entry: Entry): boolean =>
      revisionOf(entry) >= first && isYoungEnough(state.metadata, createdOf(entry), now());
  };
  const reader: Reader = {
    state,
    forwards: (of, from, count) => forwards(connection, of, from, count, visible(of)),
    backwards: (of, from, count) => backwards(connection, of, from, count, visible(of)),
    allAfter: async (position) => {
      const fresh = feed.after(position, PAGE_EVENTS);
      if (fresh !== undefined) return fresh;
      return connection.run((sql) => pageAfter(sql, position, feed.committed()));
    },
    allBefore: (position) => allBefore(connection, Math.min(position, feed.committed() + 1)),
    target: (link, mayRead = () => true) => target(reader, link, mayRead),
  };
  return reader;
}

async function* forwards(
  connection: Connection,
  state: StreamState,
  from: number,
  count: number,
  isVisible: (entry: Entry) => boolean,
): AsyncGenerator<Entry[]> {
  let next = Math.max(from, firstVisible(state.metadata, state.last));
  let left = count;
  while (next <= state.last && left > 0) {
    const page = await connection.run((sql) => pageOfStream(sql, state.key, next, state.last, left));
    const wanted = page.filter((entry) => revisionOf(entry) >= next && isVisible(entry)).slice(0, left);
    const last = page.at(-1);
    if (last === undefined) return;
    left -= wanted.length;
    next = revisionOf(last) + 1;
    if (wanted.length > 0) yield wanted;
  }
}

async function* backwards(
  connection: Connection,
  state: StreamState,
  from: number,
  count: number,
  isVisible: (entry: Entry) => boolean,
): AsyncGenerator<Entry[]> {
  const first = firstVisible(state.metadata, state.last);
  let next = Math.min(from, state.last);
  let left = count;
  while (next >= first && left > 0) {
    const page = await connection.run((sql) => pageOfStreamBefore(sql, state.key, next, left));
    const upTo = page.filter((entry) => revisionOf(entry) <= next);
    const wanted = upTo.filter(isVisible).reverse().slice(0, left);
    const earliest = page[0];
    if (earliest === undefined) return;
    left -= wanted.length;
    next = revisionOf(earliest) - 1;
    if (wanted.length > 0) yield wanted;
  }
}

async function* allBefore(connection: Connection, position: number): AsyncGenerator<Entry[]> {
  for (let before = position; before > 0;) {
    const page = await connection.run((sql) => pageOfAllBefore(sql, before));
    const wanted = page.filter((entry) => positionOf(entry) < before);
    const earliest = wanted[0];
    if (earliest === undefined) return;
    before = positionOf(earliest);
    yield wanted.reverse();
  }
}

/** Links are texts such as `3@stream`; the stream's name may hold an @ itself. */
async function target(
  reader: Reader,
  link: Entry,
  mayRead: MayRead,
): Promise<Entry | 'malformed' | undefined> {
  const text = dataOf(link).toString('utf8');
  const at = text.indexOf('@');
  if (at < 1 || !/^-?\d+$/.test(text.slice(0, at))) return 'malformed';
  const revision = Number(text.slice(0, at));
  const stream = text.slice(at + 1);
  if (!(await mayRead(stream))) return undefined;
  const state = await reader.state(stream);
  if (state.tombstoned || state.softDeleted) return undefined;
  for await (const [entry] of reader.forwards(state, revision, 1)) {
    return entry !== undefined && revisionOf(entry) === revision ? entry : undefined;
  }
  return undefined;
}

/** Pages of which the next is fetched while the one before is sent. */
export async function* ahead<Page>(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
  try {
    for (let next = pages.next(); ;) {
      const { value, done } = await next;
      if (done === true) return;
      next = pages.next();
      // Whether it failed is seen when it is awaited, if it ever is.
      next.catch(() => undefined);
      yield value as Page;
    }
  } finally {
    await pages.return(undefined);
  }
}
