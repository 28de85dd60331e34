import { requestHash } from '#commands/hashes.js';
import type { PracticeCommandName } from '#domain/practice/commands.js';
import { nextSteps, type NextStep } from '#domain/practice/next-steps/next-steps.js';
import type { Given } from './decisions.js';

/** The steps that would be told at the end of that day. */
export const stepsOf = (
  { state, history: { ods, reference } }: Given,
  on: string,
  knownAt = `${on}T22:00:00.000Z`,
): readonly NextStep[] => nextSteps(state, reference, { ods, on, knownAt, requestHash });

/** A step in a line: who, what, and how it would be answered with which flags and needs, or what it lacks. */
export const line = (step: NextStep): string => {
  const about = step.command === 'confirm' ? [step.proposal.command] : [step.instanceId, step.choice];
  const answer =
    'can' in step
      ? [step.can.outcome, ...step.can.flags, ...step.can.needs.map(({ code }) => `needs ${code}`)]
      : [step.missing.code, step.missing.rule];
  return [step.actor.role, step.actor.org, step.command, ...about, '-', ...answer]
    .filter((word) => word !== undefined)
    .join(' ');
};

/** The lines of the steps of these commands, in the order in which they are told. */
export const linesOf = (
  steps: readonly NextStep[],
  ...names: readonly (PracticeCommandName | 'confirm')[]
): readonly string[] => steps.filter((step) => names.includes(step.command)).map(line);
