import type { Refused } from './decision.js';
import type { Actor, Role } from './recorded.js';
import { refuse } from './refusals.js';

/** The refusal ROLE_NOT_ALLOWED (C3) where the actor's role is none of these; else null. */
export const roleRefusal = (actor: Actor, command: string, allowed: readonly Role[]): Refused | null =>
  allowed.includes(actor.role)
    ? null
    : refuse('ROLE_NOT_ALLOWED', { role: actor.role, command, allowed: allowed.join(', ') });
