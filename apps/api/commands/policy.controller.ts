import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { policyCommands } from '#domain/policy/commands.js';
import { Asker, type Holder } from '../auth/asker.js';
import { recordReference, tryReference } from './reference-endpoint.js';
import { namedCommand } from './request.js';

/** Every command of the policy stream: policy sets. */
@ApiExcludeController()
@Controller('api/v1/policy/:command')
export class PolicyController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  record(
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(policyCommands, name, body);
    return recordReference(this.bus, { kind: 'policy', command }, { headers, actor, reply });
  }

  @Post('dry-run')
  tryOut(
    @Param('command') name: string,
    @Body() body: unknown,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(policyCommands, name, body);
    return tryReference(this.bus, { kind: 'policy', command }, { actor, reply });
  }
}
