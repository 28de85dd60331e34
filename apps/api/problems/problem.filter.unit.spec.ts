import type { ArgumentsHost } from '@nestjs/common';
import { Readable } from 'node:stream';
import { ProblemFilter } from './problem.filter.js';
import { problem } from './problem.js';

const body = (): Readable => Readable.from(['{}']);

/** What is logged when a request with that body ends in the error. */
const logged = (error: unknown, raw: Readable): string[] => {
  const lines: string[] = [];
  const http = { getRequest: () => ({ raw }), getResponse: () => ({ sent: true }) };
  const host = { switchToHttp: () => http } as unknown as ArgumentsHost;
  new ProblemFilter({ error: (_details: unknown, line: string) => lines.push(line) } as never).catch(
    error,
    host,
  );
  return lines;
};

describe('what the API logs of a problem', () => {
  it('what is not the client’s doing, and nothing else', () => {
    expect(logged(new Error('secret'), body())).toEqual(['Answered INTERNAL']);
    expect(logged(problem('READ_MODEL_UNAVAILABLE'), body())).toEqual(['Answered READ_MODEL_UNAVAILABLE']);
    expect(logged(problem('TOKEN_EXPIRED'), body())).toEqual([]);
  });

  it('nothing of a client that went away before its body was there', () => {
    const aborted = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    expect(logged(aborted, body().destroy())).toEqual([]);
  });
});
