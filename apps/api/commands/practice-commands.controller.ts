import { Body, Controller, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { odsCode } from '#domain/fields.js';
import { practiceCommands } from '#domain/practice/commands.js';
import { Asker, type Holder } from '../auth/asker.js';
import { trial } from '../queries/asked.js';
import { RecordForPractice, TryForPractice } from './handlers.js';
import { answerToCommand, answerToDryRun, send } from './reply.js';
import { commandHeaders, namedCommand } from './request.js';

/** Where an entry of a practice's file is read. */
export const entryOf = (ods: string) => (revision: number) =>
  `/api/v1/practices/${ods}/audit-history/${revision}`;

/** Every command about a practice: its name is its route (architecture §3.1). */
@ApiExcludeController()
@Controller('api/v1/practices/:ods/:command')
export class PracticeCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  async record(
    @Param('ods', { schema: odsCode }) ods: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = namedCommand(practiceCommands, name, body);
    const request = { ods, actor, ...command, ...commandHeaders(headers) };
    const outcome = await this.commands.execute(new RecordForPractice(request));
    send(reply, answerToCommand(outcome, entryOf(ods)));
  }

  @Post('dry-run')
  async tryOut(
    @Param('ods', { schema: odsCode }) ods: string,
    @Param('command') name: string,
    @Query({ schema: trial }) { until }: z.output<typeof trial>,
    @Body() body: unknown,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const request = { ods, actor, until, ...namedCommand(practiceCommands, name, body) };
    send(reply, answerToDryRun(await this.commands.execute(new TryForPractice(request))));
  }
}
