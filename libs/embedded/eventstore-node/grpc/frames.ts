import { gunzipSync, inflateSync } from 'node:zlib';
import { guarded, type Call, type Receiver } from './call.js';
import { CallFailed, Code, type Status } from './status.js';
import { FRAME_HEADER } from '../wire.js';

/** The largest message that is taken, in bytes. */
const MAX_MESSAGE = 16 * 1024 * 1024;

const MESSAGE_TOO_LARGE: Status = {
  code: Code.RESOURCE_EXHAUSTED,
  details: 'Received message exceeds the maximum configured message size.',
};

/** The client ended its side before the request was there. */
export const INCOMPLETE: Status = { code: Code.INTERNAL, details: 'Incomplete message.' };

/** Cuts the bytes of a call into messages, unpacks them and passes them on. */
export function receiveFrames(call: Call, receiver: Receiver): { data(chunk: Buffer): void; end(): void } {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = FRAME_HEADER;

  const take = (): void => {
    let bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    while (bytes.length >= FRAME_HEADER && !call.closed) {
      const length = bytes.readUInt32BE(1);
      needed = FRAME_HEADER + length;
      if (length > MAX_MESSAGE) {
        call.fail(MESSAGE_TOO_LARGE);
        return;
      }
      if (bytes.length < needed) break;
      const message = bytes.subarray(FRAME_HEADER, needed);
      receiver.message(bytes[0] === 1 ? unpack(message, call.headers['grpc-encoding']) : message);
      bytes = bytes.subarray(needed);
      needed = FRAME_HEADER;
    }
    chunks = bytes.length === 0 ? [] : [bytes];
    size = bytes.length;
  };

  return {
    data: (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= needed) guarded(call, take);
    },
    end: () => {
      guarded(call, () => {
        if (size > 0) throw new CallFailed(INCOMPLETE);
        receiver.end();
      });
    },
  };
}

function unpack(message: Buffer, encoding: string | string[] | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(message, { maxOutputLength: MAX_MESSAGE });
  if (encoding === 'deflate') return inflateSync(message, { maxOutputLength: MAX_MESSAGE });
  throw new Error(`no such encoding: ${String(encoding)}`);
}
