import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { eventId, odsCode, text } from '#domain/fields.js';
import { Asker, type Holder } from '../auth/asker.js';
import { SettleProposal } from './handlers.js';
import { entryOf } from './practice-commands.controller.js';
import { answerToCommand, send } from './reply.js';
import { commandHeaders } from './request.js';

/** What confirming a proposal takes: nothing. */
export const confirmation = z.strictObject({}).nullish();
/** What declining a proposal takes. */
export const declining = z.strictObject({ reason: text(2000) });

/** The other party's word on a proposal, with a key of its own (R2). */
@ApiExcludeController()
@Controller('api/v1/practices/:ods/proposals/:proposalId')
export class ProposalsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('confirm')
  async confirm(
    @Param('ods', { schema: odsCode }) ods: string,
    @Param('proposalId', { schema: eventId }) proposalId: string,
    @Body({ schema: confirmation }) _body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const request = { ods, proposalId, actor, ...commandHeaders(headers) };
    const outcome = await this.commands.execute(new SettleProposal(request));
    send(reply, answerToCommand(outcome, entryOf(ods)));
  }

  @Post('decline')
  async decline(
    @Param('ods', { schema: odsCode }) ods: string,
    @Param('proposalId', { schema: eventId }) proposalId: string,
    @Body({ schema: declining }) { reason }: z.infer<typeof declining>,
    @Headers() headers: IncomingHttpHeaders,
    @Asker() actor: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const request = { ods, proposalId, reason, actor, ...commandHeaders(headers) };
    const outcome = await this.commands.execute(new SettleProposal(request));
    send(reply, answerToCommand(outcome, entryOf(ods)));
  }
}
