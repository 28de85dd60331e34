import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Socket } from 'node:net';
import { problemFromError } from '../problems/problem-from-error.js';
import { problemOf } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';
import { takeJsonOnly } from './json-parser.js';
import { answerHeaders } from './security-headers.js';

/** Answers bytes that are no HTTP request at all, and closes the connection. */
const refuseBytes = (_error: Error, socket: Socket): void => {
  const body = JSON.stringify(problemOf('MALFORMED_REQUEST'));
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/problem+json; charset=utf-8'];
  const rest = [`Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  if (socket.writable) socket.end([...head, ...rest, '', body].join('\r\n'));
};

/** How the HTTP server is made: bounded in time and size, and answering every error as a problem. */
export const serverOptions: FastifyServerOptions = {
  logger: false,
  requestTimeout: 30_000,
  keepAliveTimeout: 72_000,
  forceCloseConnections: 'idle',
  frameworkErrors: (error, _request, reply) => sendProblem(reply, problemFromError(error)),
  clientErrorHandler: refuseBytes,
} as FastifyServerOptions;

/** What every request goes through, before any route. */
export const prepareServer = (server: FastifyInstance): void => {
  takeJsonOnly(server);
  server.decorateRequest('holder', null);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(answerHeaders);
    done();
  });
};
