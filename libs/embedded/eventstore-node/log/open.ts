import { firstEvents, type Stamps } from './compose.js';
import { lastByteOf, revisionOf, type Entry } from './entry.js';
import { openConnection, type Connection } from './connection.js';
import { createFeed, type Feed } from './feed.js';
import { createHeads, KEY_BYTES } from './heads.js';
import { loadHeads, pageAfter, pageOfKeys, pageOfStream } from './pages.js';
import { createReader, type Reader } from './reader.js';
import { createRecentIds } from './recent-ids.js';
import {
  becomeWriter,
  connectReaders,
  connectWriter,
  insertRows,
  endOfLog,
  prepareTables,
  takeLock,
  type LogEnd,
  type Sql,
} from './table.js';
import { Writer, type WriterTables } from './writer.js';

/** The log of one node. */
export interface Log {
  readonly writer: Writer;
  readonly reader: Reader;
  readonly feed: Feed;
  close(): Promise<void>;
}

const HEADS = 25_000;
const RECENT_IDS = 50_000;
const FEED_BYTES = 8 * 1024 * 1024;

/**
 * Opens the log in a database, making it if it is not there.
 * @throws CannotStart if another node writes to it
 */
export async function openLog(databaseUrl: string, stamps: Stamps): Promise<Log> {
  let locked = false;
  let tell: () => void = () => undefined;
  const writing = openConnection(
    (closed) => connectWriter(databaseUrl, closed),
    () => {
      locked = false;
      tell();
    },
  );
  const reading = openConnection(
    (closed) => connectReaders(databaseUrl, closed),
    () => undefined,
  );
  const close = async (): Promise<void> => {
    await Promise.all([writing.end(), reading.end()]);
  };
  const lock = async (take: (sql: Sql) => Promise<void>): Promise<LogEnd> => {
    const end = await writing.run(async (sql) => {
      await take(sql);
      return endOfLog(sql);
    });
    locked = true;
    return end;
  };
  const tables: WriterTables = {
    ...readingTables(reading),
    insert: (rows) =>
      locked ? writing.run((sql) => insertRows(sql, rows)) : Promise.reject(new Error('no lock')),
    recover: () => lock(retakeLock),
    onLost: (listener) => void (tell = listener),
  };
  try {
    const end = await lock((sql) => prepare(sql, stamps));
    const feed = createFeed(end.last, FEED_BYTES);
    const heads = createHeads(HEADS, () => streamsIn(reading));
    const recent = createRecentIds(RECENT_IDS);
    const writer = new Writer({ tables, heads, recent, feed, stamps, end });
    return { writer, reader: createReader(reading, heads, feed, stamps.now), feed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Becomes the writer and sees to it that the log has its table and its first event. */
async function prepare(sql: Sql, stamps: Stamps): Promise<void> {
  await becomeWriter(sql);
  await prepareTables(sql);
  if ((await endOfLog(sql)).last === 0) await insertRows(sql, firstEvents(stamps).rows);
}

async function retakeLock(sql: Sql): Promise<void> {
  if (!(await takeLock(sql))) throw new Error('the old connection still holds the lock');
}

const readingTables = (reading: Connection) => ({
  heads: (streams: readonly string[]) => reading.run((sql) => loadHeads(sql, streams)),
  range: (key: string, from: number, to: number) => reading.run((sql) => range(sql, key, from, to)),
  since: (position: number) => since(reading, position),
});

/** The events of a stream from one revision to another, both included. */
async function range(sql: Sql, key: string, from: number, to: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let next = from; next <= to;) {
    const page = await pageOfStream(sql, key, next, to);
    const last = page.at(-1);
    if (last === undefined) break;
    entries.push(...page);
    next = revisionOf(last) + 1;
  }
  return entries;
}

async function* since(reading: Connection, position: number): AsyncGenerator<Entry[]> {
  const { last: end } = await reading.run(endOfLog);
  for (let after = position; after < end;) {
    const page = await reading.run((sql) => pageAfter(sql, after, end));
    const last = page.at(-1);
    if (last === undefined) return;
    after = lastByteOf(last);
    yield page;
  }
}

/** The keys of all streams in the table, page by page. */
async function* streamsIn(reading: Connection): AsyncGenerator<Buffer> {
  for (let after: Buffer = Buffer.alloc(KEY_BYTES); ;) {
    const keys = await reading.run((sql) => pageOfKeys(sql, after));
    if (keys.length === 0) return;
    yield keys;
    after = keys.subarray(-KEY_BYTES);
  }
}
