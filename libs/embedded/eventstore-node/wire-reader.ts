/** A field of a protobuf message: `content` if it has a length, `value` if it is a varint. */
export type FieldVisitor = (number: number, content: Buffer, value: bigint) => void;

const NOTHING = Buffer.alloc(0);

/** A place in a message, moved by what is read there. */
interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/**
 * Goes through the fields of a protobuf message in their order, without copying.
 * @throws RangeError if the bytes are no message
 */
export function eachField(bytes: Buffer, visit: FieldVisitor): void {
  const cursor = { bytes, at: 0 };
  while (cursor.at < bytes.length) {
    const tag = readShort(cursor);
    const number = tag >>> 3;
    const type = tag & 7;
    if (type === 0) visit(number, NOTHING, readVarint(cursor));
    else if (type === 2) {
      const length = readShort(cursor);
      visit(number, take(cursor, length), 0n);
    } else if (type === 1) take(cursor, 8);
    else if (type === 5) take(cursor, 4);
    else throw new RangeError(`wire type ${String(type)}`);
  }
}

function take(cursor: Cursor, length: number): Buffer {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new RangeError('the message is cut off');
  const content = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return content;
}

/** A varint that fits into 32 bits: a tag or a length. */
function readShort(cursor: Cursor): number {
  let result = 0;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new RangeError('the message is cut off');
    result += (byte & 127) * factor;
    if (byte < 128) return result;
  }
  throw new RangeError('a length beyond 32 bits');
}

function readVarint(cursor: Cursor): bigint {
  let result = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new RangeError('the message is cut off');
    result |= BigInt(byte & 127) << shift;
    if (byte < 128) return BigInt.asUintN(64, result);
  }
  throw new RangeError('a number beyond 64 bits');
}
