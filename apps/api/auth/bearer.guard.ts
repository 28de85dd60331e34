import { type CanActivate, type ExecutionContext, Injectable, Inject, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TokenHolder, VerifyToken } from '#platform/auth.js';
import { VERIFY_TOKEN } from '../dependencies.js';
import { problem } from '../problems/problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once the token has been verified. */
    holder: TokenHolder | null;
  }
}

const OPEN = 'open to anyone';

/** Marks a route that needs no token: only what says whether the service is well, and its documentation. */
export const OpenToAnyone = () => SetMetadata(OPEN, true);

/** Whether a route's handler, or its controller, is marked so. */
export const openRoute = (handler: object, controller: object): boolean =>
  [handler, controller].some((target) => Reflect.getMetadata(OPEN, target) === true);

/** Lets only holders of a good bearer token in. Throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(VERIFY_TOKEN) private readonly verify: VerifyToken) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (openRoute(context.getHandler(), context.getClass())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^bearer ([^ ]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw problem('TOKEN_MISSING');
    const verified = await this.verify(token);
    if (verified.kind === 'refused') throw problem(verified.code);
    request.holder = verified.holder;
    return true;
  }
}
