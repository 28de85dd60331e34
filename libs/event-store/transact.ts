import type { Accepted, Nothing, Refused } from '#domain/decision.js';
import type { Actor, DomainEvent, Envelope, Recorded } from '#domain/recorded.js';
import type { Refusal } from '#domain/refusals.js';
import type { NewEvent } from './codec.js';
import { eventIds } from './event-id.js';
import { type Decider, fold, type Folded } from './folded.js';
import { oneAtATime } from './one-at-a-time.js';
import { nextInstant } from './instants.js';
import type { Store } from './store.js';
import { recall, refresh, remember } from './stream-memory.js';

/** What the server knows of a command besides its content. */
export interface CommandEnvelope {
  /** The idempotency key, a UUID (I16). */
  readonly id: string;
  readonly name: string;
  /** Of the whole request and its actor: tells a reused key from a retry. */
  readonly hash: string;
  readonly requestHash?: string;
  readonly actor: Actor;
  /** The command's id if left out. */
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly scripted?: true;
  /** The revision that the caller last saw. */
  readonly ifMatch?: number;
}

/** What a decision may look at besides the state. */
export interface DecisionContext {
  /** The UTC instant at which the events will have been recorded. */
  readonly now: string;
  /** Of the stream, -1 when it is empty. */
  readonly revision: number;
  /** The id that the decision's nth event (from 0) will have. */
  eventId(n: number): string;
}

/**
 * What a decision says of how its events are recorded: the policy and reference revisions that it relied on, and who
 * they name where that is not the one who asks alone.
 */
export type RecordedAs = Partial<
  Pick<
    Envelope,
    'command' | 'actor' | 'confirmedBy' | 'causationId' | 'requestHash' | 'basis' | 'policyVersion'
  >
>;

/** A decision, with how its events are to be recorded. */
export type Decided<E extends DomainEvent> =
  (Accepted<E> & { readonly recordedAs?: RecordedAs }) | Refused | Nothing;

export interface Transaction<S, E extends DomainEvent> {
  readonly stream: string;
  readonly decider: Decider<S, E>;
  readonly command: CommandEnvelope;
  decide(state: S, context: DecisionContext): Promise<Decided<E>> | Decided<E>;
}

export interface AppendedEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: object;
}

/** What a command came to. `position` is that of its last event in `$all`; revisions are those of the stream. */
export type Outcome =
  | {
      readonly kind: 'appended';
      readonly events: readonly AppendedEvent[];
      readonly revision: number;
      readonly position: bigint;
      readonly recordedAt: string;
      /** The stream had the command already: this is its first answer again. */
      readonly replayed?: true;
    }
  | { readonly kind: 'nothing'; readonly revision: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'precondition-failed'; readonly revision: number }
  | { readonly kind: 'conflict' };

const MOST_ATTEMPTS = 3;

/**
 * Loads a stream, decides, appends behind exactly the revision decided on. A key that the stream has is answered
 * first (I16). A remembered state serves as long as an append proves it; any other answer is given only on a state
 * that the store has just confirmed. A conflict is decided again, at most 3 times in all; with `ifMatch` it ends at
 * once. Throws StoreUnavailable: the command may have been written, and the same key finds out.
 */
export const transact = <S, E extends DomainEvent>(
  store: Store,
  clock: { now(): string },
  transaction: Transaction<S, E>,
): Promise<Outcome> =>
  oneAtATime(store, transaction.stream, async () => {
    const { decider, stream } = transaction;
    const remembered = recall(store, decider, stream)?.folded;
    let folded = remembered ?? (await refresh(store, decider, stream));
    let confirmed = remembered === undefined;
    for (let conflicts = 0; conflicts < MOST_ATTEMPTS;) {
      const outcome = await tryOnce(store, clock, transaction, folded, confirmed);
      if (outcome !== 'ask-again' && outcome !== 'conflict') return outcome;
      if (outcome === 'conflict') conflicts++;
      folded = await refresh(store, decider, stream);
      confirmed = true;
    }
    return { kind: 'conflict' };
  });

/** One decision on one state. 'ask-again': the answer isn't an append, and the state was only remembered. */
const tryOnce = async <S, E extends DomainEvent>(
  store: Store,
  clock: { now(): string },
  transaction: Transaction<S, E>,
  folded: Folded<S>,
  confirmed: boolean,
): Promise<Outcome | 'ask-again' | 'conflict'> => {
  const { command, stream } = transaction;
  const { revision } = folded;
  const known = folded.commands.get(command.id);
  if (known) {
    return known.hash === command.hash ? replay(store, stream, known) : { kind: 'key-reused' };
  }
  const isBehind = command.ifMatch !== undefined && command.ifMatch !== revision;
  if (isBehind && !confirmed) return 'ask-again';
  const now = nextInstant(clock.now(), folded.lastRecordedAt);
  const context = { now, revision, eventId: eventIds(command, stream, now) };
  const decided = await transaction.decide(folded.state, context);
  if (isBehind) return isNotTheirs(decided) ? decided : { kind: 'precondition-failed', revision };
  if (decided.kind === 'accepted' && decided.events.length > 0) {
    const appended = await append(store, transaction, folded, decided, context);
    if (appended !== 'conflict' || command.ifMatch === undefined) return appended;
    const current = await refresh(store, transaction.decider, stream);
    return current.commands.has(command.id)
      ? 'ask-again'
      : { kind: 'precondition-failed', revision: current.revision };
  }
  if (!confirmed) return 'ask-again';
  return decided.kind === 'refused' ? decided : { kind: 'nothing', revision };
};

/** What anyone is told before whether the stream has changed: that it is not theirs, or not there (RFC 9110 §13.2.1). */
const isNotTheirs = (decided: Decided<DomainEvent>): decided is Refused =>
  decided.kind === 'refused' && (decided.refusal.status === 403 || decided.refusal.status === 404);

const append = async <S, E extends DomainEvent>(
  store: Store,
  { stream, decider, command }: Transaction<S, E>,
  before: Folded<S>,
  { events, recordedAs }: Extract<Decided<E>, { kind: 'accepted' }>,
  { now: recordedAt, eventId }: DecisionContext,
): Promise<Outcome | 'conflict'> => {
  const metadata: NewEvent['metadata'] = {
    commandId: command.id,
    command: command.name,
    commandHash: command.hash,
    ...(command.requestHash !== undefined && { requestHash: command.requestHash }),
    correlationId: command.correlationId ?? command.id,
    causationId: command.causationId ?? command.id,
    actor: command.actor,
    recordedAt,
    basis: {},
    ...(command.scripted && { scripted: true as const }),
    ...recordedAs,
  };
  const fresh = events.map(({ type, payload }, n) => ({
    id: eventId(n),
    type,
    payload,
    metadata,
  }));
  const appended = await store.append(stream, before.revision < 0 ? 'no_stream' : before.revision, fresh);
  if (appended.kind === 'conflict') return 'conflict';
  const { revision, position } = appended;
  // Of an append the store tells the last event's position alone; no state depends on the others'.
  const recorded = fresh.map((event, n) => ({
    ...event,
    stream,
    revision: before.revision + 1 + n,
    position,
  }));
  remember(
    store,
    decider,
    stream,
    fold(decider, before, recorded as unknown as Recorded<E>[]),
    performance.now(),
  );
  const told = fresh.map(({ id, type, payload }) => ({ id, type, payload }));
  return { kind: 'appended', events: told, revision, position, recordedAt };
};

/** The first answer again, from the events themselves. */
const replay = async (
  store: Store,
  stream: string,
  { first, last }: { first: number; last: number },
): Promise<Outcome> => {
  const found = await store.readStream(stream, first, last - first + 1);
  const ending = found.at(-1);
  if (!ending) throw new Error(`Revision ${last} of ${stream} is gone from the store.`);
  return {
    kind: 'appended',
    events: found.map(({ id, type, payload }) => ({ id, type, payload })),
    revision: ending.revision,
    position: ending.position,
    recordedAt: ending.metadata.recordedAt,
    replayed: true,
  };
};
