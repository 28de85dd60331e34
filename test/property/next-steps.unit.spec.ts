import { requestHash } from '#commands/hashes.js';
import { londonDateOf, type CivilDate, type Instant } from '#domain/calendar/dates.js';
import { RETENTION_OPTIONS } from '#domain/fields.js';
import { practiceCommands, type PracticeCommandName } from '#domain/practice/commands.js';
import { migrationKind } from '#domain/practice/events/fields.js';
import { nextSteps, type NextStep } from '#domain/practice/next-steps/next-steps.js';
import { command, given } from '#testing/decisions.js';
import { decideConfirmation, decideStep, type History, type Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { commandNames, draws, historiesBefore, later, stepOf } from './random-practice.js';

/** The next steps on a day, asked at an instant after everything that is on record. */
const stepsAt = ({ ods, state, reference }: History, on: CivilDate, knownAt: Instant) =>
  nextSteps(state, reference, { ods, on, knownAt, requestHash });

const lastInstant = ({ events }: History): Instant =>
  later(events.at(-1)?.metadata.recordedAt ?? '2008-04-01T09:00:00.000Z');

const answerOf = (history: History, step: NextStep, at: Instant): string => {
  const by = step.actor;
  const { decision } =
    step.command === 'confirm'
      ? decideConfirmation(history, step.proposal.proposalId, by, at)
      : decideStep(history, { name: step.command, body: step.body, by, at });
  if (decision.kind === 'refused') return decision.refusal.code;
  if (decision.kind === 'nothing') return 'NOTHING';
  return decision.events[0]?.type === 'CommandProposed' ? 'PROPOSE' : 'ACCEPT';
};

/** Whether the decision answers what the step says. */
const isAnsweredSo = (history: History, step: NextStep, at: Instant): boolean =>
  answerOf(history, step, at) === ('can' in step ? step.can.outcome : step.missing.code);

/** Whether a command is among the steps that its role can take, of its instance and with its choice. */
const isTold = ({ name, by, body }: Step, steps: readonly NextStep[]): boolean => {
  const sent: readonly unknown[] = Object.values(body);
  return steps.some((step) => {
    if (!('can' in step) || step.command !== name || step.actor.role !== by.role) return false;
    const isAbout = step.instanceId === undefined || sent.includes(step.instanceId);
    return isAbout && (!CHOICES_SENT.has(step.choice ?? '') || sent.includes(step.choice));
  });
};

/** The choices that stand in a body as they are told. */
const CHOICES_SENT = new Set<string>([...RETENTION_OPTIONS, ...migrationKind.options]);

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
    fc.assert(property, { numRuns: 100 });
  });

  it.each(commandNames)('%s: whoever is accepted with it today is told that it can be done', (name) => {
    const property = fc.property(historiesBefore(name), draws, (history, draw) => {
      const step = stepOf(history, name, { ...draw, daysAgo: 0 });
      if (step.by.role === 'PM' || decideStep(history, step).decision.kind !== 'accepted') return;
      accepted += 1;
      const steps = stepsAt(history, londonDateOf(step.at), step.at);
      expect([name, step.body, isTold(step, steps)]).toEqual([name, step.body, true]);
    });
    fc.assert(property, { numRuns: 100 });
  });
  it('enough of these commands were accepted for that to mean something', () => {
    expect(accepted).toBeGreaterThan(10 * commandNames.length);
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
