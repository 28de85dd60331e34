import { connect } from 'node:net';
import { once } from 'node:events';

/** A client that costs next to nothing, so that a figure is the server's and not the client's. */
export interface BareClient {
  /**
   * Makes a call; resolves with the first bytes of the answer when it is over.
   * @param take is given whatever else the server answers, as it comes
   */
  call(path: string, messages: Buffer, take?: (bytes: Buffer) => void): Promise<Buffer>;
  /** Reads no more of what the server sends. */
  stall(): void;
  close(): void;
}

const [DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE] = [0, 1, 3, 4, 6, 7, 8];
const [END_STREAM, ACK, END_HEADERS] = [1, 1, 4];
const FRAME_HEADER = 9;
const LARGEST_FRAME = 16384;

const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(FRAME_HEADER);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** Headers as HPACK's "literals without indexing": no table to keep in step. */
const headerBlock = (headers: Record<string, string>): Buffer =>
  Buffer.concat(
    Object.entries(headers).flatMap(([name, value]) => [
      Buffer.from([0, name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]),
  );

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A call that is not over. */
interface Waiting {
  answer: Buffer | undefined;
  readonly take: ((bytes: Buffer) => void) | undefined;
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (why: Error) => void;
}

/**
 * Connects by HTTP/2 as far as these calls need it: each request must fit into the window that the node gives. What is
 * written within one turn goes out together.
 */
export const connectBare = async (host: string, port: number): Promise<BareClient> => {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  const waiting = new Map<number, Waiting>();
  const blocks = new Map<string, Buffer>();
  let nextStream = 1;
  let outgoing: Buffer[] = [];
  const send = (bytes: Buffer): void => {
    if (outgoing.push(bytes) > 1) return;
    setImmediate(() => {
      socket.write(Buffer.concat(outgoing));
      outgoing = [];
    });
  };
  const over = (stream: number): void => {
    const call = waiting.get(stream);
    waiting.delete(stream);
    if (call?.answer === undefined) call?.reject(new Error('the call ended without an answer'));
    else call.resolve(call.answer);
  };
  const takeFrame = (type: number, flags: number, stream: number, payload: Buffer): void => {
    if (type === DATA) {
      const call = waiting.get(stream);
      if (call !== undefined && payload.length > 0) {
        call.answer ??= payload.subarray(5);
        call.take?.(payload);
        send(frame(WINDOW_UPDATE, 0, stream, uint32(payload.length)));
        send(frame(WINDOW_UPDATE, 0, 0, uint32(payload.length)));
      }
    }
    if (type === RST_STREAM || ((type === DATA || type === HEADERS) && (flags & END_STREAM) !== 0))
      over(stream);
    if (type === SETTINGS && (flags & ACK) === 0) send(frame(SETTINGS, ACK, 0, Buffer.alloc(0)));
    if (type === PING && (flags & ACK) === 0) send(frame(PING, ACK, 0, payload));
    if (type === GOAWAY) for (const each of [...waiting.keys()]) over(each);
  };
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (bytes.length >= FRAME_HEADER) {
      const end = FRAME_HEADER + bytes.readUIntBE(0, 3);
      if (bytes.length < end) break;
      takeFrame(bytes[3]!, bytes[4]!, bytes.readUInt32BE(5) & 0x7fffffff, bytes.subarray(FRAME_HEADER, end));
      bytes = bytes.subarray(end);
    }
    rest = bytes;
  });
  socket.on('error', () => undefined);
  send(Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'));
  send(frame(SETTINGS, 0, 0, Buffer.alloc(0)));
  const headersFor = (path: string): Buffer => {
    const known = blocks.get(path);
    if (known !== undefined) return known;
    const headers = {
      ':method': 'POST',
      ':scheme': 'http',
      ':path': path,
      ':authority': host,
      te: 'trailers',
    };
    const block = headerBlock({ ...headers, 'content-type': 'application/grpc' });
    blocks.set(path, block);
    return block;
  };
  return {
    call: (path, messages, take) =>
      new Promise((resolve, reject) => {
        const stream = nextStream;
        nextStream += 2;
        waiting.set(stream, { answer: undefined, take, resolve, reject });
        send(frame(HEADERS, END_HEADERS, stream, headersFor(path)));
        for (let at = 0; at < messages.length; at += LARGEST_FRAME) {
          const end = Math.min(messages.length, at + LARGEST_FRAME);
          send(frame(DATA, end === messages.length ? END_STREAM : 0, stream, messages.subarray(at, end)));
        }
      }),
    stall: () => socket.pause(),
    close: () => socket.destroy(),
  };
};
