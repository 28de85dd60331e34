import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Observable } from 'rxjs';
import { checkpoint, type Sql, waitFor } from '#projections/index.js';
import { SQL } from '../dependencies.js';
import { problem } from '../problems/problem.js';

const READS_FROM = 'reads from';
const USUAL_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 30;

/** Names the projections that a route's answers come from; they are waited for where a read asks for it. */
export const ReadsFrom = (...projections: string[]) =>
  applyDecorators(
    SetMetadata(READS_FROM, projections),
    UseInterceptors(FreshnessInterceptor),
    ApiHeader({
      name: 'Register-Read-After',
      required: false,
      description: 'A position token: the answer knows of everything recorded up to it',
    }),
    ApiHeader({ name: 'Prefer', required: false, description: '`wait=<seconds>`: how long to wait for it' }),
  );

/** How many milliseconds a request allows for waiting, by `Prefer: wait=<seconds>` (RFC 7240). */
export const waitAllowed = ({ prefer }: IncomingHttpHeaders): number => {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})/i.exec(String(prefer ?? ''))?.[1];
  return Math.min(Number(seconds ?? USUAL_WAIT_SECONDS), LONGEST_WAIT_SECONDS) * 1000;
};

/** The position after which a request wants to read. Throws INVALID_REQUEST for a token that is none. */
const readAfter = ({ 'register-read-after': token }: IncomingHttpHeaders): bigint | undefined => {
  if (token === undefined) return undefined;
  const wrong = { path: 'Register-Read-After', message: 'must be a position that `Register-Position` gave' };
  if (!/^\d{1,18}$/.test(String(token))) throw problem('INVALID_REQUEST', { errors: [wrong] });
  return BigInt(String(token));
};

/**
 * Read your own writes: waits until the answer's projections have handled the position asked for, or answers
 * READ_MODEL_BEHIND. Every answer says the position that it is at, at least.
 */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SQL) private readonly sql: Sql,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const names = this.reflector.get<string[]>(READS_FROM, context.getHandler());
    const http = context.switchToHttp();
    const { headers } = http.getRequest<FastifyRequest>();
    const after = readAfter(headers);
    if (after !== undefined) await this.reach(names, after, waitAllowed(headers));
    const positions = await Promise.all(names.map((name) => checkpoint(this.sql, name)));
    const least = positions.reduce((one, other) =>
      one === 'start' || (other !== 'start' && one < other) ? one : other,
    );
    void http
      .getResponse<FastifyReply>()
      .header('register-position', least === 'start' ? '0' : least.toString());
    return next.handle();
  }

  private async reach(names: readonly string[], after: bigint, waitMs: number): Promise<void> {
    const waited = await waitFor(this.sql, names, after, waitMs);
    if (waited.reached) return;
    const behind = waited.behind.map(({ name, position, lastRecordedAt, stopped }) => ({
      projection: name,
      position: String(position),
      ...(lastRecordedAt !== undefined && { lastRecordedAt }),
      stopped: stopped !== undefined,
    }));
    throw problem('READ_MODEL_BEHIND', { wanted: after.toString(), behind });
  }
}
