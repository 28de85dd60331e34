import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { Caller } from '../access/user.js';
import { frame } from '../wire.js';
import { CallFailed, HANDLER_THREW, type Status } from './status.js';

/** One gRPC call, as a method sees it. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly closed: boolean;
  /** How many bytes wait for a client that does not keep up. */
  readonly unsent: number;
  /** Sends frames. @returns what to wait for before sending more, if the client does not keep up */
  send(frames: Buffer): Promise<void> | undefined;
  /** Reads nothing more from the client before this resolves, so that it is slowed down, too; it must not reject. */
  hold(until: Promise<void> | undefined): void;
  /** Ends the call well. */
  finish(): void;
  /** Sends one message and ends the call well. */
  reply(message: Buffer): void;
  fail(status: Status): void;
  /** Calls back when the call is over, for whatever reason. */
  onClose(listener: () => void): void;
  /** Ends the call with the status of what the work throws. */
  run(work: Promise<void>): void;
}

/** What takes the client's messages. What it throws ends the call. */
export interface Receiver {
  message(bytes: Buffer): void;
  end(): void;
}

/** @param caller who makes the call; undefined if nobody says so */
export type Method = (call: Call, caller: Caller) => Receiver;

const CONTENT_TYPE = { ':status': 200, 'content-type': 'application/grpc' } as const;

/** Header values are ASCII: the rest is percent-encoded, as gRPC asks of messages. */
export const asHeader = (text: string): string =>
  text.replace(/[^\x20-\x7e]|%(?=[0-9A-Fa-f]{2})/gu, (character) => encodeURIComponent(character));

const trailersOf = ({ code, details, metadata = {} }: Status): Record<string, string> => ({
  'grpc-status': String(code),
  'grpc-message': asHeader(details),
  ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, asHeader(value)])),
});

const OK: Record<string, string> = { 'grpc-status': '0' };

/** The status with which an error ends a call. */
export const statusOf = (error: unknown): Status =>
  error instanceof CallFailed ? error.status : HANDLER_THREW;

const ignored = (): void => undefined;

/** The call of an HTTP/2 stream. */
export function openCall(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Call {
  let over = false;
  let trailers = OK;
  let draining: Promise<void> | undefined;
  let holds = 0;
  const listeners: (() => void)[] = [];
  stream.on('error', ignored);
  stream.on('close', () => {
    over = true;
    for (const listener of listeners.splice(0)) listener();
    // The stream itself lives on until memory is next cleared as a whole; what was sent on it need not.
    stream.removeAllListeners();
    stream.on('error', ignored);
  });
  const begin = (): void => {
    if (stream.headersSent) return;
    stream.respond(CONTENT_TYPE, { waitForTrailers: true });
    stream.on('wantTrailers', () => {
      stream.sendTrailers(trailers);
      // The client may still be sending, but there is nothing more to say.
      if (!stream.readableEnded) setImmediate(() => stream.close(constants.NGHTTP2_NO_ERROR));
    });
  };
  const isOver = (): boolean => over || stream.destroyed || stream.writableEnded;
  const call: Call = {
    headers,
    get closed() {
      return isOver();
    },
    get unsent() {
      return stream.writableLength;
    },
    send: (frames) => {
      if (isOver()) return undefined;
      begin();
      if (stream.write(frames)) return undefined;
      draining ??= drained(stream).finally(() => (draining = undefined));
      return draining;
    },
    hold: (until) => {
      if (until === undefined || isOver()) return;
      holds += 1;
      stream.pause();
      void until.then(() => {
        holds -= 1;
        if (holds === 0) stream.resume();
      });
    },
    finish: () => {
      if (isOver()) return;
      begin();
      stream.end();
    },
    reply: (message) => {
      if (isOver()) return;
      begin();
      stream.end(frame(message));
    },
    fail: (status) => {
      if (isOver()) return;
      trailers = trailersOf(status);
      if (!stream.readableEnded) dropTheRest(stream);
      if (stream.headersSent) stream.end();
      else {
        stream.respond({ ...CONTENT_TYPE, ...trailers }, { endStream: true });
        stream.once('finish', () => stream.close(constants.NGHTTP2_NO_ERROR));
      }
    },
    onClose: (listener) => {
      if (over || stream.destroyed) listener();
      else listeners.push(listener);
    },
    run: (work) => {
      work.catch((error: unknown) => {
        call.fail(statusOf(error));
      });
    },
  };
  return call;
}

/** Does work of a call that is not over, and ends the call with the status of what it throws. */
export function guarded(call: Call, work: () => void): void {
  try {
    if (!call.closed) work();
  } catch (error) {
    call.fail(statusOf(error));
  }
}

/** What the client still sends is dropped. */
function dropTheRest(stream: ServerHttp2Stream): void {
  stream.removeAllListeners('data');
  stream.resume();
}

const drained = (stream: ServerHttp2Stream): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
