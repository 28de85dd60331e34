import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Clock } from '#platform/clock.js';
import type { Sql } from '#projections/index.js';
import {
  type CallOffCover,
  callOffCover,
  businessCaseTemplates,
  type BusinessCaseTemplates,
  type CommissionerFunding,
  commissionerFunding,
  type DataAccessServices,
  listDataAccessServices,
  listPractices,
  listSystems,
  type Practices,
  type Systems,
} from '#read-models/index.js';
import { mayReadCommissioner } from '../access.js';
import type { Holder } from '../auth/asker.js';
import { CLOCK, SQL } from '../dependencies.js';
import { problem } from '../problems/problem.js';
import type { Question } from './asked.js';

/** Which practices are there? */
export class ListPractices extends Query<Practices> {
  constructor(readonly asked: Question<'practices'>) {
    super();
  }
}

/** Which systems are available through GPSoC (S2)? */
export class ListSystems extends Query<Systems> {
  constructor(readonly asked: Question<'systems'>) {
    super();
  }
}

/** How many practices does a Call-Off cover (S8)? */
export class AskCallOffCover extends Query<CallOffCover> {
  constructor(readonly asked: Question<'callOffCover'>) {
    super();
  }
}

/** How do suppliers give practices their data (S22)? */
export class ListDataAccessServices extends Query<DataAccessServices> {
  constructor(readonly asked: Question<'dataAccessServices'>) {
    super();
  }
}

/** What is a business case to hold (S12)? */
export class AskBusinessCaseTemplates extends Query<BusinessCaseTemplates> {
  constructor(readonly asked: Question<'businessCaseTemplates'>) {
    super();
  }
}

/** Who pays for the systems of a commissioner's practices? */
export class AskCommissionerFunding extends Query<CommissionerFunding> {
  constructor(
    readonly about: { readonly holder: Holder; readonly code: string },
    readonly asked: Question<'commissionerFunding'>,
  ) {
    super();
  }
}

@QueryHandler(ListPractices)
class ListPracticesHandler implements IQueryHandler<ListPractices> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ asked }: ListPractices): Promise<Practices> {
    const { knownAt = this.clock.now() } = asked;
    return listPractices(this.sql, { ...asked, knownAt });
  }
}

@QueryHandler(ListSystems)
class ListSystemsHandler implements IQueryHandler<ListSystems> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ asked }: ListSystems): Promise<Systems> {
    const { knownAt = this.clock.now() } = asked;
    return listSystems(this.sql, { ...asked, knownAt });
  }
}

@QueryHandler(AskCallOffCover)
class AskCallOffCoverHandler implements IQueryHandler<AskCallOffCover> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ asked }: AskCallOffCover): Promise<CallOffCover> {
    const { knownAt = this.clock.now() } = asked;
    return callOffCover(this.sql, { ...asked, knownAt });
  }
}

@QueryHandler(ListDataAccessServices)
class ListDataAccessServicesHandler implements IQueryHandler<ListDataAccessServices> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ asked }: ListDataAccessServices): Promise<DataAccessServices> {
    const { knownAt = this.clock.now() } = asked;
    return listDataAccessServices(this.sql, { ...asked, knownAt });
  }
}

@QueryHandler(AskBusinessCaseTemplates)
class AskBusinessCaseTemplatesHandler implements IQueryHandler<AskBusinessCaseTemplates> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ asked }: AskBusinessCaseTemplates): Promise<BusinessCaseTemplates> {
    const { knownAt = this.clock.now() } = asked;
    return businessCaseTemplates(this.sql, { ...asked, knownAt });
  }
}

@QueryHandler(AskCommissionerFunding)
class AskCommissionerFundingHandler implements IQueryHandler<AskCommissionerFunding> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about: { holder, code }, asked }: AskCommissionerFunding): Promise<CommissionerFunding> {
    if (!mayReadCommissioner(holder, code)) throw problem('COMMISSIONER_NOT_YOURS');
    const { knownAt = this.clock.now() } = asked;
    return commissionerFunding(this.sql, { ...asked, code, knownAt });
  }
}

export const listQueryHandlers = [
  AskBusinessCaseTemplatesHandler,
  ListPracticesHandler,
  ListSystemsHandler,
  ListDataAccessServicesHandler,
  AskCallOffCoverHandler,
  AskCommissionerFundingHandler,
];
