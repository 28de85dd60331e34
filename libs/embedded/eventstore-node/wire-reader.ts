/** A field of a message: `start` and `end` of its content if it has a length, `value` if it is a varint. */
export type FieldVisitor = (number: number, start: number, end: number, value: bigint) => void;

/** A place in a message, moved by what is read there. */
interface Cursor {
  readonly bytes: Buffer;
  readonly end: number;
  at: number;
}

/**
 * Goes through the fields of the protobuf message that lies between two offsets, without copying.
 * @throws RangeError if the bytes are no message
 */
export function eachField(bytes: Buffer, visit: FieldVisitor, start = 0, end = bytes.length): void {
  const cursor: Cursor = { bytes, end, at: start };
  while (cursor.at < end) {
    const tag = readShort(cursor);
    const number = tag >>> 3;
    const type = tag & 7;
    const from = cursor.at;
    if (type === 0) visit(number, from, from, readVarint(cursor));
    else if (type === 2) {
      const length = readShort(cursor);
      const content = cursor.at;
      skip(cursor, length);
      visit(number, content, cursor.at, 0n);
    } else if (type === 1) skip(cursor, 8);
    else if (type === 5) skip(cursor, 4);
    else throw new RangeError(`wire type ${String(type)}`);
  }
}

function skip(cursor: Cursor, length: number): void {
  cursor.at += length;
  if (cursor.at > cursor.end) throw new RangeError('the message is cut off');
}

function readByte(cursor: Cursor): number {
  const byte = cursor.at < cursor.end ? cursor.bytes[cursor.at++] : undefined;
  if (byte === undefined) throw new RangeError('the message is cut off');
  return byte;
}

/** A varint that fits into 32 bits: a tag or a length. */
function readShort(cursor: Cursor): number {
  let result = 0;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const byte = readByte(cursor);
    result += (byte & 127) * factor;
    if (byte < 128) return result;
  }
  throw new RangeError('a length beyond 32 bits');
}

function readVarint(cursor: Cursor): bigint {
  let result = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = readByte(cursor);
    result |= BigInt(byte & 127) << shift;
    if (byte < 128) return BigInt.asUintN(64, result);
  }
  throw new RangeError('a number beyond 64 bits');
}
