import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem.js';

/** The largest body that is taken, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** Keys that a careless merge would take for the object's own nature. */
const NATURE = ['__proto__', 'constructor'];

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The value of a JSON text in UTF-8 in which every name stands once in its object. Throws MALFORMED_JSON. */
export const parseJson = (body: Uint8Array): unknown => {
  try {
    const text = utf8.decode(body);
    const value: unknown = JSON.parse(text);
    if (namesIn(value) === namesWritten(text)) return value;
  } catch {
    // Told below, whatever the parser has to say of it.
  }
  throw problem('MALFORMED_JSON');
};

/** How many names a valid JSON text writes: every string with a colon behind it. */
const namesWritten = (text: string): number => {
  let names = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon) names += 1;
  return names;
};

/**
 * How many names a value's objects have: fewer than were written where one stood twice. A list of what is still to
 * look at, as a body may nest deeper than the stack. Throws for what no field takes and a careless use would trip over.
 */
const namesIn = (value: unknown): number => {
  const open = [value];
  let names = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Object.is(next, -0)) throw problem('MALFORMED_JSON');
    if (next === null || typeof next !== 'object') continue;
    const own = Array.isArray(next) ? [] : Object.keys(next);
    if (NATURE.some((name) => own.includes(name))) throw problem('MALFORMED_JSON');
    names += own.length;
    for (const member of Object.values(next)) open.push(member);
  }
  return names;
};

/** Lets the server take JSON bodies of at most 64 KiB, and nothing else. */
export const takeJsonOnly = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body, done) => {
      try {
        done(null, parseJson(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
};
