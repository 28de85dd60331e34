import type { RefusalCode } from '#domain/refusals.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';

/** What the documentation says of a command beside its schema and its roles. */
export interface CommandNote<Body> {
  readonly summary: string;
  readonly example: Body;
  /** The refusals of its own, beside those of authority, lateness and an unknown practice. */
  readonly refusals: readonly RefusalCode[];
}

/** The notes on commands about a practice, by name. */
export type PracticeNotes<Name extends PracticeCommandName = PracticeCommandName> = {
  readonly [Each in Name]: CommandNote<BodyOf<Each>>;
};
