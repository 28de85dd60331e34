import { daysBetween } from '../calendar/dates.js';
import { accept, nothing, type Decision } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { authorityFor } from './authority.js';
import { closureRefusal } from './closure.js';
import type { BodyOf, PracticeCommandName } from './commands.js';
import { confirmersOf, proposalOf } from './confirmers.js';
import type { CommandRules, DecisionContext } from './decider.js';
import type { PracticeEvent } from './events.js';
import { flagsOf, type Flag } from './events/fields.js';
import { commandRules } from './rules.js';
import { isStanding } from './standing.js';
import type { PracticeState } from './state.js';

/** A command as it is decided: its name, its validated body, and what R13 compares of it. */
export interface PracticeCommand<Name extends PracticeCommandName = PracticeCommandName> {
  readonly name: Name;
  readonly body: BodyOf<Name>;
  readonly requestHash: string;
}

/** A decision with the actor in whose name it is recorded (`onBehalfOf` added where I2 says so). */
export type PracticeDecision = Decision<PracticeEvent> & { readonly actor: Actor };

/**
 * Decides any command of a practice: authority, then whether the same request stands already (R13), then whether the
 * practice was open (F10), then dates and lateness (R10), then the command's own rules; a command of two or more becomes
 * a proposal (R2).
 */
export const decidePractice = (
  { name, body, requestHash }: PracticeCommand,
  state: PracticeState,
  context: DecisionContext,
): PracticeDecision => {
  const rules = commandRules[name] as CommandRules<PracticeCommandName>;
  const { ods, today, reference } = context;
  if (!state.practice && name !== 'register-practice') {
    const refused = roleRefusal(context.actor, name, rules.roles) ?? refuse('PRACTICE_UNKNOWN', { ods });
    return { ...refused, actor: context.actor };
  }
  const scope = { ods, on: body.effectiveDate, today, reference };
  const authority = authorityFor(context.actor, name, rules.roles, state, scope);
  if (authority.kind === 'refused') return { ...authority, actor: context.actor };
  const { actor } = authority;
  if (isStanding(state, requestHash)) return { ...nothing, actor };
  const decided = decideInTime(rules, { name, body, requestHash }, state, { ...context, actor });
  const [confirmer] = confirmersOf(rules.confirmer, actor.role);
  if (decided.kind !== 'accepted' || !confirmer) return { ...decided, actor };
  return {
    ...accept(proposalOf({ name, body }, { confirmer, author: actor }, state, decided.events)),
    actor,
  };
};

/** Decides the command of a proposal again, as its confirmation records it (R2); lateness is of the proposal. */
export const decideConfirmed = (
  { name, body, requestHash }: PracticeCommand,
  state: PracticeState,
  context: DecisionContext,
): Decision<PracticeEvent> =>
  decideInTime(
    commandRules[name] as CommandRules<PracticeCommandName>,
    { name, body, requestHash },
    state,
    context,
  );

/**
 * Judges a command by its dates before it is decided: what happened is recorded once it has, a go-live on its London day
 * at the earliest, and what is recorded long after it has a reason and is flagged. Refuses PRACTICE_CLOSED,
 * GO_LIVE_IN_FUTURE, EFFECTIVE_DATE_IN_FUTURE, REASON_REQUIRED.
 * @rule R10
 * @rule I7
 */
const decideInTime = (
  rules: CommandRules<PracticeCommandName>,
  { name, body }: PracticeCommand,
  state: PracticeState,
  context: DecisionContext,
): Decision<PracticeEvent> => {
  const { effectiveDate: on, reason } = body;
  const { today, policy } = context;
  const closed = closureRefusal(name, on, state);
  if (closed) return closed;
  if (rules.lateness !== 'NONE' && on > today)
    return refuse(GO_LIVES.has(name) ? 'GO_LIVE_IN_FUTURE' : 'EFFECTIVE_DATE_IN_FUTURE', { on, today });
  const late = daysBetween(on, today);
  const limit =
    policy.parameters[rules.lateness === 'DECLARE' ? 'goLive.backdateWarnDays' : 'lateEntry.days'];
  const isLate = (rules.lateness === 'LATE_ENTRY' || rules.lateness === 'DECLARE') && late > limit;
  if (isLate && reason === undefined)
    return refuse('REASON_REQUIRED', {
      what: `An entry ${late} days after its effective date (more than ${limit})`,
    });
  const decided = rules.decide(body, state, context);
  return isLate && decided.kind === 'accepted'
    ? accept(...decided.events.map(withFlag('LATE_ENTRY')))
    : decided;
};

const GO_LIVES = new Set<PracticeCommandName>(['declare-go-live', 'correct-go-live', 'report-go-live']);

const withFlag =
  (flag: Flag) =>
  <E extends PracticeEvent>(event: E): E => ({
    ...event,
    payload: { ...event.payload, flags: [...flagsOf(event), flag] },
  });
