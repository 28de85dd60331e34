import { registryOf } from '#contracts/registry.js';
import type { Accepted } from '#domain/decision.js';
import type { Actor, Recorded } from '#domain/recorded.js';
import { z } from 'zod';
import type { NewEvent } from './codec.js';
import type { Decider } from './folded.js';
import type { CommandEnvelope } from './transact.js';

/** What the specs of the store and of the projections count: the smallest event there is. */
export type Counted = { readonly type: 'Counted'; readonly payload: { readonly amount: number } };

/** A registry of one type; `Counted` of version 1 had a text instead of a number. */
export const countingRegistry = registryOf({
  Counted: {
    schemas: [z.strictObject({ amount: z.string() }), z.strictObject({ amount: z.int() })],
    upcasts: [(payload) => ({ amount: Number((payload as { amount: string }).amount) })],
  },
});

export const counting: Decider<number, Counted> = {
  initial: 0,
  evolve: (sum, event) => sum + event.payload.amount,
};

export const someone: Actor = { sub: 'u1', name: 'Pat Example', role: 'PR', org: 'A00001' };

/** The nth UUID of a series, for ids that a spec can write down. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const count = (amount: number): Accepted<Counted> => ({
  kind: 'accepted',
  events: [{ type: 'Counted', payload: { amount } }],
});

export const command = (n: number, more: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  id: uuid(n),
  name: 'count',
  hash: `hash ${n}`,
  actor: someone,
  ...more,
});

/** An event as a caller of `append` makes it. */
export const counted = (n: number, amount: number, recordedAt = '2009-03-20T10:00:00.000Z'): NewEvent => ({
  id: uuid(n),
  type: 'Counted',
  payload: { amount },
  metadata: {
    commandId: uuid(n),
    command: 'count',
    commandHash: `hash ${n}`,
    correlationId: uuid(n),
    causationId: uuid(n),
    actor: someone,
    recordedAt,
    basis: {},
  },
});

export const amounts = (events: readonly Recorded[]): number[] =>
  events.map(({ payload }) => (payload as Counted['payload']).amount);
