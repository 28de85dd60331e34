import type { DomainEvent } from './recorded.js';
import type { Refusal } from './refusals.js';

/** What a command leads to: events, a refusal (a value, never thrown), or nothing because it is so already. */
export type Decision<E extends DomainEvent> = Accepted<E> | Refused | Nothing;

/** The events to append, and under which policy version they were decided. */
export interface Accepted<E extends DomainEvent> {
  readonly kind: 'accepted';
  readonly events: readonly E[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** What was asked for is so already (R13): nothing is added. */
export interface Nothing {
  readonly kind: 'nothing';
}

export const nothing: Nothing = { kind: 'nothing' };

/** The decision to append these events, in this order, in one append. */
export const accept = <E extends DomainEvent>(...events: readonly E[]): Accepted<E> => ({
  kind: 'accepted',
  events,
});
