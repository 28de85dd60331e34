import { lastByteOf, positionOf, splitEntries, type Entry } from './entry.js';
import type { Head } from './heads.js';
import { streamKey } from './heads.js';
import { isMetastream, parseMetadata } from './metadata.js';
import { wholeNumber, type Sql } from './table.js';

/** How much of the log is read at once; the append at which a page starts is read whole, however long it is. */
const PAGE_BYTES = 256 * 1024;
const PAGE_ROWS = 250;
const PAGE_KEYS = 10_000;

type Page = readonly { readonly events: Buffer | null }[];

const entriesOf = ([row]: Page): Entry[] => splitEntries(row?.events ?? Buffer.alloc(0));

/** The events of `$all` from the append that holds `position`, up to `last`; later ones come in later pages. */
async function pageOfAll(sql: Sql, position: number, last: number): Promise<Entry[]> {
  return entriesOf(
    await sql`
      select string_agg(events, ''::bytea order by position) as events from event_store.log
      where position >= coalesce((select max(position) from event_store.log where position <= ${position}), 0)
        and position < ${position + PAGE_BYTES} and position <= ${last}`,
  );
}

/** The next events of `$all` after a position; none if there are none up to `last`. */
export async function pageAfter(sql: Sql, position: number, last: number): Promise<Entry[]> {
  for (let from = position + 1; from <= last;) {
    const page = await pageOfAll(sql, from, last);
    const after = page.filter((entry) => positionOf(entry) > position);
    const end = page.at(-1);
    if (after.length > 0 || end === undefined) return after;
    from = lastByteOf(end) + 1;
  }
  return [];
}

/** The events of `$all` before `position`, oldest first; earlier ones come in later pages. */
export async function pageOfAllBefore(sql: Sql, position: number): Promise<Entry[]> {
  return entriesOf(
    await sql`
      select string_agg(events, ''::bytea order by position) as events from event_store.log
      where position < ${position} and position >= least(
        ${position - PAGE_BYTES}::bigint,
        (select max(position) from event_store.log where position < ${position} and amount > 0))`,
  );
}

/** The events of a stream from the append that holds revision `from`, up to the one that holds `to`. */
export async function pageOfStream(
  sql: Sql,
  key: string,
  from: number,
  to: number,
  rows = PAGE_ROWS,
): Promise<Entry[]> {
  return entriesOf(
    await sql`
      select string_agg(events, ''::bytea order by revision) as events from (
        select revision, events, sum(octet_length(events)) over (order by revision) - octet_length(events) as before
        from event_store.log
        where stream = ${key}
          and revision >= coalesce(
            (select max(revision) from event_store.log where stream = ${key} and revision <= ${wholeNumber(from)}), 0)
          and revision <= ${wholeNumber(to)} and revision > ${wholeNumber(from)}::bigint - amount
        order by revision limit ${Math.min(rows, PAGE_ROWS)}) as page
      where before < ${PAGE_BYTES}`,
  );
}

/** The events of a stream down from the append that holds revision `from`, oldest first. */
export async function pageOfStreamBefore(
  sql: Sql,
  key: string,
  from: number,
  rows = PAGE_ROWS,
): Promise<Entry[]> {
  return entriesOf(
    await sql`
      select string_agg(events, ''::bytea order by revision) as events from (
        select revision, events,
          sum(octet_length(events)) over (order by revision desc) - octet_length(events) as before
        from event_store.log
        where stream = ${key} and revision <= ${wholeNumber(from)}
        order by revision desc limit ${Math.min(rows, PAGE_ROWS)}) as page
      where before < ${PAGE_BYTES}`,
  );
}

/** The keys of the streams after one, 16 bytes each, in their order; none after the last. */
export async function pageOfKeys(sql: Sql, after: Buffer): Promise<Buffer> {
  const [page] = await sql<{ keys: Buffer | null }[]>`
    select string_agg(uuid_send(stream), ''::bytea order by stream) as keys
    from (
      select distinct stream from event_store.log where stream > ${after.toString('hex')}::text::uuid
      order by stream limit ${PAGE_KEYS}
    ) as page`;
  return page?.keys ?? Buffer.alloc(0);
}

/** The heads of these streams as the table has them, in their order. */
export async function loadHeads(sql: Sql, streams: readonly string[]): Promise<Head[]> {
  const keys = streams.map(streamKey);
  const rows = await sql<{ at: string; last: string; events: Buffer | null }[]>`
    select k.at, l.revision + (l.amount - 1) as last, case when k.meta then l.events end as events
    from unnest(
      ${`{${keys.join(',')}}`}::text::uuid[], ${`{${streams.map(isMetastream).join(',')}}`}::text::boolean[]
    ) with ordinality as k (key, meta, at)
    cross join lateral (
      select revision, amount, events from event_store.log where stream = k.key order by revision desc limit 1
    ) as l`;
  const found = new Map(rows.map((row) => [Number(row.at) - 1, row]));
  return keys.map((key, index) => {
    const row = found.get(index);
    if (row === undefined) return { key, last: -1 };
    const lastEvent = splitEntries(row.events ?? Buffer.alloc(0)).at(-1);
    const last = Number(row.last);
    return lastEvent === undefined ? { key, last } : { key, last, content: parseMetadata(lastEvent) };
  });
}
