import type { EventPlace } from '#event-store/errors.js';
import type { Recorded } from '#domain/recorded.js';
import { advance, type Claim, OwnershipLost } from './checkpoint.js';
import type { Projection } from './projection.js';
import { isPassing, type Sql } from './sql.js';
import { inTransaction } from './transaction.js';

/** An event that the projection can't handle. The checkpoint stands right before it. */
export class FailingEvent extends Error {
  override readonly name = 'FailingEvent';

  constructor(
    readonly claimed: Claim,
    readonly place: EventPlace,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The events that the claim's checkpoint hasn't passed; a store may deliver an event again. */
export const unhandled = (claimed: Claim, events: readonly Recorded[]): readonly Recorded[] => {
  const { position } = claimed;
  return position === 'start' ? events : events.filter((event) => event.position > position);
};

/**
 * Writes the rows of a batch and its checkpoint in one transaction and returns the claim as it stands then. `sql`
 * has one connection, whose search path is at the claim's schema. Throws OwnershipLost, and what `apply` throws.
 */
export const handle = async (
  sql: Sql,
  projection: Projection,
  claimed: Claim,
  events: readonly Recorded[],
): Promise<Claim> => {
  const last = events.at(-1);
  if (!last) return claimed;
  const step = { position: last.position, recordedAt: last.metadata.recordedAt, events: events.length };
  return inTransaction(sql, async (tx) => {
    await projection.apply(events, tx);
    return advance(tx, claimed, step);
  });
};

/**
 * As `handle`, but a batch that fails for another reason than the database's absence is narrowed to the event that
 * fails: those before it are handled, then FailingEvent is thrown. No event is ever skipped.
 */
export const handleOrNarrow = async (
  sql: Sql,
  projection: Projection,
  claimed: Claim,
  events: readonly Recorded[],
): Promise<Claim> => {
  try {
    return await handle(sql, projection, claimed, events);
  } catch (error) {
    const [only] = events;
    if (error instanceof OwnershipLost || isPassing(error) || !only) throw error;
    if (events.length === 1) throw new FailingEvent(claimed, only, error);
    const half = Math.ceil(events.length / 2);
    const between = await handleOrNarrow(sql, projection, claimed, events.slice(0, half));
    return handleOrNarrow(sql, projection, between, events.slice(half));
  }
};
