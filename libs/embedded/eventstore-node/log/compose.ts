import { emptyBatch, type Batch } from './batch.js';
import { encodeEntry, TOMBSTONE, type Entry, type Proposed } from './entry.js';
import { streamKey, type StreamState } from './heads.js';
import { isMetastream, metastreamOf, parseMetadata, SOFT_DELETED } from './metadata.js';
import { idKey } from './recent-ids.js';

/** The time at which a batch is written, and ids for the events that the server writes of its own accord. */
export interface Stamps {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): Buffer;
}

/** Appends that cannot fail any more: adds the row, the new head and the ids to a batch. @returns the last revision */
export function addEvents(batch: Batch, stream: string, last: number, events: readonly Proposed[], now: number): number {
  if (events.length === 0) return addNothing(batch, last);
  const name = Buffer.from(stream, 'utf8');
  const position = batch.last + 1;
  const entries = events.map((event, index) =>
    encodeEntry(event, {
      stream: name,
      revision: last + 1 + index,
      position: position + index,
      created: now,
      tick: (position + index) % 10_000,
    }),
  );
  for (const [index, event] of events.entries()) {
    const key = idKey(event.id);
    if (!batch.ids.has(key)) {
      batch.ids.set(key, { stream, revision: last + 1 + index, position: position + index });
    }
  }
  addRow(batch, stream, last + 1, last + events.length, position, entries);
  return last + events.length;
}

/** An append without events has a position of its own all the same. */
function addNothing(batch: Batch, last: number): number {
  batch.last += 1;
  batch.rows.push({ stream: null, position: batch.last, revision: last, amount: 0, entries: [] });
  return last;
}

function addRow(
  batch: Batch,
  stream: string,
  revision: number,
  last: number,
  position: number,
  entries: readonly Entry[],
): void {
  const key = streamKey(stream);
  batch.rows.push({ stream: key, position, revision, amount: entries.length, entries });
  batch.last = position + entries.length - 1;
  batch.bytes += entries.reduce((sum, entry) => sum + entry.length, 0);
  const lastEntry = entries.at(-1);
  const content = isMetastream(stream) && lastEntry !== undefined ? { content: parseMetadata(lastEntry) } : {};
  batch.heads.set(stream, { key, last, ...content });
}

/** Writes a metadata event of the server's own. `last` is the metastream's last revision. */
export function addMetadata(
  batch: Batch,
  stream: string,
  last: number,
  data: Buffer,
  stamps: Stamps,
  now: number,
): void {
  const event = { id: stamps.newId(), type: '$metadata', json: true, data, metadata: Buffer.alloc(0) };
  addEvents(batch, metastreamOf(stream), last, [event], now);
}

/** A soft delete is metadata that hides every event there is. */
export const addSoftDelete = (batch: Batch, stream: string, last: number, stamps: Stamps, now: number): void => {
  addMetadata(batch, stream, last, SOFT_DELETED, stamps, now);
};

/** A tombstone is an event at the last revision that there can be, so that no other can follow. */
export function addTombstone(batch: Batch, stream: string, stamps: Stamps, now: number): void {
  const nothing = Buffer.alloc(0);
  const event = { id: stamps.newId(), type: '$streamDeleted', json: false, data: nothing, metadata: nothing };
  const position = batch.last + 1;
  const place = {
    stream: Buffer.from(stream, 'utf8'),
    revision: TOMBSTONE,
    position,
    created: now,
    tick: position % 10_000,
  };
  addRow(batch, stream, TOMBSTONE, TOMBSTONE, position, [encodeEntry(event, place)]);
}

/** What a new log starts with, as the real server's does: who may read the history of scavenges, and for how long. */
export function firstEvents(stamps: Stamps): Batch {
  const batch = emptyBatch(0);
  const data = Buffer.from('{"$maxAge":2592000,"$acl":{"$r":"$ops","$w":[],"$d":[],"$mr":[],"$mw":[]}}');
  addMetadata(batch, '$scavenges', -1, data, stamps, stamps.now());
  return batch;
}

/** Whether the retry of an event is answered with its position: not if the event is hidden. */
export const positionIfVisible = (state: StreamState, first: number, revision: number, position: number) =>
  state.softDeleted || revision < first ? undefined : position;
