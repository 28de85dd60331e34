import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dryRunPracticeCommand, type TrialRequest } from '#commands/dry-run.js';
import {
  confirmProposal,
  declineProposal,
  executePracticeCommand,
  type PracticeCommandRequest,
  type PracticeRequest,
} from '#commands/practice-commands.js';
import {
  dryRunReferenceCommand,
  executeReferenceCommand,
  type ReferenceCommand,
  type ReferenceRequest,
} from '#commands/reference-commands.js';
import type { CommandOutcome, DryRun, Register } from '#commands/register.js';
import { REGISTER } from '../dependencies.js';

/** Record a command about a practice. */
export class RecordForPractice extends Command<CommandOutcome> {
  constructor(readonly request: PracticeRequest & PracticeCommandRequest) {
    super();
  }
}

/** Say what a command about a practice would come to. */
export class TryForPractice extends Command<DryRun> {
  constructor(readonly request: TrialRequest) {
    super();
  }
}

/** Confirm a proposal, or decline it with a reason (R2). */
export class SettleProposal extends Command<CommandOutcome> {
  constructor(readonly request: PracticeRequest & { readonly proposalId: string; readonly reason?: string }) {
    super();
  }
}

/** Record a command of a reference stream. */
export class RecordReference extends Command<CommandOutcome> {
  constructor(
    readonly reference: ReferenceCommand,
    readonly request: ReferenceRequest,
  ) {
    super();
  }
}

/** Say what a command of a reference stream would come to. */
export class TryReference extends Command<DryRun> {
  constructor(
    readonly reference: ReferenceCommand,
    readonly actor: ReferenceRequest['actor'],
  ) {
    super();
  }
}

@CommandHandler(RecordForPractice)
class RecordForPracticeHandler implements ICommandHandler<RecordForPractice> {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  execute({ request }: RecordForPractice): Promise<CommandOutcome> {
    return executePracticeCommand(this.register, request);
  }
}

@CommandHandler(TryForPractice)
class TryForPracticeHandler implements ICommandHandler<TryForPractice> {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  execute({ request }: TryForPractice): Promise<DryRun> {
    return dryRunPracticeCommand(this.register, request);
  }
}

@CommandHandler(SettleProposal)
class SettleProposalHandler implements ICommandHandler<SettleProposal> {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  execute({ request: { reason, ...request } }: SettleProposal): Promise<CommandOutcome> {
    return reason === undefined
      ? confirmProposal(this.register, request)
      : declineProposal(this.register, { ...request, reason });
  }
}

@CommandHandler(RecordReference)
class RecordReferenceHandler implements ICommandHandler<RecordReference> {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  execute({ reference, request }: RecordReference): Promise<CommandOutcome> {
    return executeReferenceCommand(this.register, reference, request);
  }
}

@CommandHandler(TryReference)
class TryReferenceHandler implements ICommandHandler<TryReference> {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  execute({ reference, actor }: TryReference): Promise<DryRun> {
    return dryRunReferenceCommand(this.register, reference, actor);
  }
}

export const commandHandlers = [
  RecordForPracticeHandler,
  TryForPracticeHandler,
  SettleProposalHandler,
  RecordReferenceHandler,
  TryReferenceHandler,
];
