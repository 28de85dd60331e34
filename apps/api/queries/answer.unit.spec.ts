import { prefersCsv } from './answer.js';

describe('whether a list is asked for as CSV (RFC 9110 §12.5.1)', () => {
  it.each([
    ['text/csv', true],
    ['TEXT/CSV; charset=utf-8', true],
    ['text/csv, application/json;q=0.9', true],
    ['application/json;q=0.5,text/csv;q=0.5', true],
    ['text/csv, */*;q=0.1', true],
    ['application/json, text/csv;q=0.5', false],
    ['text/csv;q=0', false],
    ['text/csv;q=high', false],
    ['text/csvx', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('%p: %p', (accept, expected) => {
    expect(prefersCsv(accept)).toBe(expected);
  });
});
