import { BODY, idOf, positionOf, type Entry } from '../log/entry.js';
import {
  bytesField,
  FRAME_HEADER,
  frame,
  numberField,
  structuredUuid,
  textField,
  varintSize,
  writeVarint,
} from '../wire.js';

/** How a reader wants event ids. */
export type IdFormat = 'text' | 'structured';

/** What a reader gets: an event, a link with or without the event that it points at. */
export interface Resolved {
  readonly event?: Entry;
  readonly link?: Entry;
}

const NOTHING = Buffer.alloc(0);
const HEX = Buffer.from('0123456789abcdef', 'latin1');
const DASH = 0x2d;
const TEXT_ID_BYTES = 40;

/** Events as frames in one buffer, each copied once. */
export function eventFrames(events: readonly Resolved[], format: IdFormat): Buffer {
  const sizes = events.map((event) => sizesOf(event, format));
  const length = sizes.reduce(
    (sum, { message }) => sum + FRAME_HEADER + 1 + varintSize(message) + message,
    0,
  );
  const frames = Buffer.allocUnsafe(length);
  let at = 0;
  for (const [index, event] of events.entries()) {
    const size = sizes[index];
    if (size !== undefined) at = writeEvent(frames, at, event, size, format);
  }
  return frames;
}

interface Sizes {
  readonly event: number;
  readonly link: number;
  readonly message: number;
}

function sizesOf({ event, link }: Resolved, format: IdFormat): Sizes {
  const eventSize = event === undefined ? 0 : recordedSize(event, format);
  const linkSize = link === undefined ? 0 : recordedSize(link, format);
  const position = positionOf(link ?? event ?? NOTHING);
  const message =
    (event === undefined ? 0 : 1 + varintSize(eventSize) + eventSize) +
    (link === undefined ? 0 : 1 + varintSize(linkSize) + linkSize) +
    1 +
    varintSize(position);
  return { event: eventSize, link: linkSize, message };
}

const recordedSize = (entry: Entry, format: IdFormat): number => idSize(entry, format) + entry.length - BODY;

const idSize = (entry: Entry, format: IdFormat): number =>
  format === 'text' ? TEXT_ID_BYTES : structuredId(entry).length;

function writeEvent(
  target: Buffer,
  start: number,
  resolved: Resolved,
  size: Sizes,
  format: IdFormat,
): number {
  const { event, link } = resolved;
  let at = start;
  target[at] = 0;
  target.writeUInt32BE(1 + varintSize(size.message) + size.message, at + 1);
  at += FRAME_HEADER;
  target[at++] = 0x0a;
  at = writeVarint(target, at, size.message);
  if (event !== undefined) at = writeRecorded(target, at, 0x0a, event, size.event, format);
  if (link !== undefined) at = writeRecorded(target, at, 0x12, link, size.link, format);
  target[at++] = 0x18;
  return writeVarint(target, at, positionOf(link ?? event ?? NOTHING));
}

function writeRecorded(
  target: Buffer,
  start: number,
  tag: number,
  entry: Entry,
  size: number,
  format: IdFormat,
): number {
  target[start] = tag;
  let at = writeVarint(target, start + 1, size);
  at = format === 'text' ? writeTextId(target, at, entry) : at + structuredId(entry).copy(target, at);
  return at + entry.copy(target, at, BODY);
}

/** The id field with the UUID as text; written by hand because every event that is read has one. */
function writeTextId(target: Buffer, start: number, entry: Entry): number {
  const id = idOf(entry);
  let at = start;
  target[at++] = 0x0a;
  target[at++] = 38;
  target[at++] = 0x12;
  target[at++] = 36;
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) target[at++] = DASH;
    const byte = id[index] ?? 0;
    target[at++] = HEX[byte >> 4] ?? 0;
    target[at++] = HEX[byte & 15] ?? 0;
  }
  return at;
}

const structuredId = (entry: Entry): Buffer => bytesField(1, structuredUuid(idOf(entry)));

/** The id of a subscription, which is what it starts with. */
export const confirmation = (id: string): Buffer => frame(bytesField(2, textField(1, id)));

/** How far a filtered subscription has got. */
export const checkpoint = (commit: number, prepare: number): Buffer =>
  frame(bytesField(3, numberField(1, commit), numberField(2, prepare)));

export const streamNotFound = (stream: string): Buffer =>
  frame(bytesField(4, bytesField(1, bytesField(3, Buffer.from(stream, 'utf8')))));

export const firstStreamPosition = (revision: number): Buffer => frame(numberField(5, revision));
export const lastStreamPosition = (revision: number): Buffer => frame(numberField(6, revision));
export const CAUGHT_UP = frame(bytesField(8, NOTHING));
