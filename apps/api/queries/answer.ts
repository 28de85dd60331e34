import type { FastifyReply, FastifyRequest } from 'fastify';

const BASE = 'http://register';

/** The address of the page after the one that was asked for, as a Link header (RFC 8288). */
const nextLink = (url: string, next: string): string => {
  const page = new URL(url, BASE);
  page.searchParams.set('cursor', next);
  return `<${page.pathname}${page.search}>; rel="next"`;
};

/** Sends a list as JSON, or as CSV where the request asks for `text/csv`; `Link` names the next page. */
export const sendList = <Answer extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  toCsv: (answer: Answer) => string,
): void => {
  void reply.header('vary', 'Accept');
  const { next } = answer as { readonly next?: string | null };
  if (next) void reply.header('link', nextLink(request.url, next));
  if (!/\btext\/csv\b/i.test(request.headers.accept ?? '')) return void reply.send(answer);
  void reply.type('text/csv; charset=utf-8; header=present').send(toCsv(answer));
};
