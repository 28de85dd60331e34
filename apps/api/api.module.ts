import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { BearerGuard } from './auth/bearer.guard.js';
import { CallOffsController } from './commands/call-offs.controller.js';
import { CommissionersController } from './commands/commissioners.controller.js';
import { commandHandlers } from './commands/handlers.js';
import { PolicyController } from './commands/policy.controller.js';
import { PracticeCommandsController } from './commands/practice-commands.controller.js';
import { ProposalsController } from './commands/proposals.controller.js';
import { SuppliersController } from './commands/suppliers.controller.js';
import { type ApiDependencies, CLOCK, REGISTER, SQL, VERIFY_TOKEN } from './dependencies.js';
import { HealthController } from './health.controller.js';
import { DocsController } from './openapi/docs.controller.js';
import { OpenApiDocument } from './openapi/document.js';
import { listQueryHandlers } from './queries/list-queries.js';
import { practiceQueryHandlers } from './queries/practice-queries.js';
import { PracticesController } from './queries/practices.controller.js';
import { RegistersController } from './queries/registers.controller.js';

/** Everything that answers a request. */
@Module({
  controllers: [
    PracticesController,
    RegistersController,
    PracticeCommandsController,
    ProposalsController,
    SuppliersController,
    CallOffsController,
    CommissionersController,
    PolicyController,
    HealthController,
    DocsController,
  ],
})
export class ApiModule {
  /** The module on these stores. */
  static on({ register, sql, clock, verifyToken }: ApiDependencies): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: REGISTER, useValue: register },
        { provide: SQL, useValue: sql },
        { provide: CLOCK, useValue: clock },
        { provide: VERIFY_TOKEN, useValue: verifyToken },
        { provide: APP_GUARD, useClass: BearerGuard },
        OpenApiDocument,
        ...commandHandlers,
        ...practiceQueryHandlers,
        ...listQueryHandlers,
      ],
    };
  }
}
