import { evolveCallOff, initialCallOff } from '#domain/call-off/state.js';
import { evolveCommissioner, initialCommissioner } from '#domain/commissioner/state.js';
import type { FundingDifference } from '#domain/funding/index.js';
import { evolvePolicy, initialPolicy } from '#domain/policy/state.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice } from '#domain/practice/state.js';
import type { DomainEvent } from '#domain/recorded.js';
import type { Refusal } from '#domain/refusals.js';
import { evolveSupplier, initialSupplier } from '#domain/supplier/state.js';
import type { Outcome, Store } from '#event-store/index.js';
import type { Clock } from '#platform/clock.js';

/** Where commands are recorded, and by which clock; events of a scripted one say so (R17). */
export interface Register {
  readonly store: Store;
  readonly clock: Clock;
}

/** How each kind of stream folds. One value each, since folded streams are remembered by it. */
export const deciders = {
  practice: { initial: initialPractice, evolve: evolvePractice },
  supplier: { initial: initialSupplier, evolve: evolveSupplier },
  callOff: { initial: initialCallOff, evolve: evolveCallOff },
  commissioner: { initial: initialCommissioner, evolve: evolveCommissioner },
  policy: { initial: initialPolicy, evolve: evolvePolicy },
};

/** What a command came to. `confirmer` is set where it waits for its other party (R2). */
export type CommandOutcome =
  | {
      readonly kind: 'recorded';
      readonly revision: number;
      readonly position: bigint;
      readonly recordedAt: string;
      readonly events: readonly { readonly id: string; readonly type: string }[];
      readonly flags: readonly string[];
      readonly confirmer?: string;
    }
  | Exclude<Outcome, { kind: 'appended' }>;

/** What a command would come to; nothing is written. */
export type DryRun =
  | {
      readonly kind: 'dry-run';
      readonly outcome: 'ACCEPT' | 'PROPOSE' | 'NOTHING';
      readonly confirmer?: string;
      readonly events: readonly DomainEvent[];
      readonly flags: readonly string[];
      /** The money that it would change, where it changes any. */
      readonly money?: FundingDifference;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Flagged {
  readonly flags?: readonly string[];
  readonly confirmer?: string;
}

const flagsOf = (events: readonly DomainEvent[]): string[] => [
  ...new Set(events.flatMap(({ payload }) => (payload as Flagged).flags ?? [])),
];

const confirmerOf = (events: readonly DomainEvent[]): { confirmer?: string } => {
  const proposal = events.find(({ type }) => type === 'CommandProposed');
  return proposal ? { confirmer: (proposal.payload as Flagged).confirmer ?? '' } : {};
};

/** The answer to a command, from what the transaction came to. */
export const toOutcome = (outcome: Outcome): CommandOutcome => {
  if (outcome.kind !== 'appended') return outcome;
  const { revision, position, recordedAt, events } = outcome;
  return {
    kind: 'recorded',
    revision,
    position,
    recordedAt,
    events: events.map(({ id, type }) => ({ id, type })),
    flags: flagsOf(events),
    ...confirmerOf(events),
  };
};

/** The answer to a dry run, from the decision. */
export const toDryRun = (
  decision:
    | { readonly kind: 'accepted'; readonly events: readonly DomainEvent[] }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    | { readonly kind: 'nothing' },
): DryRun => {
  if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal };
  const events = decision.kind === 'accepted' ? decision.events : [];
  const confirmer = confirmerOf(events);
  const outcome =
    decision.kind === 'nothing' ? 'NOTHING' : confirmer.confirmer === undefined ? 'ACCEPT' : 'PROPOSE';
  return { kind: 'dry-run', outcome, ...confirmer, events, flags: flagsOf(events) };
};
