import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commissionerCode } from '#domain/fields.js';
import {
  callOffCoverAnswer,
  callOffCoverCsv,
  businessCaseTemplatesAnswer,
  type BusinessCaseTemplates,
  commissionerFundingAnswer,
  commissionerFundingCsv,
  dataAccessServicesAnswer,
  dataAccessServicesCsv,
  systemsAnswer,
  systemsCsv,
} from '#read-models/index.js';
import { Asker, type Holder } from '../auth/asker.js';
import { Answers, AnswersList } from '../openapi/answers.js';
import { sendList } from './answer.js';
import { type Question, questions } from './asked.js';
import { ReadsFrom } from './freshness.interceptor.js';
import {
  AskCallOffCover,
  AskBusinessCaseTemplates,
  AskCommissionerFunding,
  ListDataAccessServices,
  ListSystems,
} from './list-queries.js';

/** The questions that go beyond one practice: what suppliers offer, the business case's template, a commissioner's funding. */
@ApiTags('Registers: questions')
@ApiBearerAuth('bearer')
@Controller('api/v1')
export class RegistersController {
  constructor(private readonly bus: QueryBus) {}

  @Get('systems')
  @ReadsFrom('audit_history')
  @ApiOperation({ summary: 'The systems available through GPSoC on a day, with their levels (S2)' })
  @AnswersList(systemsAnswer)
  async systems(
    @Query({ schema: questions.systems }) asked: Question<'systems'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendList(request, reply, await this.bus.execute(new ListSystems(asked)), systemsCsv);
  }

  @Get('data-access-services')
  @ReadsFrom('audit_history')
  @ApiOperation({
    summary: 'How suppliers give practices their data, by the versions in force on a day (S22)',
  })
  @AnswersList(dataAccessServicesAnswer)
  async dataAccessServices(
    @Query({ schema: questions.dataAccessServices }) asked: Question<'dataAccessServices'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.bus.execute(new ListDataAccessServices(asked));
    sendList(request, reply, answer, dataAccessServicesCsv);
  }

  @Get('call-off-cover')
  @ReadsFrom('practices')
  @ApiOperation({ summary: 'How many practices a Call-Off covers on a day, in all and by commissioner (S8)' })
  @AnswersList(callOffCoverAnswer)
  async callOffCover(
    @Query({ schema: questions.callOffCover }) asked: Question<'callOffCover'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendList(request, reply, await this.bus.execute(new AskCallOffCover(asked)), callOffCoverCsv);
  }

  @Get('policy/business-case-templates')
  @ReadsFrom('audit_history')
  @ApiOperation({ summary: 'The Business Case Template in force on a day, and those before it (S12)' })
  @Answers(businessCaseTemplatesAnswer, [])
  templates(
    @Query({ schema: questions.businessCaseTemplates }) asked: Question<'businessCaseTemplates'>,
  ): Promise<BusinessCaseTemplates> {
    return this.bus.execute(new AskBusinessCaseTemplates(asked));
  }

  @Get('commissioners/:code/funding')
  @ReadsFrom('funding')
  @ApiOperation({ summary: 'Who pays for the systems of its practices, on the days they were its own (R4)' })
  @AnswersList(commissionerFundingAnswer, ['COMMISSIONER_NOT_YOURS'])
  async funding(
    @Param('code', { schema: commissionerCode }) code: string,
    @Query({ schema: questions.commissionerFunding }) asked: Question<'commissionerFunding'>,
    @Asker() holder: Holder,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.bus.execute(new AskCommissionerFunding({ holder, code }, asked));
    sendList(request, reply, answer, commissionerFundingCsv);
  }
}
