import type { DomainEvent, Recorded } from '#domain/recorded.js';

/** How a stream's events become the state that decisions look at. `evolve` is pure. */
export interface Decider<S, E extends DomainEvent> {
  readonly initial: S;
  evolve(state: S, event: Recorded<E>): S;
}

/** Which events of a stream a command appended, and of which request it was the key. */
export interface KnownCommand {
  readonly hash: string;
  readonly first: number;
  readonly last: number;
}

/** A stream folded up to a revision (-1: it is empty). */
export interface Folded<S> {
  readonly state: S;
  readonly revision: number;
  readonly lastRecordedAt: string | undefined;
  /** By command id. Shared between the folds of one stream, as it only ever gains what stands in the stream. */
  readonly commands: Map<string, KnownCommand>;
}

/** The fold of an empty stream. */
export const emptyFold = <S>(initial: S): Folded<S> => ({
  state: initial,
  revision: -1,
  lastRecordedAt: undefined,
  commands: new Map(),
});

/** The fold with the events that come next; those which it already has are passed over. */
export const fold = <S, E extends DomainEvent>(
  decider: Decider<S, E>,
  before: Folded<S>,
  events: readonly Recorded<E>[],
): Folded<S> => {
  let { state, revision, lastRecordedAt } = before;
  for (const event of events) {
    if (event.revision <= revision) continue;
    state = decider.evolve(state, event);
    ({ revision } = event);
    const { commandId, commandHash: hash, recordedAt } = event.metadata;
    lastRecordedAt = recordedAt;
    const first = before.commands.get(commandId)?.first ?? revision;
    before.commands.set(commandId, { hash, first, last: Math.max(revision, first) });
  }
  return { state, revision, lastRecordedAt, commands: before.commands };
};
