/** A fact of an answer with the rule that makes it one and the events that it rests on, the oldest first. */
export interface Fact {
  readonly rule: string;
  readonly events: readonly string[];
}
