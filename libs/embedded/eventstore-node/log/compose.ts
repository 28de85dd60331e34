import { emptyBatch, type Batch } from './batch.js';
import { encodeEntry, positionOf, TOMBSTONE, type Entry, type Proposed } from './entry.js';
import { streamKey } from './heads.js';
import { isMetastream, metastreamOf, parseMetadata } from './metadata.js';
import { idKey } from './recent-ids.js';

/** The time at which events are written, and ids for the events that the server writes of its own accord. */
export interface Stamps {
  /** Milliseconds since 1970. */
  now(): number;
  /** The 16 bytes of a new UUID. */
  newId(): Buffer;
}

const NOTHING = Buffer.alloc(0);

/**
 * Adds events to a batch: their row, the stream's new head, their ids. An append without events adds a position only.
 * @param last the stream's last revision before, -1 if it has none
 * @returns its last revision after
 */
export function addEvents(
  batch: Batch,
  stream: string,
  last: number,
  events: readonly Proposed[],
  now: number,
): number {
  if (events.length === 0) {
    const position = batch.end.next;
    batch.rows.push({ stream: null, position, revision: last, amount: 0, entries: [] });
    batch.end = { last: position, next: position + 1 };
    return last;
  }
  const name = Buffer.from(stream, 'utf8');
  const entries: Entry[] = [];
  let position = batch.end.next;
  for (const event of events) {
    const revision = last + 1 + entries.length;
    const entry = encodeEntry(event, placeOf(name, revision, position, now));
    const [id, place] = [idKey(event.id), { stream, revision, position }];
    batch.ids.remember(id, place);
    batch.written.push([id, place]);
    entries.push(entry);
    position += entry.length;
  }
  addRow(batch, stream, last + 1, last + events.length, entries);
  return last + events.length;
}

const placeOf = (stream: Buffer, revision: number, position: number, now: number) => ({
  stream,
  revision,
  position,
  created: now,
  tick: position % 10_000,
});

function addRow(
  batch: Batch,
  stream: string,
  revision: number,
  last: number,
  entries: readonly Entry[],
): void {
  const key = streamKey(stream);
  const lastEntry = entries.at(-1);
  if (lastEntry === undefined) return;
  const bytes = entries.reduce((sum, entry) => sum + entry.length, 0);
  const position = batch.end.next;
  batch.rows.push({ stream: key, position, revision, amount: entries.length, entries });
  batch.end = { last: positionOf(lastEntry), next: position + bytes };
  batch.bytes += bytes;
  const meta = isMetastream(stream);
  batch.heads.set(stream, meta ? { key, last, content: parseMetadata(lastEntry) } : { key, last });
}

/** Adds a metadata event of the server's own. `last` is the metastream's last revision. */
export function addMetadata(batch: Batch, stream: string, last: number, data: Buffer, stamps: Stamps): void {
  const event = { id: stamps.newId(), type: '$metadata', json: true, data, metadata: NOTHING };
  addEvents(batch, metastreamOf(stream), last, [event], stamps.now());
}

/** Adds a tombstone: an event at the last revision that there can be, so that no other can follow. */
export function addTombstone(batch: Batch, stream: string, stamps: Stamps): void {
  const event = { id: stamps.newId(), type: '$streamDeleted', json: false, data: NOTHING, metadata: NOTHING };
  const place = placeOf(Buffer.from(stream, 'utf8'), TOMBSTONE, batch.end.next, stamps.now());
  addRow(batch, stream, TOMBSTONE, TOMBSTONE, [encodeEntry(event, place)]);
}

/** What a new log starts with, as the real server's does: the rights to the history of scavenges. */
export function firstEvents(stamps: Stamps): Batch {
  const batch = emptyBatch({ last: 0, next: 1 });
  const data = Buffer.from('{"$maxAge":2592000,"$acl":{"$r":"$ops","$w":[],"$d":[],"$mr":[],"$mw":[]}}');
  addMetadata(batch, '$scavenges', -1, data, stamps);
  return batch;
}
