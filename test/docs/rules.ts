/** A group of rules of the domain: its letter, how many it has, and what it is about. */
interface RuleGroup {
  readonly letter: string;
  readonly last: number;
  readonly about: string;
}

export const ruleGroups: readonly RuleGroup[] = [
  { letter: 'S', last: 37, about: 'what the scheme says of system change' },
  { letter: 'A', last: 33, about: 'how its ambiguities are resolved' },
  { letter: 'X', last: 10, about: 'what sister sources add' },
  { letter: 'R', last: 20, about: 'points settled for this register' },
  { letter: 'I', last: 17, about: 'invariants' },
  { letter: 'O', last: 6, about: 'what public data can tell, and what it cannot' },
  { letter: 'F', last: 15, about: 'failures and exceptions' },
];

/** The ids of a group's rules, in order. */
export const rulesOf = ({ letter, last }: RuleGroup): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** Every rule id of the domain. */
export const rules: readonly string[] = ruleGroups.flatMap(rulesOf);
