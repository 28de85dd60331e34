/** The largest signed 64-bit number as a double: what the protocol means by "the last revision there can be". */
export const LARGEST_INT64 = 2 ** 63;
/** The largest unsigned 64-bit number as a double: the protocol's "end", and its "no stream" in older fields. */
export const LARGEST_UINT64 = 2 ** 64;

/** The number of bytes that a number of at least 0 takes as a varint. */
export function varintSize(value: number): number {
  if (value >= LARGEST_INT64) return value >= LARGEST_UINT64 ? 10 : 9;
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/**
 * Writes a varint. The two largest 64-bit numbers, which no double can hold, are written exactly.
 * @returns the offset after it
 */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  if (value >= LARGEST_INT64) return writeLargest(target, at, value >= LARGEST_UINT64);
  let offset = at;
  let rest = value;
  while (rest >= 0x80000000) {
    target[offset++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest >= 128) {
    target[offset++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  target[offset++] = rest;
  return offset;
}

function writeLargest(target: Uint8Array, at: number, unsigned: boolean): number {
  const full = unsigned ? 9 : 8;
  target.fill(0xff, at, at + full);
  target[at + full] = unsigned ? 0x01 : 0x7f;
  return at + full + 1;
}

/** Writes the two's complement of a signed 64-bit number as a varint. @returns the offset after it */
function writeSignedVarint(target: Uint8Array, at: number, value: bigint): number {
  let offset = at;
  let rest = BigInt.asUintN(64, value);
  while (rest >= 128n) {
    target[offset++] = Number(rest & 127n) | 128;
    rest >>= 7n;
  }
  target[offset++] = Number(rest);
  return offset;
}

/** A protobuf field of type varint: uint64, enum or bool. */
export function numberField(number: number, value: number): Buffer {
  const field = Buffer.allocUnsafe(1 + varintSize(value));
  field[0] = number << 3;
  writeVarint(field, 1, value);
  return field;
}

/** A protobuf field with a length: bytes, text or a message. */
export function bytesField(number: number, ...content: readonly Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.allocUnsafe(1 + varintSize(length));
  head[0] = (number << 3) | 2;
  writeVarint(head, 1, length);
  return Buffer.concat([head, ...content]);
}

/** A protobuf field of type string. */
export const textField = (number: number, text: string): Buffer =>
  bytesField(number, Buffer.from(text, 'utf8'));

/** The content of a UUID message in its structured form. @param id the 16 bytes of the UUID */
export function structuredUuid(id: Buffer): Buffer {
  const bits = Buffer.alloc(24);
  bits[0] = 0x08;
  let at = writeSignedVarint(bits, 1, id.readBigInt64BE(0));
  bits[at++] = 0x10;
  at = writeSignedVarint(bits, at, id.readBigInt64BE(8));
  return bytesField(1, bits.subarray(0, at));
}

/** The bytes of a gRPC frame before its message: not compressed, and the message's length. */
export const FRAME_HEADER = 5;

/** A message with the gRPC frame around it. */
export function frame(...message: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(FRAME_HEADER);
  header.writeUInt32BE(
    message.reduce((sum, part) => sum + part.length, 0),
    1,
  );
  return Buffer.concat([header, ...message]);
}
