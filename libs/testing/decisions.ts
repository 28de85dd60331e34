import type { Instant } from '#domain/calendar/dates.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import type { ConfirmerRole } from '#domain/practice/events/fields.js';
import type { PracticeEventType } from '#domain/practice/events.js';
import { commandRules } from '#domain/practice/rules.js';
import type { PracticeState } from '#domain/practice/state.js';
import type { Actor } from '#domain/recorded.js';
import type { Reference } from '#domain/reference.js';
import type { RefusalCode } from '#domain/refusals.js';
import { moss, national, patel, reed, reference as ofW } from './fixture.js';
import {
  decideConfirmation,
  decideStep,
  emptyHistory,
  type Confirmed,
  type Decided,
  type History,
  type Step,
} from './practice-history.js';

const usual = { PR: reed, PCT: patel, NAT: national, SUP: moss, AUD: national, PM: national };

/** A command, by whoever usually gives it and at midday UTC of its effective date unless told. */
export const command = <Name extends PracticeCommandName>(
  name: Name,
  body: BodyOf<Name>,
  by: Actor = name === 'end-source-service' ? patel : usual[commandRules[name].roles[0] ?? 'NAT'],
  at: Instant = `${body.effectiveDate}T12:00:00.000Z`,
): Step<Name> => ({ name, body, by, at });

/** The same command, confirmed by the other party: at once unless told. One confirmed already is confirmed by a third. */
export const confirmed = <Name extends PracticeCommandName>(
  step: Step<Name>,
  by: Actor,
  at: Instant = step.at,
): Step<Name> => ({
  ...step,
  confirmed: step.confirmed ? { ...step.confirmed, then: { by, at } } : { by, at },
});

/** An expected event: its type, and what its payload must hold at least. */
export interface Expected {
  readonly type: PracticeEventType;
  readonly payload?: object;
}

/** A practice's stream with its next command still to come. */
export interface Given {
  readonly state: PracticeState;
  readonly history: History;
  /** The same stream after more commands. */
  and(...steps: readonly Step[]): Given;
  when<Name extends PracticeCommandName>(name: Name, body: BodyOf<Name>, by?: Actor, at?: Instant): Outcome;
  /** The same stream once this party has confirmed the latest proposal. */
  andConfirmed(by: Actor, at: Instant): Given;
  /** The latest proposal is confirmed by this party. */
  whenConfirmed(by: Actor, at: Instant): Outcome;
}

/** What a command led to. */
export interface Outcome {
  readonly decided: Decided;
  /** These events and no others, in this order; the same command once more adds nothing (R13). */
  thenEvents(expected: readonly Expected[]): void;
  thenRefused(code: RefusalCode): void;
  thenNothing(): void;
  /** Stored as a proposal for that party (R2). */
  thenProposed(confirmer: ConfirmerRole): void;
}

/** A00001’s stream after these commands, each of which must be accepted, with the reference facts of W (D0). */
export const given = (...steps: readonly Step[]): Given => inReference(ofW, ...steps);

/** `given` with other reference facts. */
export const inReference = (reference: Reference, ...steps: readonly Step[]): Given =>
  asGiven(steps.reduce(take, emptyHistory(reference)));

const take = (history: History, step: Step): History => {
  const { decision, history: after } = decideStep(history, step);
  if (decision.kind !== 'accepted')
    throw new Error(`given ${step.name}: ${JSON.stringify(decision)} instead of events`);
  return whollyConfirmed(after, step.name, step.confirmed);
};

const whollyConfirmed = (history: History, name: string, confirmed?: Confirmed): History => {
  const proposal = history.events.at(-1);
  if (!confirmed || !proposal) return history;
  const { decision, history: after } = decideConfirmation(history, proposal.id, confirmed.by, confirmed.at);
  if (decision.kind !== 'accepted') throw new Error(`given ${name} confirmed: ${JSON.stringify(decision)}`);
  return whollyConfirmed(after, name, confirmed.then);
};

const asGiven = (history: History): Given => ({
  state: history.state,
  history,
  and: (...steps) => asGiven(steps.reduce(take, history)),
  when: (name, body, by, at) => {
    const step = command(name, body, by, at);
    return outcomeOf((before) => decideStep(before, step), history);
  },
  andConfirmed: (by, at) => {
    const proposalId = Object.keys(history.state.proposals).at(-1) ?? '';
    const { decision, history: after } = decideConfirmation(history, proposalId, by, at);
    if (decision.kind !== 'accepted') throw new Error(`confirmed: ${JSON.stringify(decision)}`);
    return asGiven(after);
  },
  whenConfirmed: (by, at) => {
    const proposalId = Object.keys(history.state.proposals).at(-1) ?? '';
    return outcomeOf((before) => decideConfirmation(before, proposalId, by, at), history);
  },
});

const outcomeOf = (decide: (before: History) => Decided, history: History): Outcome => {
  const decided = decide(history);
  const { decision } = decided;
  return {
    decided,
    thenEvents: (expected) => {
      expect(decision).toMatchObject({ kind: 'accepted', events: expected });
      expect(decide(decided.history).decision).toMatchObject({ kind: 'nothing' });
    },
    thenRefused: (code) => expect(decision).toMatchObject({ kind: 'refused', refusal: { code } }),
    thenNothing: () => expect(decision).toMatchObject({ kind: 'nothing' }),
    thenProposed: (confirmer) => {
      const proposal = { type: 'CommandProposed', payload: { confirmer } };
      expect(decision).toMatchObject({ kind: 'accepted', events: [proposal] });
      expect(decide(decided.history).decision).toMatchObject({ kind: 'nothing' });
    },
  };
};
