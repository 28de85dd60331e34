import type { z } from 'zod';
import { organisationCommands } from './commands/organisation.js';
import { installationCommands } from './commands/installation.js';
import { callOffCommands } from './commands/call-off.js';
import { decisionCommands } from './commands/decision.js';
import { disputeCommands } from './commands/dispute.js';
import { selectionCommands } from './commands/selection.js';
import { deliveryCommands } from './commands/delivery.js';
import { dataAccessCommands } from './commands/data-access.js';
import { goLiveCommands } from './commands/go-live.js';
import { exitCommands } from './commands/exits.js';
import { noticeCommands } from './commands/notice.js';
import { correctionCommands } from './commands/correction.js';
import { retentionCommands } from './commands/retention.js';
import { custodyCommands } from './commands/custody.js';
import { auditAccessCommands } from './commands/audit-access.js';
import type { dateParty, migrationKind } from './events/fields.js';

/**
 * What each command of a practice's stream takes, by the command's name, which is also its route. `effectiveDate`
 * is the day on which it was done or happened (R10). Unknown fields are refused; derived fields are never sent (R20).
 * @rule R20
 */
export const practiceCommands = {
  ...organisationCommands,
  ...installationCommands,
  ...callOffCommands,
  ...decisionCommands,
  ...disputeCommands,
  ...selectionCommands,
  ...deliveryCommands,
  ...dataAccessCommands,
  ...goLiveCommands,
  ...exitCommands,
  ...noticeCommands,
  ...retentionCommands,
  ...custodyCommands,
  ...auditAccessCommands,
  ...correctionCommands,
};

export type PracticeCommandName = keyof typeof practiceCommands;

/** The body of one command. */
export type BodyOf<Name extends PracticeCommandName> = z.infer<(typeof practiceCommands)[Name]>;

export type DateParty = z.infer<typeof dateParty>;
export type MigrationKind = z.infer<typeof migrationKind>;
