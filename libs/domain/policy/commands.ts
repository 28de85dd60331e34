import type { z } from 'zod';
import { policyEvents } from './events.js';

/** What the one command of the policy stream takes; `effectiveDate` is from when the set is in force. */
export const policyCommands = { 'publish-policy-set': policyEvents.PolicySetPublished };

/** The policy stream's command by its name, with its validated body. */
export interface PolicyCommand {
  readonly name: 'publish-policy-set';
  readonly body: z.infer<(typeof policyCommands)['publish-policy-set']>;
}
