import { z } from 'zod';
import { eventId } from '#domain/fields.js';
import { fundingInterval, payerOfFunding } from '#read-models/index.js';

const revision = z.int().min(0).meta({ description: 'Of the file, which begins at 0', example: 7 });
const flags = z
  .array(z.string())
  .meta({ description: 'What was missing or late, recorded with the entry (R1)' });

const recorded = {
  revision,
  position: z.string().meta({
    description: 'The position token: send it as `Register-Read-After` to read what was recorded',
    example: '4711',
  }),
  recordedAt: z.string().meta({ example: '2009-03-13T09:12:00.000Z' }),
  events: z.array(z.object({ id: eventId, type: z.string() })),
  flags,
};

const money = z
  .object({
    until: z.string().meta({ description: 'Open intervals and the pence by payer count to its end (R7)' }),
    rows: z.array(
      z.object({
        instance: z.string(),
        row: z.string(),
        goes: z.array(fundingInterval).meta({ description: 'What it would have been without the command' }),
        comes: z.array(fundingInterval).meta({ description: 'What it would be with it' }),
      }),
    ),
    byPayer: z
      .array(
        z.object({
          payer: payerOfFunding,
          payerOrg: z.string().nullable(),
          pence: z.int().meta({ description: 'More, or less where negative, in the days up to `until`' }),
          rowsWithoutPrice: z
            .int()
            .meta({ description: 'Intervals without a price on file, which the pence leave out' }),
        }),
      )
      .meta({ description: 'Payers for whom nothing changes are left out' }),
  })
  .meta({
    description: 'The money that a command about a practice would change; left out where it changes none',
  });

const party = z.string().meta({ description: 'The role that confirms', example: 'PCT' });

/** What the API answers to commands, by the name under which the documentation shows it. */
export const replies = {
  Recorded: z.object(recorded),
  Proposed: z.object({ proposalId: eventId, confirmer: party, ...recorded }),
  Unchanged: z.object({ revision }),
  DryRun: z.object({
    outcome: z.enum(['ACCEPT', 'PROPOSE', 'NOTHING']),
    confirmer: party.optional(),
    events: z.array(z.object({ type: z.string(), payload: z.looseObject({}) })),
    flags,
    money: money.optional(),
  }),
  Problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is the case here' }),
    code: z.string().meta({ description: 'Stable: made for programs' }),
    rule: z.string().optional().meta({ description: 'The rule of the domain that it rests on' }),
    remedy: z.string().meta({ description: 'What to do about it' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'With INVALID_REQUEST: every wrong field' }),
    commands: z
      .array(z.string())
      .optional()
      .meta({ description: 'With COMMAND_UNKNOWN: the commands that there are' }),
    revision: revision.optional().meta({ description: 'With PRECONDITION_FAILED: of the file now' }),
    wanted: z.string().optional().meta({ description: 'With READ_MODEL_BEHIND: the position asked for' }),
    behind: z
      .array(
        z.object({
          projection: z.string(),
          position: z.string(),
          lastRecordedAt: z.string().optional(),
          stopped: z.boolean(),
        }),
      )
      .optional()
      .meta({ description: 'With READ_MODEL_BEHIND: how far each read model is' }),
  }),
};

export type ReplyName = keyof typeof replies;

/** A schema as OpenAPI 3.1 has it; `io` says whether it describes what is sent or what is answered. */
export const openApiSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...converted } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return converted;
};
