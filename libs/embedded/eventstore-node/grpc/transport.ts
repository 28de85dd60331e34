import { createServer as createHttp1, type RequestListener } from 'node:http';
import { createServer as createHttp2, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { IncomingHttpHeaders } from 'node:http2';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { openCall, type Call, type Method } from './call.js';
import { receiveFrames } from './frames.js';
import { Code, NOT_AVAILABLE } from './status.js';

/** The methods by service and name, all in lower case: `event_store.client.streams.streams` → `read` → method. */
export type Services = ReadonlyMap<string, ReadonlyMap<string, Method>>;

/** A port on which gRPC (HTTP/2) and plain HTTP/1.1 are served. */
export interface Listening {
  readonly port: number;
  /** Ends open calls as unavailable and closes every connection. */
  stop(): Promise<void>;
}

const UNIMPLEMENTED = { code: Code.UNIMPLEMENTED, details: 'Method is unimplemented.' };
const WINDOW_BYTES = 1024 * 1024;
const GOODBYE_MS = 500;

/** HTTP/2 limits: a client may have many calls open, and may cancel many of them, without being taken for an attack. */
const HTTP2_OPTIONS = {
  maxSessionMemory: 512,
  streamResetBurst: 100_000,
  streamResetRate: 10_000,
  settings: { initialWindowSize: WINDOW_BYTES, maxConcurrentStreams: 100_000 },
};

/**
 * Serves until stopped. The first bytes of a connection tell HTTP/2 from HTTP/1.1.
 * @param port 0 asks the system for one
 * @throws the system's error if the port is in use
 */
export async function listen(
  { host, port }: { readonly host: string; readonly port: number },
  services: Services,
  http: RequestListener,
): Promise<Listening> {
  const calls = new Set<Call>();
  const sessions = new Set<ServerHttp2Session>();
  const sockets = new Set<Socket>();
  const http1 = createHttp1(http);
  const http2 = createHttp2(HTTP2_OPTIONS);
  http2.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
    session.setLocalWindowSize(16 * WINDOW_BYTES);
  });
  http2.on('stream', (stream, headers) => {
    const call = serve(stream, headers, services);
    if (call === undefined) return;
    calls.add(call);
    call.onClose(() => calls.delete(call));
  });
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      const isHttp2 = first.toString('latin1', 0, 3) === 'PRI';
      (isHttp2 ? http2 : http1).emit('connection', socket);
      if (!isHttp2) socket.resume();
    });
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

/** Starts the method that the path names; routing is case-insensitive, as the real server's is. */
function serve(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  services: Services,
): Call | undefined {
  const [, service = '', name = ''] = (headers[':path'] ?? '').toLowerCase().split('/');
  const methods = services.get(service);
  const call = openCall(stream, headers);
  if (methods === undefined) {
    stream.respond({ ':status': 404 }, { endStream: true });
    return undefined;
  }
  const method = methods.get(name);
  if (method === undefined) {
    call.fail(UNIMPLEMENTED);
    return undefined;
  }
  const { data, end } = receiveFrames(call, method(call));
  stream.on('data', data);
  stream.on('end', end);
  return call;
}
