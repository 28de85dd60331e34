import { nextSteps, type NextStep, type NextStepsAsked } from '#domain/practice/next-steps/next-steps.js';
import { ROLES } from '#domain/recorded.js';
import type { Refusal } from '#domain/refusals.js';
import { groupBy } from '#platform/group-by.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, type Asked } from '../asked.js';
import { practiceKnownAt } from '../audit-history/file.js';
import type { NextStepsAnswer, StepsOfActor } from './answers.js';

/**
 * What can be done about a practice on a day as known at an instant, by whom, and what is missing for the rest;
 * undefined for a practice that is unknown now. `requestHash` is what R13 compares of a command.
 */
export const practiceNextSteps = async (
  sql: Sql,
  asked: Asked & { readonly ods: string },
  requestHash: NextStepsAsked['requestHash'],
): Promise<NextStepsAnswer | undefined> => {
  const { ods, knownAt } = asked;
  const practice = await practiceKnownAt(sql, asked, true);
  if (!practice) return undefined;
  const { known, state, reference } = practice;
  const on = dayAsked(asked);
  if (!state.practice) return { ods, on, knownAt, nothingOnRecord: true };
  const steps = nextSteps(state, reference, { ods, on, knownAt, requestHash });
  const revision = known.at(-1)?.revision ?? 0;
  return { ods, on, knownAt, revision, nothingOnRecord: false, actors: byActor(steps) };
};

const byActor = (steps: readonly NextStep[]): readonly StepsOfActor[] =>
  ROLES.flatMap((role) => {
    const ofRole = steps.filter(({ actor }) => actor.role === role);
    return [...groupBy(ofRole, ({ actor }) => actor.org)].map(([org, own]) => ({
      role,
      org,
      can: own.flatMap((step) => ('can' in step ? [{ ...told(step), ...possible(step.can) }] : [])),
      missing: own.flatMap((step) =>
        'missing' in step ? [{ ...told(step), ...sentences(step.missing) }] : [],
      ),
    }));
  });

const told = (step: NextStep) => {
  if (step.command === 'confirm') {
    const { proposalId, command } = step.proposal;
    return { command: 'confirm', proposalId, proposed: command };
  }
  const { command, instanceId, choice } = step;
  return {
    command,
    ...(instanceId !== undefined && { instanceId }),
    ...(choice !== undefined && { choice }),
  };
};

const possible = ({ needs, ...can }: Extract<NextStep, { can: unknown }>['can']) => ({
  ...can,
  needs: needs.map(sentences),
});

const sentences = ({ code, rule, because, remedy }: Refusal) => ({ code, rule, because, remedy });
