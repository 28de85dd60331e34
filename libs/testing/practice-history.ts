import { requestHash } from '#commands/hashes.js';
import { londonDateOf, type Instant } from '#domain/calendar/dates.js';
import { policyOn, type PolicySet } from '#domain/policy/state.js';
import { practiceCommands, type BodyOf, type PracticeCommandName } from '#domain/practice/commands.js';
import { decidePractice } from '#domain/practice/decide.js';
import type { DecisionContext } from '#domain/practice/decider.js';
import { practiceEvents, type PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { confirmProposal, type ConfirmationDecision } from '#domain/practice/proposals.js';
import { initialPractice, type PracticeState } from '#domain/practice/state.js';
import type { Actor, Recorded } from '#domain/recorded.js';
import type { Reference } from '#domain/reference.js';
import { idOf, recorded } from './fixture.js';

/** A command of a practice, who gives it and when it is recorded. */
export interface Step<Name extends PracticeCommandName = PracticeCommandName> {
  readonly name: Name;
  readonly body: BodyOf<Name>;
  readonly by: Actor;
  readonly at: Instant;
  /** The other party of a command of two, where it confirms at once. */
  readonly confirmed?: Confirmed;
}

/** A confirmation; of a command of three, with the one after it. */
export interface Confirmed {
  readonly by: Actor;
  readonly at: Instant;
  readonly then?: Confirmed;
}

/** A practice's stream as far as it has come: the nth command's events have the ids `idOf(n, 0)` and so on. */
export interface History {
  readonly ods: string;
  readonly reference: Reference;
  readonly state: PracticeState;
  readonly events: readonly Recorded<PracticeEvent>[];
  readonly commands: number;
}

/** A decision with how its events are recorded. */
export interface Decided {
  readonly decision: ConfirmationDecision;
  readonly history: History;
}

export const emptyHistory = (reference: Reference, ods = 'A00001'): History => ({
  ods,
  reference,
  state: initialPractice,
  events: [],
  commands: 0,
});

/** Decides one command after its body's shape is checked, and records what it leads to. */
export const decideStep = (history: History, { name, body, by, at }: Step): Decided => {
  const parsed = practiceCommands[name].parse(body) as BodyOf<PracticeCommandName>;
  const asked = { name, body: parsed, requestHash: requestHash(name, parsed, by) };
  const decision = decidePractice(asked, history.state, contextOf(history, by, at, parsed.effectiveDate));
  return record(history, decision, at, { command: name, requestHash: asked.requestHash });
};

/** Decides the confirmation of a proposal, and records what it leads to. */
export const decideConfirmation = (history: History, proposalId: string, by: Actor, at: Instant): Decided => {
  const proposal = history.state.proposals[proposalId];
  const context = contextOf(history, by, at, proposal?.effectiveDate ?? londonDateOf(at));
  const decision = confirmProposal(proposalId, history.state, context);
  return record(history, decision, at, {
    command: proposal?.command ?? 'confirm',
    causationId: proposalId,
    ...(proposal?.requestHash !== undefined && { requestHash: proposal.requestHash }),
  });
};

const contextOf = (
  { ods, reference, commands }: History,
  actor: Actor,
  now: Instant,
  on: string,
): DecisionContext => ({
  ods,
  now,
  today: londonDateOf(now),
  actor,
  reference,
  policy: policyOn(reference.policy, on) as PolicySet,
  eventId: (n) => idOf(commands + 1, n),
  confirmedBy: null,
});

const record = (
  history: History,
  decision: ConfirmationDecision,
  recordedAt: Instant,
  metadata: Partial<Recorded['metadata']>,
): Decided => {
  if (decision.kind !== 'accepted') return { decision, history };
  const number = history.commands + 1;
  const events = decision.events.map((event, n) => {
    practiceEvents[event.type].parse(event.payload);
    const place = { stream: `practice-${history.ods}`, revision: history.events.length + n };
    return recorded(
      event,
      { id: idOf(number, n), ...place },
      {
        ...metadata,
        commandId: idOf(80_000_000 + number),
        recordedAt,
        ...(decision.actor && { actor: decision.actor }),
        ...(decision.confirmedBy && { confirmedBy: decision.confirmedBy }),
      },
    );
  });
  const state = events.reduce(evolvePractice, history.state);
  const after = { ...history, state, events: [...history.events, ...events], commands: number };
  return { decision, history: after };
};
