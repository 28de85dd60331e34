import type { z } from 'zod';
import { policyEvents } from './events.js';

/** What the commands of the policy stream take; `effectiveDate` is from when the set or template is in force. */
export const policyCommands = {
  'publish-policy-set': policyEvents.PolicySetPublished,
  'publish-business-case-template': policyEvents.BusinessCaseTemplatePublished,
};

export type PolicyCommandName = keyof typeof policyCommands;

/** A command of the policy stream by its name, with its validated body. */
export type PolicyCommand<Name extends PolicyCommandName = PolicyCommandName> = {
  readonly [Each in Name]: {
    readonly name: Each;
    readonly body: z.infer<(typeof policyCommands)[Each]>;
  };
}[Name];
