import type { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { ReferenceCommand } from '#commands/reference-commands.js';
import type { Holder } from '../auth/asker.js';
import { RecordReference, TryReference } from './handlers.js';
import { answerToCommand, answerToDryRun, send } from './reply.js';
import { commandHeaders } from './request.js';

/** Records a command of a reference stream and answers it. */
export const recordReference = async (
  commands: CommandBus,
  reference: ReferenceCommand,
  { headers, actor, reply }: { headers: IncomingHttpHeaders; actor: Holder; reply: FastifyReply },
): Promise<void> => {
  const request = { actor, ...commandHeaders(headers) };
  send(reply, answerToCommand(await commands.execute(new RecordReference(reference, request))));
};

/** Answers what a command of a reference stream would come to. */
export const tryReference = async (
  commands: CommandBus,
  reference: ReferenceCommand,
  { actor, reply }: { actor: Holder; reply: FastifyReply },
): Promise<void> => {
  send(reply, answerToDryRun(await commands.execute(new TryReference(reference, actor))));
};
