import { LARGEST_INT64, varintSize, writeVarint } from '../wire.js';

/** The revision of the event that a tombstone writes: 2^63 - 1 on the wire. */
export const TOMBSTONE = LARGEST_INT64;

/** An event as a client proposes it. `id` is the 16 bytes of its UUID. */
export interface Proposed {
  readonly id: Buffer;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Where a proposed event goes. `created` is in milliseconds since 1970, `tick` the 100 ns units beyond. */
export interface Place {
  readonly stream: Buffer;
  readonly revision: number;
  readonly position: number;
  readonly created: number;
  readonly tick: number;
}

/**
 * A stored event: one buffer of a fixed header, which the server reads, and a body, which are the fields 2 to 8
 * of the protocol's RecordedEvent ready to be sent. The header is: length (4 bytes), id (16), position,
 * revision, created (8 each, doubles), JSON or not (1), and start and length of stream name and of type and start
 * of the data (4 each, counted from the start of the entry; the data runs to its end).
 */
export type Entry = Buffer;

/** The offset at which an entry's body starts. */
export const BODY = 65;
const ID = 4;
const POSITION = 20;
const REVISION = 28;
const CREATED = 36;
const JSON_FLAG = 44;
const STREAM_START = 45;
const STREAM_LENGTH = 49;
const TYPE_START = 53;
const TYPE_LENGTH = 57;
const DATA_START = 61;

const JSON_CONTENT = mapItem('content-type', 'application/json');
const BINARY_CONTENT = mapItem('content-type', 'application/octet-stream');
const CREATED_KEY = Buffer.from('\x32\x1c\x0a\x07created\x12\x11', 'latin1');
const TYPE_KEY = Buffer.from('\x0a\x04type\x12', 'latin1');
const CREATED_DIGITS = 17;

/** An item of the metadata map, whose key and value are short. */
function mapItem(key: string, value: string): Buffer {
  const item = `\x0a${String.fromCharCode(key.length)}${key}\x12${String.fromCharCode(value.length)}${value}`;
  return Buffer.from(`\x32${String.fromCharCode(item.length)}${item}`, 'latin1');
}

const sizedField = (length: number): number => 1 + varintSize(length) + length;

/** An event at its place in the log, as it is stored and sent. */
export function encodeEntry(event: Proposed, place: Place): Entry {
  const type = Buffer.from(event.type, 'utf8');
  const content = event.json ? JSON_CONTENT : BINARY_CONTENT;
  const nameSize = sizedField(place.stream.length);
  const typeItem = TYPE_KEY.length + varintSize(type.length) + type.length;
  const length =
    BODY +
    sizedField(nameSize) +
    (place.revision > 0 ? 1 + varintSize(place.revision) : 0) +
    2 * (1 + varintSize(place.position)) +
    sizedField(typeItem) +
    content.length +
    CREATED_KEY.length +
    CREATED_DIGITS +
    (event.metadata.length > 0 ? sizedField(event.metadata.length) : 0) +
    (event.data.length > 0 ? sizedField(event.data.length) : 0);
  const entry = Buffer.allocUnsafe(length);
  let at = writePlace(entry, event, place, nameSize);
  entry[at++] = 0x32;
  at = writeVarint(entry, at, typeItem);
  at = writeVarint(entry, writeBytes(entry, at, TYPE_KEY), type.length);
  entry.writeUInt32LE(at, TYPE_START);
  entry.writeUInt32LE(type.length, TYPE_LENGTH);
  at = writeBytes(entry, at, type);
  at = writeBytes(entry, at, content);
  at = writeBytes(entry, at, CREATED_KEY);
  at += entry.write(createdTicks(place), at, 'latin1');
  writeContent(entry, at, event);
  return entry;
}

const createdTicks = ({ created, tick }: Place): string =>
  `${String(created)}${String(tick).padStart(4, '0')}`.padStart(CREATED_DIGITS, '0');

function writePlace(entry: Entry, event: Proposed, place: Place, nameSize: number): number {
  entry.writeUInt32LE(entry.length, 0);
  entry.set(event.id, ID);
  entry.writeDoubleLE(place.position, POSITION);
  entry.writeDoubleLE(place.revision, REVISION);
  entry.writeDoubleLE(place.created, CREATED);
  entry[JSON_FLAG] = event.json ? 1 : 0;
  entry[BODY] = 0x12;
  let at = writeVarint(entry, BODY + 1, nameSize);
  entry[at++] = 0x1a;
  at = writeVarint(entry, at, place.stream.length);
  entry.writeUInt32LE(at, STREAM_START);
  entry.writeUInt32LE(place.stream.length, STREAM_LENGTH);
  at = writeBytes(entry, at, place.stream);
  if (place.revision > 0) {
    entry[at++] = 0x18;
    at = writeVarint(entry, at, place.revision);
  }
  entry[at++] = 0x20;
  at = writeVarint(entry, at, place.position);
  entry[at++] = 0x28;
  return writeVarint(entry, at, place.position);
}

function writeContent(entry: Entry, start: number, { metadata, data }: Proposed): void {
  let at = start;
  if (metadata.length > 0) {
    entry[at++] = 0x3a;
    at = writeBytes(entry, writeVarint(entry, at, metadata.length), metadata);
  }
  if (data.length > 0) {
    entry[at++] = 0x42;
    at = writeVarint(entry, at, data.length);
    entry.set(data, at);
  }
  entry.writeUInt32LE(at, DATA_START);
}

function writeBytes(target: Buffer, at: number, bytes: Uint8Array): number {
  target.set(bytes, at);
  return at + bytes.length;
}

/** The entries of which these bytes are made, without copying. */
export function splitEntries(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + bytes.readUInt32LE(at);
    entries.push(bytes.subarray(at, end));
    at = end;
  }
  return entries;
}

export const positionOf = (entry: Entry): number => entry.readDoubleLE(POSITION);
/** The last position that belongs to an event: the next one starts right after it. */
export const lastByteOf = (entry: Entry): number => positionOf(entry) + entry.length - 1;
export const revisionOf = (entry: Entry): number => entry.readDoubleLE(REVISION);
/** When the event was written, in milliseconds since 1970. */
export const createdOf = (entry: Entry): number => entry.readDoubleLE(CREATED);
export const isJson = (entry: Entry): boolean => entry[JSON_FLAG] === 1;
/** The 16 bytes of the event's id, a view of the entry. */
export const idOf = (entry: Entry): Buffer => entry.subarray(ID, ID + 16);
export const dataOf = (entry: Entry): Buffer => entry.subarray(entry.readUInt32LE(DATA_START));

export function streamOf(entry: Entry): string {
  const start = entry.readUInt32LE(STREAM_START);
  return entry.toString('utf8', start, start + entry.readUInt32LE(STREAM_LENGTH));
}

const DOLLAR = 0x24;

/** Whether the event's stream is one of the server's own: its name begins with a dollar sign. */
export const isInSystemStream = (entry: Entry): boolean => entry[entry.readUInt32LE(STREAM_START)] === DOLLAR;

export function typeOf(entry: Entry): string {
  const start = entry.readUInt32LE(TYPE_START);
  return entry.toString('utf8', start, start + entry.readUInt32LE(TYPE_LENGTH));
}
