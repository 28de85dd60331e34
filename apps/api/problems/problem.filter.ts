import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform/logging.js';
import { problemFromError } from './problem-from-error.js';
import { sendProblem } from './send-problem.js';

/** Turns every error into a problem. What is not the client's doing is logged, without the request's content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Pick<Logger, 'error'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemFromError(error);
    // Who went away with half a body said leaves an error that looks like the database's.
    const isGone = host.switchToHttp().getRequest<FastifyRequest>().raw.readableAborted;
    if (problem.status >= 500 && !isGone) this.log.error({ err: error }, `Answered ${problem.code}`);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (!reply.sent) sendProblem(reply, problem);
  }
}
