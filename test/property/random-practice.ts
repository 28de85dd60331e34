import { addDays, londonDateOf } from '#domain/calendar/dates.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import { practiceCommands } from '#domain/practice/commands.js';
import { commandRules } from '#domain/practice/rules.js';
import type { Actor } from '#domain/recorded.js';
import { given } from '#testing/decisions.js';
import * as people from '#testing/fixture.js';
import { decideConfirmation, decideStep, type History, type Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { randomBodies } from './random-bodies.js';
import { pick, type Numbers } from './random-bodies/draw.js';

const { reed, patel, cole, moss, hart, national, auditor, importer, otherPractice, otherPct, successor } =
  people;
const anybody: readonly [Actor, ...Actor[]] = [
  ...([reed, patel, cole, moss, hart, national, auditor, importer] as const),
  ...([otherPractice, otherPct, successor] as const),
];
const usually: Readonly<Record<string, readonly [Actor, ...Actor[]]>> = {
  PR: [reed],
  PCT: [patel, patel, cole, successor],
  SUP: [moss, hart],
  NAT: [national],
  PM: [importer],
};

/** What chance decides of one command: which are tried, by whom, how much later, how long after the fact. */
export interface Draw {
  readonly names: readonly PracticeCommandName[];
  readonly numbers: Numbers;
  readonly byAnybody: boolean;
  readonly daysLater: number;
  readonly daysAgo: number;
  readonly confirms: boolean;
}

export const commandNames = Object.keys(practiceCommands) as PracticeCommandName[];

/** Draws for one command; by somebody whose role may give it, more often than by just anybody. */
export const draws: fc.Arbitrary<Draw> = fc.record({
  names: fc.shuffledSubarray(commandNames, { minLength: 5, maxLength: 8 }),
  numbers: fc.array(fc.nat(10_000), { minLength: 10, maxLength: 10 }),
  byAnybody: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
  daysLater: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(150)),
  daysAgo: fc.oneof(fc.constant(0), fc.nat(7), fc.nat(100)),
  confirms: fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0),
});

/** The command of that name which the draw gives in this state of the stream, recorded behind all that is there. */
export const stepOf = (history: History, name: PracticeCommandName, draw: Draw): Step => {
  const { numbers, byAnybody, daysLater, daysAgo } = draw;
  const role = pick(numbers, 9, commandRules[name].roles as [string, ...string[]]);
  const by = byAnybody ? pick(numbers, 8, anybody) : pick(numbers, 8, usually[role] ?? anybody);
  const last = history.events.at(-1)?.metadata.recordedAt ?? '2008-04-01T09:00:00.000Z';
  const day = addDays(londonDateOf(last), daysLater);
  const at = daysLater === 0 ? later(last) : `${day}T12:00:00.000Z`;
  const effectiveDate = addDays(day, -daysAgo);
  const reason = daysAgo > 7 && numbers[7]! % 3 > 0 ? { reason: 'Found late' } : {};
  const body = { effectiveDate, ...reason, ...randomBodies[name](numbers, history.state, effectiveDate) };
  return { name, body: body as BodyOf<PracticeCommandName>, by, at };
};

/** One second later. */
export const later = (instant: string): string => new Date(Date.parse(instant) + 1000).toISOString();

/** The history once everybody has confirmed a proposal who must, as far as it is accepted. */
const whollyConfirmed = (history: History, proposalId: string, at: string): History => {
  const { confirmer, agreedBy } = history.state.proposals[proposalId]!;
  const others = { PR: [reed], PCT: [patel, cole], SUP: [hart, moss], NAT: [national] }[confirmer];
  const by = others.find(({ sub }) => agreedBy.every((one) => one.sub !== sub)) ?? cole;
  const after = decideConfirmation(history, proposalId, by, at).history;
  const next = after.events.at(-1);
  const isNext = after !== history && next?.type === 'CommandProposed';
  return isNext ? whollyConfirmed(after, next.id, later(at)) : after;
};

/** What ends a practice, and so almost everything that could come after it: seldom tried. */
const ENDS = new Set<PracticeCommandName>(['close-practice', 'merge-practice', 'split-practice']);

/** The first of the drawn commands that is accepted, and the stream after it; undefined if none is. */
export const acceptedOf = (
  history: History,
  draw: Draw,
): { readonly step: Step; readonly after: History } | undefined => {
  for (const name of draw.names) {
    if (ENDS.has(name) && draw.numbers[5]! % 10 > 0) continue;
    const step = stepOf(history, name, draw);
    const { decision, history: after } = decideStep(history, step);
    if (decision.kind === 'accepted') return { step, after };
  }
  return undefined;
};

/** The stream with its last command confirmed where it takes two and the draw says so. */
export const confirmedBy = (after: History, { confirms }: Draw): History => {
  const proposal = after.events.at(-1);
  if (proposal?.type !== 'CommandProposed' || !confirms) return after;
  return whollyConfirmed(after, proposal.id, later(proposal.metadata.recordedAt));
};

/** The stream after the first of the drawn commands that is accepted, confirmed where it takes two. */
export const afterDraw = (history: History, draw: Draw): History => {
  const accepted = acceptedOf(history, draw);
  return accepted ? confirmedBy(accepted.after, draw) : history;
};

/** The stream of W (domain D0) before each of its commands, and after the last. */
const worked: readonly { readonly history: History; readonly next?: PracticeCommandName }[] = (() => {
  const steps = workedUntil('rehomed');
  const before = steps.map((step, index) => ({
    history: given(...steps.slice(0, index)).history,
    next: step.name,
  }));
  return [...before, { history: given(...steps).history }];
})();

/** The stream of W as far as some row of it. */
export const beginnings: fc.Arbitrary<History> = fc.constantFrom(...worked.map(({ history }) => history));

/** Where a practice's stream may stand: some way along W, often where this command is next, and a few random ones on. */
export const historiesBefore = (name: PracticeCommandName): fc.Arbitrary<History> => {
  const fitting = worked.filter(({ next }) => next === name).map(({ history }) => history);
  const begun = fitting.length > 0 ? fc.oneof(fc.constantFrom(...fitting), beginnings) : beginnings;
  return fc
    .tuple(begun, fc.array(draws, { maxLength: 3 }))
    .map(([history, drawn]) => drawn.reduce(afterDraw, history));
};
