import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TokenHolder } from '#platform/auth.js';

/** Who asks: the person, role and organisation of the token. */
export type { TokenHolder as Holder } from '#platform/auth.js';

/** The parameter that is the holder of the request's token. */
export const Asker = createParamDecorator((_data: unknown, context: ExecutionContext): TokenHolder => {
  const { holder } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!holder) throw new Error('A route that asks who asks is open to anyone.');
  return holder;
});
