import shared from '@eventstore/db-client/generated/shared_pb.js';
import { eachField } from './wire-reader.js';
import {
  bytesField,
  LARGEST_INT64,
  LARGEST_UINT64,
  numberField,
  structuredUuid,
  textField,
  varintSize,
} from './wire.js';

const readBack = (bytes: Buffer) => {
  const fields: [number: number, text: string, value: bigint][] = [];
  eachField(bytes, (number, start, end, value) =>
    fields.push([number, bytes.toString('utf8', start, end), value]),
  );
  return fields;
};

describe('protobuf written and read by hand', () => {
  it.each([
    [0, 0n, 1],
    [127, 127n, 1],
    [128, 128n, 2],
    [2 ** 31, 2n ** 31n, 5],
    [2 ** 53, 2n ** 53n, 8],
    [LARGEST_INT64, 2n ** 63n - 1n, 9],
    [LARGEST_UINT64, 2n ** 64n - 1n, 10],
  ])('the number %p', (value, exact, size) => {
    expect(varintSize(value)).toBe(size);
    expect(readBack(numberField(3, value))).toEqual([[3, '', exact]]);
  });

  it('texts and messages', () => {
    const message = bytesField(1, textField(2, 'zoë'), numberField(4, 1));
    expect(readBack(message)).toHaveLength(1);
    expect(readBack(message.subarray(2))).toEqual([
      [2, 'zoë', 0n],
      [4, '', 1n],
    ]);
  });

  it('a UUID in its structured form is what the generated message reads', () => {
    const id = Buffer.from('ffeeddccbbaa49888766554433221100', 'hex');
    const structured = shared.UUID.deserializeBinary(structuredUuid(id)).getStructured();
    expect(structured?.getMostSignificantBits()).toBe('-4822678189225592');
    expect(structured?.getLeastSignificantBits()).toBe('-8690164679560785664');
  });

  it('bytes that are no message are refused', () => {
    expect(() => readBack(Buffer.from('ffffffff', 'hex'))).toThrow(RangeError);
    expect(() => readBack(Buffer.from('0a05616263', 'hex'))).toThrow(RangeError);
  });
});
