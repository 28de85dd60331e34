import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { callOffCommands } from '#domain/call-off/commands.js';
import { commissionerCode, supplierId } from '#domain/fields.js';
import { Asker, type Holder } from '../auth/asker.js';
import { recordReference, tryReference } from './reference-endpoint.js';
import { namedCommand } from './request.js';

/** Every command of a Call-Off’s stream: one agreement for each commissioner and supplier (A30). */
@ApiExcludeController()
@Controller('api/v1/call-offs/:commissioner/:supplier/:command')
export class CallOffsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  record(
    @Param('commissioner', { schema: commissionerCode }) commissioner: string,
    @Param('supplier', { schema: supplierId }) supplier: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(callOffCommands, name, body);
    return recordReference(
      this.bus,
      { kind: 'call-off', commissioner, supplier, command },
      { headers, actor, reply },
    );
  }

  @Post('dry-run')
  tryOut(
    @Param('commissioner', { schema: commissionerCode }) commissioner: string,
    @Param('supplier', { schema: supplierId }) supplier: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(callOffCommands, name, body);
    return tryReference(this.bus, { kind: 'call-off', commissioner, supplier, command }, { actor, reply });
  }
}
