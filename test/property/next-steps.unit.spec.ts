import { londonDateOf } from '#domain/calendar/dates.js';
import { practiceCommands, type PracticeCommandName } from '#domain/practice/commands.js';
import type { NextStep } from '#domain/practice/next-steps/next-steps.js';
import { command, given } from '#testing/decisions.js';
import { decideStep } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { isAnsweredSo, isTold, lastInstant, stepsAt } from './agreement.js';
import { commandNames, draws, historiesBefore, stepOf } from './random-practice.js';

describe('S37: the next steps are what the decisions say', () => {
  let accepted = 0;

  it('every step that can be taken is accepted, every other refused by the code that is told', () => {
    const property = fc.property(
      fc.constantFrom(...commandNames).chain(historiesBefore),
      fc.oneof(fc.constant(0), fc.nat(20), fc.nat(400)),
      (history, daysAgo) => {
        const at = lastInstant(history);
        const on = londonDateOf(new Date(Date.parse(at) - daysAgo * 86_400_000).toISOString());
        for (const step of stepsAt(history, on, at)) {
          if (step.command !== 'confirm') practiceCommands[step.command].parse(step.body);
          expect([step, isAnsweredSo(history, step, at)]).toEqual([step, true]);
        }
      },
    );
    fc.assert(property, { numRuns: 60 });
  });

  it.each(commandNames)('%s: whoever is accepted with it today is told that it can be done', (name) => {
    const property = fc.property(historiesBefore(name), draws, (history, draw) => {
      const step = stepOf(history, name, { ...draw, daysAgo: 0 });
      if (step.by.role === 'PM' || decideStep(history, step).decision.kind !== 'accepted') return;
      accepted += 1;
      const steps = stepsAt(history, londonDateOf(step.at), step.at);
      expect([name, step.body, isTold(step, steps)]).toEqual([name, step.body, true]);
    });
    fc.assert(property, { numRuns: 30 });
  });
  it('enough of these commands were accepted for that to mean something', () => {
    expect(accepted).toBeGreaterThan(2 * commandNames.length);
  });

  it('a probe that finds nothing, and a step that is not the decision’s, are caught', () => {
    const { history } = given(...workedUntil('live'));
    const step = command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' });
    const steps = stepsAt(history, '2009-03-20', step.at);
    expect(isTold(step, steps)).toBe(true);
    expect(
      isTold(
        step,
        steps.filter(({ command: name }) => name !== 'give-notice'),
      ),
    ).toBe(false);
    const [notice] = steps.filter(({ command: name }) => name === 'give-notice');
    expect(isAnsweredSo(history, notice!, step.at)).toBe(true);
    const { body, ...rest } = notice as Extract<NextStep, { command: PracticeCommandName }>;
    const ofV1 = { ...rest, body: { ...body, instanceId: 'V1' } } as NextStep;
    expect(isAnsweredSo(history, ofV1, step.at)).toBe(false);
  });
});
