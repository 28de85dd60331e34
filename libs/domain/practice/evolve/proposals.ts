import type { Recorded } from '../../recorded.js';
import type { PracticeState, Proposal } from '../state.js';
import type { Appliers } from './apply.js';
import { withProposal } from './changes.js';

/** How the state follows the events of commands of two parties or more. */
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
        ...agreedSoFar(state, event),
        status: 'OPEN',
        overtakenBy: null,
      },
    },
  }),
  ProposalDeclined: (state, entry) => withProposal(state, entry.proposalId, 'DECLINED'),
} satisfies Partial<Appliers>;

/** Of three, a proposal that comes of another's confirmation goes on from it. */
const agreedSoFar = (
  state: PracticeState,
  { metadata: { actor, confirmedBy, causationId, recordedAt } }: Recorded,
): Pick<Proposal, 'agreedBy' | 'askedAt'> => {
  const before = state.proposals[causationId];
  if (!before || !confirmedBy) return { agreedBy: [actor], askedAt: recordedAt };
  return { agreedBy: [...before.agreedBy, confirmedBy], askedAt: before.askedAt };
};
