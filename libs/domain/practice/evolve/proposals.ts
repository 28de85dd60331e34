import type { Appliers } from './apply.js';
import { withProposal } from './changes.js';

/** How the state follows the events of commands of two parties. */
export const applyProposals = {
  CommandProposed: (state, entry, event) => ({
    ...state,
    proposals: {
      ...state.proposals,
      [entry.eventId]: {
        ...entry,
        proposalId: entry.eventId,
        commandId: event.metadata.commandId,
        requestHash: event.metadata.requestHash,
        status: 'OPEN',
      },
    },
  }),
  ProposalDeclined: (state, entry) => withProposal(state, entry.proposalId, 'DECLINED'),
} satisfies Partial<Appliers>;
