import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { odsCode } from '#domain/fields.js';
import {
  auditHistoryAnswer,
  auditHistoryCsv,
  exposureAnswer,
  historyEntry,
  nextStepsAnswer,
  practiceFundingAnswer,
  practiceFundingCsv,
  practiceQueryAnswer,
  practicesAnswer,
  practicesCsv,
  type HistoryEntry,
  type PracticeExposure,
  type NextStepsAnswer,
} from '#read-models/index.js';
import { Asker, type Holder } from '../auth/asker.js';
import { etag } from '../commands/reply.js';
import { Answers, AnswersList } from '../openapi/answers.js';
import { sendList } from './answer.js';
import { type Question, questions, revisionText } from './asked.js';
import { ReadsFrom } from './freshness.interceptor.js';
import { ListPractices } from './list-queries.js';
import {
  AskAuditHistory,
  AskExposure,
  AskEntry,
  AskFunding,
  AskNextSteps,
  AskPractice,
} from './practice-queries.js';

const OF_A_PRACTICE = ['PRACTICE_UNKNOWN', 'NOT_YOUR_PRACTICE'] as const;

/** Every question about practices. */
@ApiTags('Practices: questions')
@ApiBearerAuth('bearer')
@Controller('api/v1/practices')
export class PracticesController {
  constructor(private readonly bus: QueryBus) {}

  @Get()
  @ReadsFrom('practices')
  @ApiOperation({ summary: 'List and search the practices, as JSON or CSV' })
  @AnswersList(practicesAnswer)
  async list(
    @Query({ schema: questions.practices }) asked: Question<'practices'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendList(request, reply, await this.bus.execute(new ListPractices(asked)), practicesCsv);
  }

  @Get(':ods')
  @ReadsFrom('audit_history')
  @ApiOperation({
    summary: 'A practice on a day, as known at an instant: instances, migration, notice, findings',
  })
  @Answers(practiceQueryAnswer, OF_A_PRACTICE, 'ETag')
  async practice(
    @Param('ods', { schema: odsCode }) ods: string,
    @Query({ schema: questions.practice }) asked: Question<'practice'>,
    @Asker() holder: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.bus.execute(new AskPractice({ holder, ods }, asked));
    void reply.headers(answer.nothingOnRecord ? {} : etag(answer.revision)).send(answer);
  }

  @Get(':ods/next-steps')
  @ReadsFrom('audit_history')
  @ApiOperation({
    summary:
      'What can be done now and by whom, what is missing for each other step, and which rule asks for it',
  })
  @Answers(nextStepsAnswer, OF_A_PRACTICE)
  nextSteps(
    @Param('ods', { schema: odsCode }) ods: string,
    @Query({ schema: questions.nextSteps }) asked: Question<'nextSteps'>,
    @Asker() holder: Holder,
  ): Promise<NextStepsAnswer> {
    return this.bus.execute(new AskNextSteps({ holder, ods }, asked));
  }

  @Get(':ods/funding')
  @ReadsFrom('funding', 'audit_history')
  @ApiOperation({ summary: 'Who pays for its systems, day by day and row by row, and why' })
  @AnswersList(practiceFundingAnswer, OF_A_PRACTICE)
  async funding(
    @Param('ods', { schema: odsCode }) ods: string,
    @Query({ schema: questions.practiceFunding }) asked: Question<'practiceFunding'>,
    @Asker() holder: Holder,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendList(
      request,
      reply,
      await this.bus.execute(new AskFunding({ holder, ods }, asked)),
      practiceFundingCsv,
    );
  }

  @Get(':ods/exposure')
  @ReadsFrom('audit_history')
  @ApiOperation({
    summary:
      'What notice to each system that was left costs locally if given on a day, and what has accrued (P3)',
  })
  @Answers(exposureAnswer, OF_A_PRACTICE)
  exposure(
    @Param('ods', { schema: odsCode }) ods: string,
    @Query({ schema: questions.practice }) asked: Question<'practice'>,
    @Asker() holder: Holder,
  ): Promise<PracticeExposure> {
    return this.bus.execute(new AskExposure({ holder, ods }, asked));
  }

  @Get(':ods/audit-history')
  @ReadsFrom('audit_history')
  @ApiOperation({
    summary: 'Its whole file in order: who, for whom, when effective, when recorded, what corrected',
  })
  @AnswersList(auditHistoryAnswer, OF_A_PRACTICE)
  async history(
    @Param('ods', { schema: odsCode }) ods: string,
    @Query({ schema: questions.auditHistory }) asked: Question<'auditHistory'>,
    @Asker() holder: Holder,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendList(
      request,
      reply,
      await this.bus.execute(new AskAuditHistory({ holder, ods }, asked)),
      auditHistoryCsv,
    );
  }

  @Get(':ods/audit-history/:revision')
  @ReadsFrom('audit_history')
  @ApiOperation({ summary: 'One entry of its file' })
  @Answers(historyEntry, [...OF_A_PRACTICE, 'EVENT_UNKNOWN'])
  entry(
    @Param('ods', { schema: odsCode }) ods: string,
    @Param('revision', { schema: revisionText }) revision: number,
    @Query({ schema: questions.entry }) asked: Question<'entry'>,
    @Asker() holder: Holder,
  ): Promise<HistoryEntry> {
    return this.bus.execute(new AskEntry({ holder, ods }, { ...asked, revision }));
  }
}
