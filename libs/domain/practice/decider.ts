import type { CivilDate, Instant } from '../calendar/dates.js';
import type { Decision } from '../decision.js';
import type { PolicySet } from '../policy/state.js';
import type { Actor, Role } from '../recorded.js';
import type { Reference } from '../reference.js';
import type { BodyOf, PracticeCommandName } from './commands.js';
import type { ConfirmerRule } from './confirmers.js';
import type { PracticeEvent } from './events.js';
import type { PracticeState } from './state.js';

/**
 * All that a decision may know beside the command and the state: no clock (I17), no random, no I/O.
 * @rule I17
 */
export interface DecisionContext {
  readonly ods: string;
  readonly now: Instant;
  /** The London date of `now` (A32). */
  readonly today: CivilDate;
  readonly actor: Actor;
  readonly reference: Reference;
  /** The policy set in force on the command's effective date (B3). */
  readonly policy: PolicySet;
  /** The id that the n-th event of this append will have (R20). */
  readonly eventId: (n: number) => string;
  /** The other party, when a proposal of two is being confirmed, or null when it is being decided (R2). */
  readonly confirmedBy: Actor | null;
}

/** A decision: what this command leads to in this state. */
export type Decide<Name extends PracticeCommandName> = (
  body: BodyOf<Name>,
  state: PracticeState,
  context: DecisionContext,
) => Decision<PracticeEvent>;

/** Everything that is said once about a command: who may give it, how late, whether it takes two, and its decision. */
export interface CommandRules<Name extends PracticeCommandName> {
  readonly roles: readonly Role[];
  /** `LATE_ENTRY`: R10's days; `DECLARE`: A18's; `NONE`: no limit and any date (R10's exemptions). */
  readonly lateness: 'LATE_ENTRY' | 'DECLARE' | 'ALWAYS_REASON' | 'NONE';
  /** Who confirms it, where it takes two or more (R2, I14). */
  readonly confirmer?: ConfirmerRule;
  readonly decide: Decide<Name>;
}
