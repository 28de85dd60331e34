import type { RequestListener } from 'node:http';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { HttpAnswer, HttpRoutes } from './routes.js';

/** PostgreSQL does not answer the question who is asking. */
const NOT_READY: HttpAnswer = { status: 503 };

/** The routes for HTTP/1.1. */
export const overHttp1 =
  (routes: HttpRoutes): RequestListener =>
  (request, response) => {
    void routes(request.url ?? '/', request.headers.authorization)
      .catch(() => NOT_READY)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  };

/** Answers a request that came over HTTP/2 and is no gRPC call. */
export async function overHttp2(
  routes: HttpRoutes,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
): Promise<void> {
  stream.on('error', () => undefined);
  const answer = await routes(headers[':path'] ?? '/', headers.authorization).catch(() => NOT_READY);
  if (stream.destroyed) return;
  stream.respond({ ':status': answer.status, ...answer.headers });
  stream.end(answer.body);
}
