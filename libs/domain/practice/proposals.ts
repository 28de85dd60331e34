import { londonDateOf } from '../calendar/dates.js';
import { accept, nothing, type Decision, type Refused } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import { authorityFor } from './authority.js';
import type { BodyOf, PracticeCommandName } from './commands.js';
import { confirmersOf, proposalOf } from './confirmers.js';
import { decideConfirmed } from './decide.js';
import type { DecisionContext } from './decider.js';
import type { PracticeEvent, PracticeEventType } from './events.js';
import { commandRules } from './rules.js';
import type { PracticeState, Proposal } from './state.js';

/** A confirmation's decision, with the two actors that its event names: the author and the latest confirmer (R2). */
export type ConfirmationDecision = Decision<PracticeEvent> & {
  readonly actor?: Actor;
  readonly confirmedBy?: Actor;
};

/**
 * Confirms a proposal in the name of `context.actor` (R2, I14): its command is decided again in the present state,
 * but for no other migration or go-live than it was made for; of three, the first confirmation becomes the proposal
 * that the last waits for. Confirmed already: nothing. Refuses PROPOSAL_UNKNOWN, SECOND_PERSON_REQUIRED, PROPOSAL_NOT_YOURS,
 * PROPOSAL_CLOSED, NOT_YOUR_PRACTICE, NOT_YOUR_SYSTEM and whatever the command's own decision refuses, which leaves
 * the proposal open.
 * @rule R2
 */
export const confirmProposal = (
  proposalId: string,
  state: PracticeState,
  context: DecisionContext,
): ConfirmationDecision => {
  const proposal = state.proposals[proposalId];
  const checked = checkOtherParty(proposalId, proposal, state, context);
  if (checked.kind === 'refused' || !proposal) return checked as Refused;
  if (proposal.status === 'CONFIRMED') return nothing;
  const closed = closedRefusal(proposal);
  if (closed) return closed;
  const command = {
    name: proposal.command as PracticeCommandName,
    body: proposal.body as unknown as BodyOf<PracticeCommandName>,
    requestHash: proposal.requestHash ?? '',
  };
  const decided = decideConfirmed(command, state, {
    ...context,
    actor: proposal.recordedBy,
    confirmedBy: checked.actor,
    today: londonDateOf(proposal.askedAt),
  });
  const both = { actor: proposal.recordedBy, confirmedBy: checked.actor };
  const { confirmer } = commandRules[command.name];
  const next = confirmersOf(confirmer, proposal.recordedBy.role)[proposal.agreedBy.length];
  if (decided.kind !== 'accepted' || !next) return { ...decided, ...both };
  return {
    ...accept(proposalOf(command, { confirmer: next, author: both.actor }, state, decided.events)),
    ...both,
  };
};

/** Declines a proposal, with a reason; declined already: nothing. Refuses as `confirmProposal` does. */
export const declineProposal = (
  proposalId: string,
  reason: string,
  state: PracticeState,
  context: DecisionContext,
): Decision<PracticeEvent> => {
  const proposal = state.proposals[proposalId];
  const checked = checkOtherParty(proposalId, proposal, state, context);
  if (checked.kind === 'refused' || !proposal) return checked as Refused;
  if (proposal.status === 'DECLINED') return nothing;
  return (
    closedRefusal(proposal) ??
    accept({ type: 'ProposalDeclined', payload: { effectiveDate: context.today, proposalId, reason } })
  );
};

/** The refusal PROPOSAL_CLOSED of a proposal that waits for nobody any more. */
const closedRefusal = ({ proposalId, status, overtakenBy }: Proposal): Refused | undefined => {
  if (status === 'OPEN') return undefined;
  const by = (overtakenBy && COURSES[overtakenBy]) ?? 'the end of the migration';
  const outcome = status === 'OVERTAKEN' ? `overtaken by ${by}` : status.toLowerCase();
  return refuse('PROPOSAL_CLOSED', { proposalId, outcome });
};

const COURSES: Partial<Record<PracticeEventType, string>> = {
  GoLiveDeclared: 'a later go-live',
  NoticeWithdrawn: 'the withdrawal of the notice',
  GoLiveRetracted: 'the retraction of the go-live',
  MigrationRolledBack: 'the rollback of the migration',
};

/**
 * Of I14 another person of the role confirms, whichever the organisation; of two parties, the practice or its PCT, or
 * the supplier that the proposal names.
 * @rule I14
 */
const checkOtherParty = (
  proposalId: string,
  proposal: Proposal | undefined,
  state: PracticeState,
  { actor, ods, today, reference }: DecisionContext,
) => {
  if (!state.practice) return refuse('PRACTICE_UNKNOWN', { ods });
  if (!proposal) return refuse('PROPOSAL_UNKNOWN', { proposalId });
  const { confirmerOrg } = proposal;
  const confirmer =
    confirmerOrg === undefined ? `another person of role ${proposal.confirmer}` : `supplier ${confirmerOrg}`;
  if (proposal.agreedBy.some(({ sub }) => sub === actor.sub))
    return refuse('SECOND_PERSON_REQUIRED', { confirmer });
  if (actor.role !== proposal.confirmer) return refuse('PROPOSAL_NOT_YOURS', { confirmer });
  if (confirmerOrg !== undefined && confirmerOrg !== actor.org)
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const command = proposal.command as PracticeCommandName;
  if (proposal.recordedBy.role === actor.role) return { kind: 'actor', actor } as const;
  const scope = { ods, on: proposal.effectiveDate, today, reference };
  return authorityFor(actor, command, [proposal.confirmer], state, scope);
};
