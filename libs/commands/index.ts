export { publishFirstStart } from './first-start.js';
export { dryRunPracticeCommand } from './dry-run.js';
export { dryRunImport, importRows, type ImportRequest, type RowOutcome } from './import-rows.js';
export {
  confirmProposal,
  declineProposal,
  executePracticeCommand,
  type PracticeCommandRequest,
  type PracticeRequest,
} from './practice-commands.js';
export {
  dryRunReferenceCommand,
  executeReferenceCommand,
  type ReferenceCommand,
  type ReferenceRequest,
} from './reference-commands.js';
export type { CommandOutcome, DryRun, Register } from './register.js';
