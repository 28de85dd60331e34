import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { supplierId } from '#domain/fields.js';
import { supplierCommands } from '#domain/supplier/commands.js';
import { Asker, type Holder } from '../auth/asker.js';
import { recordReference, tryReference } from './reference-endpoint.js';
import { namedCommand } from './request.js';

/** Every command of a supplier’s stream: its systems, levels, prices and terms. */
@ApiExcludeController()
@Controller('api/v1/suppliers/:id/:command')
export class SuppliersController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  record(
    @Param('id', { schema: supplierId }) id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(supplierCommands, name, body);
    return recordReference(this.bus, { kind: 'supplier', id, command }, { headers, actor, reply });
  }

  @Post('dry-run')
  tryOut(
    @Param('id', { schema: supplierId }) id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(supplierCommands, name, body);
    return tryReference(this.bus, { kind: 'supplier', id, command }, { actor, reply });
  }
}
