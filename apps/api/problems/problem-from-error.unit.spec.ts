import { HttpException, NotFoundException } from '@nestjs/common';
import { EventTooLarge, StoreUnavailable } from '#event-store/errors.js';
import { NotInstalled } from '#projections/projection.js';
import { problems } from './catalogue.js';
import { problemFromError } from './problem-from-error.js';
import { problem, problemOf } from './problem.js';

describe('the problem that an error is', () => {
  it.each([
    [problem('TOKEN_EXPIRED'), 401, 'TOKEN_EXPIRED'],
    [new StoreUnavailable('appending'), 503, 'STORE_UNAVAILABLE'],
    [new EventTooLarge('OptionsDiscussed', 70_000, 65_536), 413, 'BODY_TOO_LARGE'],
    [Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), 503, 'READ_MODEL_UNAVAILABLE'],
    [Object.assign(new Error('no such table'), { code: '42P01' }), 503, 'READ_MODEL_UNAVAILABLE'],
    [new NotInstalled('funding'), 503, 'READ_MODEL_UNAVAILABLE'],
    [new NotFoundException('Cannot GET /x'), 404, 'ROUTE_UNKNOWN'],
    [new HttpException('too large', 413), 413, 'BODY_TOO_LARGE'],
    [new HttpException('odd', 418), 400, 'MALFORMED_REQUEST'],
    [Object.assign(new Error('bad url'), { statusCode: 400 }), 400, 'MALFORMED_REQUEST'],
    [new Error('secret of the inside'), 500, 'INTERNAL'],
    ['not even an error', 500, 'INTERNAL'],
    [undefined, 500, 'INTERNAL'],
  ])('%s', (error, status, code) => {
    const found = problemFromError(error);
    expect([found.status, found.code]).toEqual([status, code]);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('has for every code of the catalogue a title, a sentence and a remedy', () => {
    for (const code of Object.keys(problems) as (keyof typeof problems)[])
      expect(problemOf(code)).toMatchObject({
        title: expect.stringMatching(/^[A-Z][a-z ]+$/),
        detail: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/\.$/),
      });
  });
});
