import { createServer as createHttp1 } from 'node:http';
import { createServer as createHttp2, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { IncomingHttpHeaders } from 'node:http2';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { Access, Authenticated } from '../access/access.js';
import type { HttpRoutes } from '../http/routes.js';
import { overHttp1, overHttp2 } from '../http/serve.js';
import { asHeader, guarded, openCall, type Call, type Method } from './call.js';
import { timeLimit } from './deadline.js';
import { receiveFrames } from './frames.js';
import { keepAlive } from './keep-alive.js';
import { CallFailed, Code, NOT_AVAILABLE, UNAUTHENTICATED } from './status.js';

/** The methods by service and name, all in lower case: `event_store.client.streams.streams` → `read` → method. */
export type Services = ReadonlyMap<string, ReadonlyMap<string, Method>>;

/** A port on which gRPC (HTTP/2) and plain HTTP/1.1 are served. */
export interface Listening {
  readonly port: number;
  /** Ends open calls as unavailable and closes every connection. */
  stop(): Promise<void>;
}

const UNIMPLEMENTED = { code: Code.UNIMPLEMENTED, details: 'Method is unimplemented.' };
const TOO_LATE = { code: Code.DEADLINE_EXCEEDED, details: 'Deadline Exceeded' };
const WINDOW_BYTES = 1024 * 1024;
const GOODBYE_MS = 500;

/** The system asks clients that send nothing whether they are still there, whatever they speak. */
const CONNECTION = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 };

/** HTTP/2 limits: a client may have many calls open, and may cancel many of them, without being taken for an attack. */
const HTTP2_OPTIONS = {
  maxSessionMemory: 512,
  streamResetBurst: 100_000,
  streamResetRate: 10_000,
  settings: { initialWindowSize: WINDOW_BYTES, maxConcurrentStreams: 100_000 },
};

/** Where to listen: port 0 asks the system for one; with a certificate, only over TLS. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly tls?: TlsOptions;
}

/** What is served, and to whom. */
export interface Served {
  readonly services: Services;
  readonly routes: HttpRoutes;
  readonly authenticate: Access['authenticate'];
}

/**
 * Serves until stopped: HTTP/2 and HTTP/1.1 on one port.
 * @throws the system's error if the port is in use
 */
export async function listen({ host, port, tls }: Address, served: Served): Promise<Listening> {
  const calls = new Set<Call>();
  const sessions = new Set<ServerHttp2Session>();
  const sockets = new Set<Socket>();
  const http1 = createHttp1(overHttp1(served.routes));
  const http2 = createHttp2(HTTP2_OPTIONS);
  http2.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
    session.setLocalWindowSize(16 * WINDOW_BYTES);
    keepAlive(session);
  });
  http2.on('stream', (stream, headers) => {
    const call = serve(stream, headers, served);
    if (call === undefined) return;
    calls.add(call);
    call.onClose(() => calls.delete(call));
  });
  const server = serverFor(tls, (socket, isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const call of calls) call.fail(NOT_AVAILABLE);
    for (const session of sessions) session.close();
    const patience = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, GOODBYE_MS);
    http1.closeIdleConnections();
    await closed;
    clearTimeout(patience);
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

type Accept = (socket: Socket, isHttp2: boolean) => void;

/** Over TLS the two sides agree on a protocol (ALPN); without, the first bytes of a connection tell which it is. */
function serverFor(tls: TlsOptions | undefined, accept: Accept): Server {
  if (tls !== undefined) {
    const options = { ...tls, ALPNProtocols: ['h2', 'http/1.1'], ...CONNECTION };
    return createTlsServer(options, (socket) => {
      socket.on('error', () => undefined);
      accept(socket, socket.alpnProtocol === 'h2');
    });
  }
  return createServer(CONNECTION, (socket) => {
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      const isHttp2 = first.toString('latin1', 0, 3) === 'PRI';
      accept(socket, isHttp2);
      if (!isHttp2) socket.resume();
    });
  });
}

/** Starts the method that the path names; routing is case-insensitive, as the real server's is. */
function serve(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  { services, routes, authenticate }: Served,
): Call | undefined {
  if (headers[':method'] === 'GET' || headers[':method'] === 'HEAD') {
    void overHttp2(routes, stream, headers);
    return undefined;
  }
  const [, service = '', name = ''] = (headers[':path'] ?? '').toLowerCase().split('/');
  const methods = services.get(service);
  const call = openCall(stream, headers);
  if (methods === undefined) {
    stream.respond({ ':status': 404 }, { endStream: true });
    return undefined;
  }
  const begin = (caller: Authenticated): void => {
    if (call.closed) return;
    if (caller === 'wrong') throw new CallFailed(UNAUTHENTICATED);
    if (caller === 'malformed') {
      stream.respond({ ':status': 500 }, { endStream: true });
      return;
    }
    const method = methods.get(name);
    if (!IS_GRPC.test(headers['content-type'] ?? '')) {
      stream.respond(unsupported(headers['content-type']), { endStream: true });
      return;
    }
    if (method === undefined) throw new CallFailed(UNIMPLEMENTED);
    endInTime(call);
    const { data, end } = receiveFrames(call, method(call, caller));
    stream.on('data', data);
    stream.on('end', end);
  };
  const caller = authenticate(headers.authorization);
  if (caller instanceof Promise) call.run(caller.then(begin));
  else
    guarded(call, () => {
      begin(caller);
    });
  return call;
}

const IS_GRPC = /^application\/grpc($|[;+])/i;

/** The answer to what is no gRPC call. */
const unsupported = (contentType: string | undefined) => ({
  ':status': 415,
  'grpc-status': String(Code.INTERNAL),
  'grpc-message':
    contentType === undefined
      ? 'Content-Type is missing from the request.'
      : asHeader(`Content-Type '${contentType}' is not supported.`),
});

/** Ends the call when its client no longer waits for it: a client that lets a deadline pass need not say so. */
function endInTime(call: Call): void {
  const limit = timeLimit(call.headers['grpc-timeout']);
  if (limit === undefined) return;
  const timer = setTimeout(() => {
    call.fail(TOO_LATE);
  }, limit);
  call.onClose(() => {
    clearTimeout(timer);
  });
}
