import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem.js';

/** The largest body that is taken, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** Keys that a careless merge would take for the object's own nature. */
const NATURE = ['__proto__', 'constructor'];

const utf8 = new TextDecoder('utf-8', { fatal: true });

const refuseNature = (key: string, value: unknown): unknown => {
  if (NATURE.includes(key)) throw problem('MALFORMED_JSON');
  return value;
};

/** The value of a JSON text in UTF-8. Throws MALFORMED_JSON. */
export const parseJson = (body: Uint8Array): unknown => {
  try {
    const text = utf8.decode(body);
    // A reviver is slow, and those keys are not written without these letters or an escape.
    return /__proto__|constructor|\\u/.test(text) ? JSON.parse(text, refuseNature) : JSON.parse(text);
  } catch {
    throw problem('MALFORMED_JSON');
  }
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
