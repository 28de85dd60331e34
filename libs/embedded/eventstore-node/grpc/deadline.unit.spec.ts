import { timeLimit } from './deadline.js';

it.each([
  ['1H', 3_600_000],
  ['2M', 120_000],
  ['3S', 3000],
  ['250m', 250],
  ['1500u', 1.5],
  ['2000000n', 2],
  ['99999999H', 2 ** 31 - 1],
])('%s is %d ms', (header, limit) => {
  expect(timeLimit(header)).toBe(limit);
});

it.each([undefined, '', '5', 'm', '5x', '-5m', '123456789m', '0m', '1.5S'])(
  '%p is no time limit, as with the real server',
  (header) => {
    expect(timeLimit(header)).toBeUndefined();
  },
);
