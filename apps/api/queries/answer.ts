import type { FastifyReply, FastifyRequest } from 'fastify';

const BASE = 'http://register';

/** The address of the page after the one that was asked for, as a Link header (RFC 8288). */
const nextLink = (url: string, next: string): string => {
  const page = new URL(url, BASE);
  page.searchParams.set('cursor', next);
  return `<${page.pathname}${page.search}>; rel="next"`;
};

/** How much a part of an Accept header wants its type: the type in lower case, and from 0 to 1. */
const wanted = (part: string): readonly [type: string, quality: number] => {
  const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, quality === undefined ? 1 : Number(quality.slice(2))];
};

/** Whether an Accept header names CSV, and JSON not before it (RFC 9110 §12.5.1). */
export const prefersCsv = (accept: string): boolean => {
  const qualities = new Map(accept.split(',').map(wanted));
  const csv = qualities.get('text/csv') ?? 0;
  return csv > 0 && csv >= (qualities.get('application/json') ?? 0);
};

/** Sends a list as JSON, or as CSV where the request prefers `text/csv`; `Link` names the next page. */
export const sendList = <Answer extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  toCsv: (answer: Answer) => string,
): void => {
  void reply.header('vary', 'Accept');
  const { next } = answer as { readonly next?: string | null };
  if (next) void reply.header('link', nextLink(request.url, next));
  if (!prefersCsv(request.headers.accept ?? '')) return void reply.send(answer);
  void reply.type('text/csv; charset=utf-8; header=present').send(toCsv(answer));
};
