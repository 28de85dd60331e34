import type { FastifyReply } from 'fastify';
import type { Problem } from './problem.js';

/** For how many seconds a client had better wait before it asks again. */
const RETRY_AFTER_SECONDS = '1';

/** Which headers a problem has beside its content type, by its status. */
const headersOf = ({ status, code }: Problem): Record<string, string> => {
  if (status === 503) return { 'retry-after': RETRY_AFTER_SECONDS };
  if (status !== 401) return {};
  const why = code === 'TOKEN_MISSING' ? '' : ', error="invalid_token"';
  return { 'www-authenticate': `Bearer realm="gpsoc-change-register"${why}` };
};

/** Answers with a problem (RFC 9457). */
export const sendProblem = (reply: FastifyReply, problem: Problem): void => {
  void reply
    .code(problem.status)
    .headers(headersOf(problem))
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
};
