import { BODY, idOf, positionOf, type Entry } from '../log/entry.js';
import type { Resolved } from '../log/resolve.js';
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

const NOTHING = Buffer.alloc(0);
const HEX = Buffer.from('0123456789abcdef', 'latin1');
const DASH = 0x2d;
const TEXT_ID_BYTES = 40;

/** More than the frame, the tags, the lengths, the ids and the positions of one response take together. */
const RESPONSE_ROOM = 160;

/** Events as frames in one buffer, each copied once. */
export function eventFrames(events: readonly Resolved[], format: IdFormat): Buffer {
  const room = events.reduce(
    (sum, { event, link }) => sum + RESPONSE_ROOM + (event?.length ?? 0) + (link?.length ?? 0),
    0,
  );
  const frames = Buffer.allocUnsafe(room);
  let at = 0;
  for (const event of events) at = writeEvent(frames, at, event, format);
  return frames.subarray(0, at);
}

const recordedSize = (entry: Entry | undefined, format: IdFormat): number =>
  entry === undefined ? 0 : idSize(entry, format) + entry.length - BODY;

const idSize = (entry: Entry, format: IdFormat): number =>
  format === 'text' ? TEXT_ID_BYTES : structuredId(entry).length;

const sizedField = (size: number): number => (size === 0 ? 0 : 1 + varintSize(size) + size);

function writeEvent(target: Buffer, start: number, { event, link }: Resolved, format: IdFormat): number {
  const eventSize = recordedSize(event, format);
  const linkSize = recordedSize(link, format);
  const position = positionOf(link ?? event ?? NOTHING);
  const size = sizedField(eventSize) + sizedField(linkSize) + 1 + varintSize(position);
  target[start] = 0;
  target.writeUInt32BE(sizedField(size), start + 1);
  let at = start + FRAME_HEADER;
  target[at++] = 0x0a;
  at = writeVarint(target, at, size);
  if (event !== undefined) at = writeRecorded(target, at, 0x0a, event, eventSize, format);
  if (link !== undefined) at = writeRecorded(target, at, 0x12, link, linkSize, format);
  target[at++] = 0x18;
  return writeVarint(target, at, position);
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
