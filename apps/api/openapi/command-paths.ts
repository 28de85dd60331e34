import type { z } from 'zod';
import { OF_AN_OPEN_PRACTICE } from '#domain/practice/closure.js';
import { practiceCommands, type PracticeCommandName } from '#domain/practice/commands.js';
import { confirmersOf, type ConfirmerRule } from '#domain/practice/confirmers.js';
import { commandRules } from '#domain/practice/rules.js';
import type { RefusalCode } from '#domain/refusals.js';
import { declining } from '../commands/proposals.controller.js';
import type { CommandNote } from './note.js';
import { practiceNotes } from './practice-notes.js';
import { referenceTopics } from './reference-notes.js';
import { openApiSchema } from './replies.js';
import { ANY_REQUEST, type Code, problemResponses, replyResponse } from './responses.js';

/** A command as the documentation shows it. */
interface Documented extends CommandNote<unknown> {
  readonly tag: string;
  readonly path: string;
  readonly who: string;
  readonly body: z.ZodType;
  /** Whether it is recorded at once, or waits for others; of some, by who sends it (R2). */
  readonly comesTo: readonly ('RECORDED' | 'PROPOSED')[];
}

/** What a request with a body can come to, beside the refusals of its command. */
const ALWAYS: readonly Code[] = [
  ...ANY_REQUEST,
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'STORE_UNAVAILABLE',
];
const WRITING: readonly Code[] = [
  'IDEMPOTENCY_KEY_REQUIRED',
  'PRECONDITION_FAILED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
];

const header = (name: string, required: boolean, description: string, example: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
});

/** To which day the money that a command about a practice would change is counted. */
const UNTIL = {
  name: 'until',
  in: 'query',
  required: false,
  description: 'The money that it would change is counted to the end of this day; today if left out (R7)',
  schema: { type: 'string', format: 'date' },
};

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

const OF_A_WRITE = ['ETag', 'Register-Position'] as const;

/** The name of a command: the last word of its address. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const operation = ({ tag, path, summary, who, body, example, refusals: own, comesTo }: Documented) => {
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
  const headers = path.includes('{ods}') ? ([...OF_A_WRITE, 'Location'] as const) : OF_A_WRITE;
  const made = {
    ...(comesTo.includes('PROPOSED') && {
      202: replyResponse('Waits for its other party (R2)', 'Proposed', ...headers),
    }),
    ...(comesTo.includes('RECORDED') && { 201: replyResponse('Recorded', 'Recorded', ...headers) }),
  };
  const unchanged = { 200: replyResponse('So already: nothing was added (R13)', 'Unchanged', 'ETag') };
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
        parameters: [...pathParameters(path), ...(path.includes('{ods}') ? [UNTIL] : [])],
        responses: { 200: replyResponse('What it would come to', 'DryRun'), ...problemResponses(codes) },
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

const CONFIRMED_BY: Readonly<Record<ConfirmerRule, string>> = {
  OTHER_PARTY: 'the other of PR and PCT',
  OTHER_PERSON: 'another person of the same role',
  SUPPLIER: 'the supplier of the instance',
  COMMISSIONER: 'the PCT where the practice asks',
  OTHER_PERSON_AND_NATIONAL: 'another person of the same role and then NAT',
};

const comesTo = (others: readonly unknown[]) => (others.length > 0 ? 'PROPOSED' : 'RECORDED');

const practiceNames = Object.keys(practiceCommands) as PracticeCommandName[];

const ofPractice = (name: PracticeCommandName): Documented => {
  const { roles, lateness, confirmer } = commandRules[name];
  const known: RefusalCode[] = [
    ...(name === 'register-practice' ? [] : (['PRACTICE_UNKNOWN', 'NOT_YOUR_PRACTICE'] as const)),
    ...(OF_AN_OPEN_PRACTICE.has(name) ? (['PRACTICE_CLOSED'] as const) : []),
  ];
  const note: CommandNote<unknown> = practiceNotes[name];
  return {
    ...note,
    tag: 'Practices: commands',
    path: `/api/v1/practices/{ods}/${name}`,
    who: `${roles.filter((role) => role !== 'PM').join(', ')}${confirmer ? `, confirmed by ${CONFIRMED_BY[confirmer]} (R2)` : ''}`,
    body: practiceCommands[name],
    refusals: ['POLICY_MISSING', ...known, ...(LATENESS[lateness] ?? []), ...note.refusals],
    comesTo: [...new Set(roles.map((role) => comesTo(confirmersOf(confirmer, role))))],
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
      comesTo: ['RECORDED'],
    })),
  );

/** The paths of every command and of its dry run, as OpenAPI describes them. */
export const commandPaths = (): Record<string, object> => {
  const all = [...practiceNames.map(ofPractice), ...ofReference()];
  return Object.assign({}, ...all.map(operation), ...proposalPaths()) as Record<string, object>;
};

/** The other party's word on a proposal (R2). */
const proposalPaths = (): object[] => {
  const own: Code[] = [
    ...(['PRACTICE_UNKNOWN', 'NOT_YOUR_PRACTICE', 'PRACTICE_CLOSED', 'POLICY_MISSING'] as const),
    ...([
      'PROPOSAL_UNKNOWN',
      'PROPOSAL_NOT_YOURS',
      'SECOND_PERSON_REQUIRED',
      'PROPOSAL_CLOSED',
      'NOT_YOUR_SYSTEM',
    ] as const),
  ];
  const decidedAgain = practiceNames.flatMap((name): readonly Code[] =>
    commandRules[name].confirmer ? practiceNotes[name].refusals : [],
  );
  const about = (word: string, summary: string, codes: readonly Code[], requestBody: object) => {
    const path = `/api/v1/practices/{ods}/proposals/{proposalId}/${word}`;
    const post = {
      tags: ['Practices: commands'],
      security: [{ bearer: [] }],
      operationId: `${word}-proposal`,
      summary,
      description: 'By whoever the proposal waits for, with a key of its own (R2, I14).',
      parameters: [...pathParameters(path), ...WRITING_HEADERS],
      ...requestBody,
      responses: {
        201: replyResponse('Recorded', 'Recorded', ...OF_A_WRITE, 'Location'),
        ...(word === 'confirm' && {
          202: replyResponse('Waits for the last of three (R2)', 'Proposed', ...OF_A_WRITE, 'Location'),
        }),
        200: replyResponse('So already: nothing was added', 'Unchanged', 'ETag'),
        ...problemResponses([...ALWAYS, ...WRITING, ...own, ...codes]),
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
    about('confirm', 'Confirm a proposal: its command is decided again, and recorded', decidedAgain, {}),
    about('decline', 'Decline a proposal, with a reason', [], { requestBody: body }),
  ];
};
