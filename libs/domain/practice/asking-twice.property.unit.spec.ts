import fc from 'fast-check';
import { given } from '#testing/decisions.js';
import { decideStep, type History, type Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { addDays } from '../calendar/dates.js';
import { practiceCommands, type BodyOf, type PracticeCommandName } from './commands.js';

const all = workedUntil('rehomed');
const steps: readonly Step[] = [
  ...all,
  ...withContent('return-business-case', { points: ['No risks named'] }),
  ...withContent('refuse-change', { grounds: ['Cost'] }),
  ...withContent('propose-date', { date: '2009-05-01' }),
  ...withContent('order-retention', { instanceId: 'E1', option: 'DATR', payer: 'PRACTICE' }),
];

/** The command on the day of every step of W, by whoever acted there: not everyone may. */
function withContent<Name extends PracticeCommandName>(
  name: Name,
  content: Omit<BodyOf<Name>, 'effectiveDate'>,
): readonly Step[] {
  return all.map(({ body: { effectiveDate }, by, at }) => ({
    name,
    body: { ...content, effectiveDate } as unknown as BodyOf<Name>,
    by,
    at,
  }));
}

const prefixes: readonly History[] = all.map((_, length) => given(...all.slice(0, length)).history);

/** A place in W, a few commands of W tried out of their order and on other days, and one more. */
const situations = fc.record({
  place: fc.nat(prefixes.length - 1),
  tried: fc.array(fc.tuple(fc.nat(steps.length - 1), fc.integer({ min: -3, max: 3 })), { maxLength: 4 }),
  last: fc.nat(steps.length - 1),
  days: fc.integer({ min: -3, max: 3 }),
});

const moved = (index: number, days: number, history: History): Step => {
  const step = steps[index] as Step;
  const now = history.events.at(-1)?.metadata.recordedAt ?? step.at;
  const effectiveDate = addDays(step.body.effectiveDate, days);
  const body = { ...step.body, effectiveDate, reason: 'Out of its order' };
  return { ...step, body, at: now > step.at ? now : step.at };
};

describe('R13, I16: asking twice adds nothing', () => {
  it('I16: every command stands in the data set that is tried', () =>
    expect([...new Set(steps.map(({ name }) => name))].sort()).toEqual(Object.keys(practiceCommands).sort()));
  it('R13, I16: the same command once more leaves the stream as it is, whatever came before', () => {
    let accepted = 0;
    fc.assert(
      fc.property(situations, ({ place, tried, last, days }) => {
        const before = tried.reduce(
          (history, [index, shift]) => decideStep(history, moved(index, shift, history)).history,
          prefixes[place] as History,
        );
        const step = moved(last, days, before);
        const first = decideStep(before, step);
        if (first.decision.kind !== 'accepted') return;
        accepted += 1;
        expect(decideStep(first.history, step).decision.kind).toBe('nothing');
      }),
      { numRuns: 3000, seed: 20090312 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
