import type { ReferenceCommand } from '#commands/reference-commands.js';
import type { Instant } from '#domain/calendar/dates.js';
import type { Actor } from '#domain/recorded.js';
import type { RefusalCode } from '#domain/refusals.js';
import type { Step } from '#testing/practice-history.js';
import type { Milestone } from '#testing/worked-data-set.js';

/** A command of a reference stream, and who gives it. */
export interface ReferenceStep {
  readonly to: ReferenceCommand;
  readonly by: Actor;
}

/** The confirmation of a proposal. */
export interface Confirmation {
  readonly confirms: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** A case in which a command is refused, on a register that holds the reference facts of W (domain D0). */
export interface RefusalExample {
  /** Instead of W's reference facts: none at all. */
  readonly beforeFirstStart?: true;
  /** What the national team records besides W's reference facts. */
  readonly facts?: readonly ReferenceCommand[];
  /** How far practice A00001 has come along W; left out, it is not on the register. */
  readonly after?: Milestone;
  /** What happens after that. */
  readonly and?: readonly Step[];
  readonly refused: Step | ReferenceStep | Confirmation;
}

/** The examples of one topic: one for each of its codes. */
export type ExamplesOf<Topic> = Readonly<Record<keyof Topic & RefusalCode, RefusalExample>>;
