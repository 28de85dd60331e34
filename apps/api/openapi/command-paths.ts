import type { z } from 'zod';
import { practiceCommands, type PracticeCommandName } from '#domain/practice/commands.js';
import { commandRules } from '#domain/practice/rules.js';
import { refusals, type RefusalCode } from '#domain/refusals.js';
import { declining } from '../commands/proposals.controller.js';
import { type ProblemCode, problems } from '../problems/catalogue.js';
import type { CommandNote } from './note.js';
import { practiceNotes } from './practice-notes.js';
import { referenceTopics } from './reference-notes.js';
import { openApiSchema, type ReplyName } from './replies.js';

type Code = RefusalCode | ProblemCode;

/** A command as the documentation shows it. */
interface Documented extends CommandNote<unknown> {
  readonly tag: string;
  readonly path: string;
  readonly who: string;
  readonly body: z.ZodType;
  readonly isProposed: boolean;
}

const ALWAYS: readonly Code[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'TOKEN_EXPIRED',
];
const WRITING: readonly Code[] = [
  'IDEMPOTENCY_KEY_REQUIRED',
  'PRECONDITION_FAILED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'STORE_UNAVAILABLE',
];

const statusOf = (code: Code): number => ({ ...refusals, ...problems })[code].status;

const content = (name: ReplyName, type = 'application/json') => ({
  [type]: { schema: { $ref: `#/components/schemas/${name}` } },
});

const reply = (description: string, name: ReplyName) => ({ description, content: content(name) });

/** One response for each status, naming the codes that it can carry. */
const problemResponses = (codes: readonly Code[]) => {
  const byStatus = Map.groupBy(new Set(codes), statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      { description: same.join(', '), content: content('Problem', 'application/problem+json') },
    ]),
  );
};

const header = (name: string, required: boolean, description: string, example: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
});

/** The headers of a request that records something. */
export const WRITING_HEADERS = [
  header(
    'Idempotency-Key',
    true,
    'A new UUID for each new command (I16)',
    '7a0e8c1e-3b0f-4d43-9a57-0c3f8e1b2d11',
  ),
  header('If-Match', false, 'The revision last seen, as `ETag` gave it', '"7"'),
];

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

/** The name of a command: the last word of its address. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const operation = ({ tag, path, summary, who, body, example, refusals: own, isProposed }: Documented) => {
  const codes = [...ALWAYS, 'ROLE_NOT_ALLOWED', ...own] as const;
  const shared = {
    tags: [tag],
    security: [{ bearer: [] }],
    description: `By ${who}.`,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: openApiSchema(body, 'input'), example } },
    },
  };
  const made = isProposed
    ? { 202: reply('Waits for its other party (R2)', 'Proposed') }
    : { 201: reply('Recorded', 'Recorded') };
  const unchanged = { 200: reply('So already: nothing was added (R13)', 'Unchanged') };
  return {
    [path]: {
      post: {
        ...shared,
        operationId: nameOf(path),
        summary,
        parameters: [...pathParameters(path), ...WRITING_HEADERS],
        responses: { ...made, ...unchanged, ...problemResponses([...codes, ...WRITING]) },
      },
    },
    [`${path}/dry-run`]: {
      post: {
        ...shared,
        operationId: `${nameOf(path)}-dry-run`,
        summary: `${summary}: try it, nothing is recorded`,
        parameters: pathParameters(path),
        responses: { 200: reply('What it would come to', 'DryRun'), ...problemResponses(codes) },
      },
    },
  };
};

const LATENESS: Readonly<Record<string, readonly RefusalCode[]>> = {
  NONE: [],
  ALWAYS_REASON: [],
  DECLARE: ['REASON_REQUIRED'],
  LATE_ENTRY: ['EFFECTIVE_DATE_IN_FUTURE', 'REASON_REQUIRED'],
};

const ofPractice = (name: PracticeCommandName): Documented => {
  const { roles, lateness, confirmer } = commandRules[name];
  const other = confirmer === 'OTHER_PARTY' ? 'the other of PR and PCT' : 'another person of the same role';
  const known: RefusalCode[] = name === 'register-practice' ? [] : ['PRACTICE_UNKNOWN', 'NOT_YOUR_PRACTICE'];
  const note: CommandNote<unknown> = practiceNotes[name];
  return {
    ...note,
    tag: 'Practices: commands',
    path: `/api/v1/practices/{ods}/${name}`,
    who: `${roles.filter((role) => role !== 'PM').join(', ')}${confirmer ? `, confirmed by ${other} (R2)` : ''}`,
    body: practiceCommands[name],
    refusals: [...known, ...(LATENESS[lateness] ?? []), ...note.refusals],
    isProposed: confirmer !== undefined,
  };
};

const ofReference = (): Documented[] =>
  referenceTopics.flatMap(({ tag, path, roles, commands, notes }) =>
    Object.entries<CommandNote<unknown>>(notes).map(([name, note]) => ({
      ...note,
      tag,
      path: `${path}/${name}`,
      who: roles.join(', '),
      body: (commands as Readonly<Record<string, z.ZodType>>)[name]!,
      isProposed: false,
    })),
  );

/** The paths of every command and of its dry run, as OpenAPI describes them. */
export const commandPaths = (): Record<string, object> => {
  const names = Object.keys(practiceCommands) as PracticeCommandName[];
  const all = [...names.map(ofPractice), ...ofReference()];
  return Object.assign({}, ...all.map(operation), ...proposalPaths()) as Record<string, object>;
};

/** The other party's word on a proposal (R2). */
const proposalPaths = (): object[] => {
  const own: Code[] = ['PROPOSAL_UNKNOWN', 'PROPOSAL_NOT_YOURS', 'SECOND_PERSON_REQUIRED', 'PROPOSAL_CLOSED'];
  const about = (word: string, summary: string, requestBody: object) => {
    const path = `/api/v1/practices/{ods}/proposals/{proposalId}/${word}`;
    const post = {
      tags: ['Practices: commands'],
      security: [{ bearer: [] }],
      operationId: `${word}-proposal`,
      summary,
      description: 'By the other party, or another person of the same role, with a key of its own (R2, I14).',
      parameters: [...pathParameters(path), ...WRITING_HEADERS],
      ...requestBody,
      responses: {
        201: reply('Recorded', 'Recorded'),
        200: reply('So already: nothing was added', 'Unchanged'),
        ...problemResponses([...ALWAYS, ...WRITING, 'PRACTICE_UNKNOWN', ...own]),
      },
    };
    return { [path]: { post } };
  };
  const example = { reason: 'The date is wrong' };
  const body = {
    required: true,
    content: { 'application/json': { schema: openApiSchema(declining), example } },
  };
  return [
    about('confirm', 'Confirm a proposal: its command is decided again, and recorded', {}),
    about('decline', 'Decline a proposal, with a reason', { requestBody: body }),
  ];
};
