import { londonDateOf } from '#domain/calendar/dates.js';
import type { Decision } from '#domain/decision.js';
import { policyFor } from '#domain/policy/state.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import { decidePractice } from '#domain/practice/decide.js';
import type { DecisionContext } from '#domain/practice/decider.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import {
  confirmProposal as decideConfirmation,
  declineProposal as decideDecline,
} from '#domain/practice/proposals.js';
import type { PracticeState } from '#domain/practice/state.js';
import type { Actor } from '#domain/recorded.js';
import { transact, type RecordedAs } from '#event-store/index.js';
import { commandHash, requestHash } from './hashes.js';
import { referenceFacts } from './reference-facts.js';
import { deciders, toOutcome, type CommandOutcome, type Register } from './register.js';

/** What every request about a practice carries. */
export interface PracticeRequest {
  readonly ods: string;
  readonly actor: Actor;
  /** The idempotency key, a UUID (I16). */
  readonly commandId: string;
  readonly correlationId?: string;
  /** The revision that the caller last saw. */
  readonly ifMatch?: number;
}

/** A command about a practice, its body valid by the command's schema. */
export interface PracticeCommandRequest<Name extends PracticeCommandName = PracticeCommandName> {
  readonly name: Name;
  readonly body: BodyOf<Name>;
}

type Decided = Decision<PracticeEvent> & { readonly actor?: Actor; readonly confirmedBy?: Actor };
type Choose = (state: PracticeState, context: DecisionContext) => Decided;

/** What is decided about a practice. */
export interface Deciding {
  readonly name: string;
  readonly body: object;
  /** Whose policy day it is: the command's effective date, London. */
  readonly on: string;
  readonly choose: Choose;
}

/** Reference facts recorded elsewhere may be this old when a command is accepted on them, never when refused. */
const REFERENCE_MAX_AGE_MS = 1000;

/** Decides and records a command about a practice. Throws StoreUnavailable. */
export const executePracticeCommand = async <Name extends PracticeCommandName>(
  register: Register,
  request: PracticeRequest & PracticeCommandRequest<Name>,
): Promise<CommandOutcome> => {
  const hash = requestHash(request.name, request.body, request.actor);
  return record(register, request, deciding(request, hash), { requestHash: hash });
};

/** Confirms a proposal in the name of the request's actor (R2). Throws StoreUnavailable. */
export const confirmProposal = (
  register: Register,
  request: PracticeRequest & { readonly proposalId: string },
): Promise<CommandOutcome> => {
  const { proposalId } = request;
  return record(register, request, {
    name: 'confirm-proposal',
    body: { proposalId },
    on: londonDateOf(register.clock.now()),
    choose: (state, context) => decideConfirmation(proposalId, state, context),
  });
};

/** Declines a proposal, with a reason (R2). Throws StoreUnavailable. */
export const declineProposal = (
  register: Register,
  request: PracticeRequest & { readonly proposalId: string; readonly reason: string },
): Promise<CommandOutcome> => {
  const { proposalId, reason } = request;
  return record(register, request, {
    name: 'decline-proposal',
    body: { proposalId, reason },
    on: londonDateOf(register.clock.now()),
    choose: (state, context) => decideDecline(proposalId, reason, state, context),
  });
};

/** A command about a practice as it is decided; `hash` is what R13 compares of it. */
export const deciding = <Name extends PracticeCommandName>(
  { name, body }: PracticeCommandRequest<Name>,
  hash: string,
): Deciding => ({
  name,
  body,
  on: body.effectiveDate,
  choose: (state, context) => decidePractice({ name, body, requestHash: hash }, state, context),
});

const record = async (
  register: Register,
  request: PracticeRequest,
  what: Deciding,
  recordedAs: RecordedAs = {},
): Promise<CommandOutcome> => {
  const stream = `practice-${request.ods}`;
  const { ods: _ods, commandId, actor, ...rest } = request;
  const outcome = await transact(register.store, register.clock, {
    stream,
    decider: deciders.practice,
    command: {
      id: commandId,
      name: what.name,
      hash: commandHash(stream, what.name, what.body, actor),
      actor,
      ...(rest.correlationId !== undefined && { correlationId: rest.correlationId }),
      ...(rest.ifMatch !== undefined && { ifMatch: rest.ifMatch }),
      ...(register.clock.scripted && { scripted: true as const }),
    },
    decide: (state, context) => decide(register, request, what, state, context, recordedAs),
  });
  return toOutcome(outcome);
};

/** Decides on reference facts that may be a second old; a refusal is given on those that the store has now. */
export const decide = async (
  register: Register,
  request: { readonly ods: string; readonly actor: Actor },
  what: Deciding,
  state: PracticeState,
  stream: { readonly now: string; eventId(n: number): string },
  recordedAs: RecordedAs = {},
) => {
  const attempt = async (maxAgeMs: number) => {
    const { actor, ods } = request;
    const proposed = proposedCommand(what, state);
    const { reference, basis } = await referenceFacts(register.store, proposed, state, actor, maxAgeMs);
    const policy = policyFor(reference.policy, proposed.on);
    if ('refusal' in policy) return policy;
    const { now } = stream;
    const today = londonDateOf(now);
    const context = { ods, now, today, actor, reference, policy, eventId: stream.eventId, confirmedBy: null };
    const decided = what.choose(state, context);
    const named = { ...(decided.actor && { actor: decided.actor }), ...confirmation(decided, what, state) };
    const as = { ...recordedAs, ...named, basis, policyVersion: policy.version };
    return { ...decided, context, recordedAs: as };
  };
  const decided = await attempt(REFERENCE_MAX_AGE_MS);
  return decided.kind === 'accepted' ? decided : attempt(0);
};

/** A confirmation depends on what its proposal's command does. */
const proposedCommand = (what: Deciding, state: PracticeState) => {
  const proposal = state.proposals[(what.body as { proposalId?: string }).proposalId ?? ''];
  return proposal ? { name: proposal.command, body: proposal.body, on: proposal.effectiveDate } : what;
};

/** How the events of a confirmed proposal name it: its author, the confirmer, and the request that now stands. */
const confirmation = (decided: Decided, what: Deciding, state: PracticeState): RecordedAs => {
  const { proposalId } = what.body as { proposalId?: string };
  const proposal = proposalId === undefined ? undefined : state.proposals[proposalId];
  if (!proposal || !decided.confirmedBy) return {};
  const { requestHash: standing } = proposal;
  return {
    command: proposal.command,
    confirmedBy: decided.confirmedBy,
    causationId: proposal.proposalId,
    ...(standing !== undefined && { requestHash: standing }),
  };
};
