import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from '#platform/logging.js';
import { problemFromError } from './problem-from-error.js';
import { sendProblem } from './send-problem.js';

/** Turns every error into a problem. What is not the client's doing is logged, without the request's content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Pick<Logger, 'error'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemFromError(error);
    if (problem.status >= 500) this.log.error({ err: error }, `Answered ${problem.code}`);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (!reply.sent) sendProblem(reply, problem);
  }
}
