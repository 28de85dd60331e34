import { firstEvents, type Stamps } from './compose.js';
import { lastByteOf, revisionOf, type Entry } from './entry.js';
import { createFeed, type Feed } from './feed.js';
import { createHeads } from './heads.js';
import { loadHeads, pageAfter, pageOfStream } from './pages.js';
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

const HEADS = 50_000;
const RECENT_IDS = 100_000;
const FEED_BYTES = 8 * 1024 * 1024;

/**
 * Opens the log in a database, making it if it is not there.
 * @throws CannotStart if another node writes to it
 */
export async function openLog(databaseUrl: string, stamps: Stamps): Promise<Log> {
  const writing = connectWriter(databaseUrl);
  const reading = connectReaders(databaseUrl);
  const close = async (): Promise<void> => {
    await Promise.all([writing.end({ timeout: 1 }), reading.end({ timeout: 1 })]);
  };
  try {
    await becomeWriter(writing);
    await prepareTables(writing);
    if ((await endOfLog(writing)).last === 0) await insertRows(writing, firstEvents(stamps).rows);
    const end = await endOfLog(writing);
    const feed = createFeed(end.last, FEED_BYTES);
    const heads = createHeads(HEADS);
    const recent = createRecentIds(RECENT_IDS);
    const writer = new Writer({ tables: tablesOf(writing, reading), heads, recent, feed, stamps, end });
    return { writer, reader: createReader(reading, heads, feed, stamps.now), feed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const tablesOf = (writing: Sql, reading: Sql): WriterTables => ({
  insert: (rows) => insertRows(writing, rows),
  heads: (streams) => loadHeads(reading, streams),
  range: (key, from, to) => range(reading, key, from, to),
  recover: async () => {
    if (!(await takeLock(writing))) throw new Error('the old connection still holds the lock');
    return endOfLog(writing);
  },
  since: (position) => since(reading, position),
});

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

async function* since(sql: Sql, position: number): AsyncGenerator<Entry[]> {
  const { last: end } = await endOfLog(sql);
  for (let after = position; after < end;) {
    const page = await pageAfter(sql, after, end);
    const last = page.at(-1);
    if (last === undefined) return;
    after = lastByteOf(last);
    yield page;
  }
}
