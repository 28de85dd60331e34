import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { commissionerCommands } from '#domain/commissioner/commands.js';
import { commissionerCode } from '#domain/fields.js';
import { Asker, type Holder } from '../auth/asker.js';
import { recordReference, tryReference } from './reference-endpoint.js';
import { namedCommand } from './request.js';

/** Every command of a commissioner’s stream: its establishment and its succession. */
@ApiExcludeController()
@Controller('api/v1/commissioners/:code/:command')
export class CommissionersController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  record(
    @Param('code', { schema: commissionerCode }) code: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(commissionerCommands, name, body);
    return recordReference(this.bus, { kind: 'commissioner', code, command }, { headers, actor, reply });
  }

  @Post('dry-run')
  tryOut(
    @Param('code', { schema: commissionerCode }) code: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(commissionerCommands, name, body);
    return tryReference(this.bus, { kind: 'commissioner', code, command }, { actor, reply });
  }
}
