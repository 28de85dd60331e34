import { z } from 'zod';
import { askedFields } from '../asked.js';

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const step = {
  command: z.string().meta({ description: 'Its route; `confirm` is the word on an open proposal' }),
  instanceId: z.string().optional(),
  choice: z.string().optional().meta({
    description: 'Where a command’s rules differ by what is chosen: a kind of system, an option, a decision',
    example: 'SINGLE_USER',
  }),
  proposalId: z.string().optional().meta({ description: 'With `confirm`: the open proposal' }),
  proposed: z.string().optional().meta({ description: 'With `confirm`: the command that was proposed' }),
};

const refusal = { code: z.string(), rule: z.string(), because: z.string(), remedy: z.string() };

const possible = z.object({
  ...step,
  outcome: z.enum(['ACCEPT', 'PROPOSE']).meta({ description: 'PROPOSE: it waits for another (R2)' }),
  confirmer: z.string().optional().meta({ description: 'With PROPOSE: the role that confirms' }),
  flags: listOf(z.string()).meta({ description: 'What would be recorded as missing or late (R1)' }),
  needs: listOf(z.object(refusal)).meta({ description: 'Why it is refused as it is usually sent' }),
  with: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({
      description: 'What it is accepted with nevertheless; “…” stands for words of yours',
      example: { reason: '…' },
    }),
});

const missing = z.object({ ...step, ...refusal });

/** Who can do what now, and what is missing for the rest: GET /practices/{ods}/next-steps. */
export const nextStepsAnswer = z.discriminatedUnion('nothingOnRecord', [
  z.object({
    ods: z.string(),
    on: z.string(),
    knownAt: askedFields.knownAt,
    revision: z.int().meta({ description: 'Of the file at `knownAt`' }),
    nothingOnRecord: z.literal(false),
    actors: listOf(
      z.object({
        role: z.string(),
        org: z.string(),
        can: listOf(possible),
        missing: listOf(missing).meta({ description: 'Steps that it cannot take, and what they lack' }),
      }),
    ).meta({ description: 'By who acts; each one’s steps in the order of a change of system (S37)' }),
  }),
  z.object({
    ods: z.string(),
    on: z.string(),
    knownAt: askedFields.knownAt,
    nothingOnRecord: z.literal(true),
  }),
]);
export type NextStepsAnswer = z.input<typeof nextStepsAnswer>;
type ByActor = Extract<NextStepsAnswer, { nothingOnRecord: false }>['actors'];
/** The steps of one organisation. */
export type StepsOfActor = ByActor[number];
