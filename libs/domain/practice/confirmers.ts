import type { Actor } from '../recorded.js';
import type { BodyOf, PracticeCommandName } from './commands.js';
import type { PracticeEvent } from './events.js';
import { flagsOf, type ConfirmerRole } from './events/fields.js';
import type { PracticeState } from './state.js';

/** Who confirms a command, one after the other, by the role of whoever proposes it; nobody: it is recorded at once (R2). */
const confirmers = {
  /** The other of practice and PCT. */
  OTHER_PARTY: (author) => [author === 'PR' ? 'PCT' : 'PR'],
  /** Another person of the same role (I14). */
  OTHER_PERSON: (author) => [author],
  /** The supplier of the instance that the command names. */
  SUPPLIER: () => ['SUP'],
  /** The PCT, of what a practice asks for. */
  COMMISSIONER: (author) => (author === 'PR' ? ['PCT'] : []),
  /** Three: another person of the same role, then the national team (I14). */
  OTHER_PERSON_AND_NATIONAL: (author) => [author, 'NAT'],
} satisfies Record<string, (author: ConfirmerRole) => readonly ConfirmerRole[]>;

export type ConfirmerRule = keyof typeof confirmers;

/** The roles that confirm a command proposed by this one, in order; none where it is recorded at once (R2). */
export const confirmersOf = (
  rule: ConfirmerRule | undefined,
  author: Actor['role'],
): readonly ConfirmerRole[] => (rule === undefined ? [] : confirmers[rule](author as ConfirmerRole));

/**
 * The whole command, waiting for a confirmer (R2). A supplier is named: only the instance's own may consent, and of
 * what a supplier proposes itself only its own colleague.
 */
export const proposalOf = (
  { name, body }: { readonly name: PracticeCommandName; readonly body: BodyOf<PracticeCommandName> },
  { confirmer, author }: { readonly confirmer: ConfirmerRole; readonly author: Actor },
  state: PracticeState,
  events: readonly PracticeEvent[],
): PracticeEvent => {
  const flags = events.flatMap(flagsOf);
  const { instanceId = '' } = body as { instanceId?: string };
  const supplier = state.instances[instanceId]?.supplier ?? author.org;
  return {
    type: 'CommandProposed',
    payload: {
      effectiveDate: body.effectiveDate,
      command: name,
      body: JSON.parse(JSON.stringify(body)) as never,
      confirmer,
      ...(confirmer === 'SUP' && { confirmerOrg: supplier }),
      ...(flags.length > 0 && { flags }),
    },
  };
};
