import { requestHash } from '#commands/hashes.js';
import type { CivilDate, Instant } from '#domain/calendar/dates.js';
import { RETENTION_OPTIONS } from '#domain/fields.js';
import { migrationKind } from '#domain/practice/events/fields.js';
import { nextSteps, type NextStep } from '#domain/practice/next-steps/next-steps.js';
import { decideConfirmation, decideStep, type History, type Step } from '#testing/practice-history.js';
import { later } from './random-practice.js';

/** The next steps on a day, asked at an instant after everything that is on record. */
export const stepsAt = ({ ods, state, reference }: History, on: CivilDate, knownAt: Instant) =>
  nextSteps(state, reference, { ods, on, knownAt, requestHash });

/** Just after everything that is on record. */
export const lastInstant = ({ events }: History): Instant =>
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
export const isAnsweredSo = (history: History, step: NextStep, at: Instant): boolean =>
  answerOf(history, step, at) === ('can' in step ? step.can.outcome : step.missing.code);

/** Whether a command is among the steps that its role can take, of its instance and with its choice. */
export const isTold = ({ name, by, body }: Step, steps: readonly NextStep[]): boolean => {
  const sent: readonly unknown[] = Object.values(body);
  return steps.some((step) => {
    if (!('can' in step) || step.command !== name || step.actor.role !== by.role) return false;
    const isAbout = step.instanceId === undefined || sent.includes(step.instanceId);
    return isAbout && (!CHOICES_SENT.has(step.choice ?? '') || sent.includes(step.choice));
  });
};

/** The choices that stand in a body as they are told. */
const CHOICES_SENT = new Set<string>([...RETENTION_OPTIONS, ...migrationKind.options]);
