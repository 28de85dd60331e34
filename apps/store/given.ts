import type { Environment } from '#platform/config.js';
import { FLAGS, MEANINGLESS, OPTIONS, REFUSED, type OptionName } from './known-options.js';

/** A value and the name under which it was given: `--http-port`, `EVENTSTORE_HTTP_PORT`. */
export interface GivenValue {
  readonly value: string;
  readonly as: string;
}

/** What was given on the command line and in the environment. */
export interface Given {
  readonly values: ReadonlyMap<OptionName, GivenValue>;
  /** What means nothing here, as it was named. */
  readonly meaningless: readonly string[];
  /** What is wrong with the names, each as half a sentence. */
  readonly problems: readonly string[];
}

/** `--http-port`, `--HttpPort` and `EVENTSTORE_HTTP_PORT` are the same option. */
const plain = (name: string): string => name.replaceAll(/[-_]/g, '').toLowerCase();

const names = Object.keys(OPTIONS) as OptionName[];
const KNOWN = new Map(names.flatMap((name) => OPTIONS[name].map((spelling) => [plain(spelling), name])));
const REFUSALS = new Map(Object.entries(REFUSED).map(([name, refusal]) => [plain(name), refusal]));
const WITHOUT_MEANING = new Set(MEANINGLESS.map(plain));

/** A variable of the product that looks like one of the event store's. */
const NOT_OURS = 'EVENTSTORE_URL';
const PREFIX = 'EVENTSTORE_';

interface Named extends GivenValue {
  readonly name: string;
}

/** Reads both; the command line stands above the environment, in which an empty variable is one that is not set. */
export function readGiven(args: readonly string[], environment: Environment): Given {
  const strangers: string[] = [];
  const typed = fromArguments(args, strangers);
  const set = Object.entries(environment)
    .filter(([name, value]) => name.startsWith(PREFIX) && name !== NOT_OURS && value !== '')
    .map(([as, value = '']) => ({ name: plain(as.slice(PREFIX.length)), as, value }));
  const [above, below] = [sort(typed), sort(set)];
  const unknown = [...strangers, ...above.unknown, ...below.unknown];
  return {
    values: new Map([...below.values, ...above.values]),
    meaningless: [...above.meaningless, ...below.meaningless],
    problems: [
      ...(unknown.length === 0 ? [] : [`there is no option ${unknown.join(', ')}`]),
      ...above.problems,
      ...below.problems,
    ],
  };
}

/** `--name value`, `--name=value`, or a flag's name alone. What is no option is added to the strangers. */
function fromArguments(args: readonly string[], strangers: string[]): Named[] {
  const typed: Named[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const [, as, value] = /^(--[a-z][\w-]*)(?:=(.*))?$/is.exec(argument) ?? [];
    if (as === undefined) {
      strangers.push(argument);
      continue;
    }
    const name = plain(as);
    const next = args[at + 1];
    const takesNext = value === undefined && next !== undefined && isValueOf(name, next);
    if (takesNext) at += 1;
    typed.push({ name, as, value: value ?? (takesNext ? next : alone(name)) });
  }
  return typed;
}

/** What an option says that is given without a value: true, unless it needs one. */
const alone = (name: string): string => {
  const option = KNOWN.get(name);
  return option === undefined || FLAGS.has(option) ? 'true' : '';
};

/** Whether the argument after an option belongs to it: only true and false to a flag, nothing that is an option. */
function isValueOf(name: string, next: string): boolean {
  const option = KNOWN.get(name);
  if (option !== undefined && FLAGS.has(option)) return /^(true|false)$/i.test(next);
  return !next.startsWith('--');
}

/** Tells the options of one source apart. */
function sort(source: readonly Named[]) {
  const values = new Map<OptionName, GivenValue>();
  const sorted = { values, meaningless: [] as string[], unknown: [] as string[], problems: [] as string[] };
  for (const { name, as, value } of source) {
    const option = KNOWN.get(name);
    const refusal = REFUSALS.get(name);
    const before = option && values.get(option);
    if (before !== undefined && before.value !== value)
      sorted.problems.push(`${before.as} and ${as} are the same option and say different things`);
    if (option !== undefined) values.set(option, { value, as });
    else if (refusal !== undefined && refusal.only?.toLowerCase() !== value.toLowerCase())
      sorted.problems.push(
        `${as} cannot be ${refusal.only === undefined ? 'given' : value}: ${refusal.because}`,
      );
    else if (refusal !== undefined || WITHOUT_MEANING.has(name)) sorted.meaningless.push(as);
    else sorted.unknown.push(as);
  }
  return sorted;
}
