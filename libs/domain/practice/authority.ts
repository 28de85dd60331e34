import type { CivilDate } from '../calendar/dates.js';
import type { Refused } from '../decision.js';
import type { Actor, Role } from '../recorded.js';
import { commissionerIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { commissionerOn, type PracticeState } from './state.js';

/** What an authority check gives: the actor, with `onBehalfOf` where a successor acts, or the refusal. */
export type Authority = { readonly kind: 'actor'; readonly actor: Actor } | Refused;

/**
 * Whether this actor may give this command for this practice on its effective date: the role by domain C3, a
 * practice for itself, a PCT by I2 (or its recorded successor, on behalf of the old code). A supplier's own systems
 * are checked by the decisions that know which system is concerned. Refuses ROLE_NOT_ALLOWED, NOT_YOUR_PRACTICE.
 */
export const authorityFor = (
  actor: Actor,
  command: string,
  roles: readonly Role[],
  state: PracticeState,
  { ods, on, reference }: { ods: string; on: CivilDate; reference: Reference },
): Authority => {
  if (!roles.includes(actor.role))
    return refuse('ROLE_NOT_ALLOWED', { role: actor.role, command, allowed: roles.join(', ') });
  if (actor.role === 'PR' && actor.org !== ods)
    return refuse('NOT_YOUR_PRACTICE', { ods, org: actor.org, on });
  if (actor.role !== 'PCT') return { kind: 'actor', actor };
  return commissionersAuthority(actor, state, { ods, on, reference });
};

const commissionersAuthority = (
  actor: Actor,
  state: PracticeState,
  { ods, on, reference }: { ods: string; on: CivilDate; reference: Reference },
): Authority => {
  const commissioner = commissionerOn(state, on)?.code;
  if (commissioner === actor.org) return { kind: 'actor', actor };
  const isSuccessor =
    commissioner !== undefined && succeeds(actor.org, commissioner, state, { ods, reference });
  if (isSuccessor) return { kind: 'actor', actor: { ...actor, onBehalfOf: commissioner } };
  return refuse('NOT_YOUR_PRACTICE', { ods, org: actor.org, on });
};

/** Whether `org` succeeded `commissioner` for this practice, directly or through others, and holds it after it. */
const succeeds = (
  org: string,
  commissioner: string,
  state: PracticeState,
  { ods, reference }: { ods: string; reference: Reference },
): boolean =>
  state.commissioners.some(({ code }) => code === org) &&
  commissionerIn(reference, commissioner).successions.some(
    ({ to, practices }) =>
      (practices === null || practices.includes(ods)) &&
      (to === org || (to !== commissioner && succeeds(org, to, state, { ods, reference }))),
  );
