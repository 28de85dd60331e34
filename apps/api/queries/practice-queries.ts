import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { requestHash } from '#commands/hashes.js';
import type { Clock } from '#platform/clock.js';
import type { Sql } from '#projections/index.js';
import {
  type AuditHistory,
  auditHistory,
  auditHistoryEntry,
  type HistoryEntry,
  practiceExposure,
  type PracticeExposure,
  type NextStepsAnswer,
  type PracticeFunding,
  practiceFunding,
  practiceNextSteps,
  practiceOn,
  type PracticeQueryAnswer,
} from '#read-models/index.js';
import {
  isSeen,
  seenOfExposure,
  seenOfFunding,
  seenOfHistory,
  seenOfNextSteps,
  seenOfPractice,
} from '../access.js';
import type { Holder } from '../auth/asker.js';
import { CLOCK, SQL } from '../dependencies.js';
import { problem } from '../problems/problem.js';
import type { Question } from './asked.js';
import { answerAsSeen, sightFor } from './sight-for.js';

/** Who asks about which practice. */
interface About {
  readonly holder: Holder;
  readonly ods: string;
}

/** What is so of a practice on a day, as known at an instant? */
export class AskPractice extends Query<PracticeQueryAnswer> {
  constructor(
    readonly about: About,
    readonly asked: Question<'practice'>,
  ) {
    super();
  }
}

/** What can be done about it now, by whom, and what is missing for the rest? */
export class AskNextSteps extends Query<NextStepsAnswer> {
  constructor(
    readonly about: About,
    readonly asked: Question<'nextSteps'>,
  ) {
    super();
  }
}

/** Who pays for its systems? */
export class AskFunding extends Query<PracticeFunding> {
  constructor(
    readonly about: About,
    readonly asked: Question<'practiceFunding'>,
  ) {
    super();
  }
}

/** What would notice cost locally? */
export class AskExposure extends Query<PracticeExposure> {
  constructor(
    readonly about: About,
    readonly asked: Question<'practice'>,
  ) {
    super();
  }
}

/** What stands in its file? */
export class AskAuditHistory extends Query<AuditHistory> {
  constructor(
    readonly about: About,
    readonly asked: Question<'auditHistory'>,
  ) {
    super();
  }
}

/** What does one entry of its file say? */
export class AskEntry extends Query<HistoryEntry> {
  constructor(
    readonly about: About,
    readonly asked: Question<'entry'> & { readonly revision: number },
  ) {
    super();
  }
}

@QueryHandler(AskPractice)
class AskPracticeHandler implements IQueryHandler<AskPractice> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about, asked }: AskPractice): Promise<PracticeQueryAnswer> {
    return answerAsSeen({ sql: this.sql, clock: this.clock, ...about }, asked, practiceOn, seenOfPractice);
  }
}

@QueryHandler(AskNextSteps)
class AskNextStepsHandler implements IQueryHandler<AskNextSteps> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about, asked }: AskNextSteps): Promise<NextStepsAnswer> {
    return answerAsSeen(
      { sql: this.sql, clock: this.clock, ...about },
      asked,
      (sql, known) => practiceNextSteps(sql, known, requestHash),
      seenOfNextSteps,
    );
  }
}

@QueryHandler(AskFunding)
class AskFundingHandler implements IQueryHandler<AskFunding> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about, asked }: AskFunding): Promise<PracticeFunding> {
    return answerAsSeen(
      { sql: this.sql, clock: this.clock, ...about },
      asked,
      practiceFunding,
      seenOfFunding,
    );
  }
}

@QueryHandler(AskExposure)
class AskExposureHandler implements IQueryHandler<AskExposure> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about, asked }: AskExposure): Promise<PracticeExposure> {
    return answerAsSeen(
      { sql: this.sql, clock: this.clock, ...about },
      asked,
      practiceExposure,
      seenOfExposure,
    );
  }
}

@QueryHandler(AskAuditHistory)
class AskAuditHistoryHandler implements IQueryHandler<AskAuditHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ about, asked }: AskAuditHistory): Promise<AuditHistory> {
    return answerAsSeen({ sql: this.sql, clock: this.clock, ...about }, asked, auditHistory, seenOfHistory);
  }
}

@QueryHandler(AskEntry)
class AskEntryHandler implements IQueryHandler<AskEntry> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ about: { holder, ods }, asked }: AskEntry): Promise<HistoryEntry> {
    const sight = await sightFor(this.sql, this.clock, holder, ods);
    const { revision, knownAt = this.clock.now() } = asked;
    const entry = await auditHistoryEntry(this.sql, { ods, revision, knownAt });
    if (!entry || (sight.kind === 'own' && !isSeen(sight, entry))) throw problem('EVENT_UNKNOWN');
    return entry;
  }
}

export const practiceQueryHandlers = [
  AskPracticeHandler,
  AskNextStepsHandler,
  AskFundingHandler,
  AskExposureHandler,
  AskAuditHistoryHandler,
  AskEntryHandler,
];
