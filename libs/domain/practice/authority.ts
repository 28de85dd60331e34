import type { CivilDate } from '../calendar/dates.js';
import { hasSucceeded } from '../commissioner/succession.js';
import type { Refused } from '../decision.js';
import type { Actor, Role } from '../recorded.js';
import type { Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { practicesFor } from './closure.js';
import { commissionerOn, type Membership, type PracticeState } from './state.js';

/** What an authority check gives: the actor, with `onBehalfOf` where a successor acts, or the refusal. */
export type Authority = { readonly kind: 'actor'; readonly actor: Actor } | Refused;

/** For which practice and effective date authority is asked, on which day, and what is known of commissioners. */
interface Scope {
  readonly ods: string;
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly reference: Reference;
}

/**
 * Whether this actor may give this command for this practice on its effective date: the role by domain C3, a
 * practice for itself, a PCT by I2 (or its recorded successor, on behalf of the old code). What is left to do for a
 * closed practice falls to its successor practice, in its place and on its behalf, and to its last commissioner (F10). A supplier's own
 * systems are checked by the decisions that know which system is concerned. Refuses ROLE_NOT_ALLOWED,
 * NOT_YOUR_PRACTICE.
 * @rule I2
 */
export const authorityFor = (
  actor: Actor,
  command: string,
  roles: readonly Role[],
  state: PracticeState,
  scope: Scope,
): Authority => {
  const refused = roleRefusal(actor, command, roles);
  if (refused) return refused;
  if (actor.role === 'PR') return practicesAuthority(actor, state, scope);
  if (actor.role !== 'PCT') return { kind: 'actor', actor };
  return commissionersAuthority(actor, state, scope);
};

const practicesAuthority = (actor: Actor, state: PracticeState, { ods, on, today }: Scope): Authority => {
  const { org } = actor;
  const acting = practicesFor(state, ods, today);
  if (acting.includes(org))
    return { kind: 'actor', actor: org === ods ? actor : { ...actor, onBehalfOf: ods } };
  const whose =
    org === ods ? `its own any more: what is left to do falls to ${acting.join(', ')}` : `${org}’s on ${on}`;
  return refuse('NOT_YOUR_PRACTICE', { ods, whose });
};

const commissionersAuthority = (actor: Actor, state: PracticeState, scope: Scope): Authority => {
  const { ods, on } = scope;
  const held = responsibleOn(state, on);
  if (held?.code === actor.org) return { kind: 'actor', actor };
  if (held && isSuccessor(actor.org, held, state, scope))
    return { kind: 'actor', actor: { ...actor, onBehalfOf: held.code } };
  return refuse('NOT_YOUR_PRACTICE', { ods, whose: `${actor.org}’s on ${on}` });
};

/** The practice's commissioner on that day; of one that closed before it the commissioner that it had last (F10). */
const responsibleOn = (state: PracticeState, on: CivilDate): Membership | undefined => {
  const { closedOn, commissioners } = state;
  const last =
    closedOn !== null && closedOn < on ? commissioners.findLast(({ from }) => from <= closedOn) : undefined;
  return commissionerOn(state, on) ?? last;
};

/** The practice's commissioner on the effective date, which is who the acting PCT is or acts for (I2). */
export const actingFor = ({ actor }: { readonly actor: Actor }): string => actor.onBehalfOf ?? actor.org;

/**
 * The organisation that acts as the practice's PCT for an effective date: its commissioner then, or, where that has
 * ended, its recorded successor that holds the practice today (I2); of a closed practice its last (F10). Undefined
 * where none is on file.
 */
export const actingCommissioner = (state: PracticeState, scope: Scope): string | undefined => {
  const held = responsibleOn(state, scope.on);
  const holder = commissionerOn(state, scope.today)?.code;
  return held && holder !== undefined && isSuccessor(holder, held, state, scope) ? holder : held?.code;
};

/**
 * Whether that membership has ended and `org` is its recorded successor (I2): who holds the practice today, where
 * anyone does.
 */
const isSuccessor = (org: string, held: Membership, state: PracticeState, scope: Scope): boolean => {
  const holder = commissionerOn(state, scope.today)?.code ?? org;
  return holder === org && hasSucceeded(org, held.code, { ...scope, by: scope.today });
};
