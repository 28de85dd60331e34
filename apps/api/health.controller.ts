import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Register } from '#commands/register.js';
import { type Sql, status } from '#projections/index.js';
import { OpenToAnyone } from './auth/bearer.guard.js';
import { REGISTER, SQL } from './dependencies.js';
import { readiness } from '../projector/readiness.js';

/** Whether the service lives, and whether it can do its work. */
@ApiExcludeController()
@Controller()
@OpenToAnyone()
export class HealthController {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(SQL) private readonly sql: Sql,
  ) {}

  @Get('livez')
  live(): object {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [head, projections] = await Promise.allSettled([
      this.register.store.headPosition(),
      status(this.sql),
    ]);
    const found = readiness(head, projections);
    void reply.code(found.status === 'ok' ? 200 : 503).send(found);
  }
}
