import type { z } from 'zod';
import { refusals, type RefusalCode } from '#domain/refusals.js';
import { type ProblemCode, problems } from '../problems/catalogue.js';
import { openApiSchema, type ReplyName } from './replies.js';

/** The code of anything that the API answers as a problem. */
export type Code = RefusalCode | ProblemCode;

/** What any request at all can come to. */
export const ANY_REQUEST: readonly Code[] = [
  'MALFORMED_REQUEST',
  'INVALID_REQUEST',
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'TOKEN_EXPIRED',
  'INTERNAL',
];

/** The headers of answers that a client acts on. */
const HEADERS = {
  ETag: 'The revision of the file, as `If-Match` takes it',
  Location: 'Where the entry is read that was recorded last',
  'Register-Position': 'The position that the answer is at, as `Register-Read-After` takes it',
  Link: 'The next page, where there is one (RFC 8288)',
  'Retry-After': 'How many seconds to wait',
  'WWW-Authenticate': 'What token is asked for',
} as const;
export type HeaderName = keyof typeof HEADERS;

const headersNamed = (names: readonly HeaderName[]): object =>
  names.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          names.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }]),
        ),
      };

const reference = (name: ReplyName) => ({ schema: { $ref: `#/components/schemas/${name}` } });

/** A response that has one of the replies to commands. */
export const replyResponse = (description: string, name: ReplyName, ...headers: HeaderName[]) => ({
  description,
  ...headersNamed(headers),
  content: { 'application/json': reference(name) },
});

/** A response that has this answer; a list comes as CSV too, a page at a time. */
export const answerResponse = (schema: z.ZodType, kind: 'answer' | 'list', ...headers: HeaderName[]) => ({
  description:
    kind === 'list' ? 'A page of the list, as JSON or, by `Accept: text/csv`, as CSV' : 'The answer',
  ...headersNamed(['Register-Position', ...headers, ...(kind === 'list' ? (['Link'] as const) : [])]),
  content: {
    'application/json': { schema: openApiSchema(schema) },
    ...(kind === 'list' && { 'text/csv': { schema: { type: 'string' } } }),
  },
});

const statusOf = (code: Code): number => ({ ...refusals, ...problems })[code].status;

const OF_STATUS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  503: ['Retry-After'],
};

/** One response for each status, naming the codes that it can carry. */
export const problemResponses = (
  codes: readonly Code[],
  ...headers: HeaderName[]
): Record<string, object> => {
  const once = [...new Set(codes)];
  const response = (status: number) => ({
    description: once.filter((code) => statusOf(code) === status).join(', '),
    ...headersNamed([...(OF_STATUS[status] ?? []), ...headers]),
    content: { 'application/problem+json': reference('Problem') },
  });
  return Object.fromEntries(once.map((code) => [String(statusOf(code)), response(statusOf(code))]));
};
