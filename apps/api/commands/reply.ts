import type { FastifyReply } from 'fastify';
import type { CommandOutcome, DryRun } from '#commands/register.js';
import { fundingIntervalAnswer } from '#read-models/index.js';
import { type Problem, problemOf, problemOfRefusal } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';

/** An answer over HTTP that is no problem. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

type Recorded = Extract<CommandOutcome, { kind: 'recorded' }>;

/** The header that says at which revision a file is. */
export const etag = (revision: number) => ({ etag: `"${revision}"` });

const recorded = (outcome: Recorded, location?: (revision: number) => string): Answer => {
  const { revision, recordedAt, events, flags, confirmer } = outcome;
  const position = outcome.position.toString();
  const proposal = confirmer === undefined ? {} : { proposalId: events[0]?.id, confirmer };
  return {
    status: confirmer === undefined ? 201 : 202,
    headers: {
      ...(location && { location: location(revision) }),
      ...etag(revision),
      'register-position': position,
    },
    body: { ...proposal, revision, position, recordedAt, events, flags },
  };
};

/**
 * The answer to a command (architecture §3.7): 201 recorded, 202 waiting for its other party, 200 so already, else
 * the problem.
 * @param location where the entry of a revision is read, if anywhere
 */
export const answerToCommand = (
  outcome: CommandOutcome,
  location?: (revision: number) => string,
): Answer | Problem => {
  switch (outcome.kind) {
    case 'recorded':
      return recorded(outcome, location);
    case 'nothing':
      return { status: 200, headers: etag(outcome.revision), body: { revision: outcome.revision } };
    case 'refused':
      return problemOfRefusal(outcome.refusal);
    case 'key-reused':
      return problemOf('IDEMPOTENCY_KEY_REUSED');
    case 'precondition-failed':
      return problemOf('PRECONDITION_FAILED', outcome.revision < 0 ? {} : { revision: outcome.revision });
    case 'conflict':
      return problemOf('CONFLICT');
  }
};

/** The answer to a dry run: what the command would come to, or its refusal with its real status. */
export const answerToDryRun = (run: DryRun): Answer | Problem => {
  if (run.kind === 'refused') return problemOfRefusal(run.refusal);
  const { kind: _kind, money, ...body } = run;
  return { status: 200, headers: {}, body: { ...body, ...(money && { money: moneyAnswer(money) }) } };
};

const moneyAnswer = ({ rows, ...rest }: NonNullable<Extract<DryRun, { kind: 'dry-run' }>['money']>) => ({
  ...rest,
  rows: rows.map(({ instanceId, row, goes, comes }) => ({
    instance: instanceId,
    row,
    goes: goes.map(fundingIntervalAnswer),
    comes: comes.map(fundingIntervalAnswer),
  })),
});

/** Sends an answer or a problem. */
export const send = (reply: FastifyReply, answer: Answer | Problem): void => {
  if ('code' in answer) sendProblem(reply, answer);
  else void reply.code(answer.status).headers(answer.headers).send(answer.body);
};
