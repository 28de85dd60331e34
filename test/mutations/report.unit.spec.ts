import { percentCaught, report, unexplained, type Verdict } from './report.js';

const verdict = (id: number, file: string, outcome: Verdict['outcome'], line = 1): Verdict => {
  const change = { within: 'limit', original: `a <\n  ${id}`, replacement: `a <= ${id}` };
  return { id, file, line, outcome, ...change };
};
const verdicts = [
  verdict(0, 'libs/domain/calendar/dates.ts', 'CAUGHT'),
  verdict(1, 'libs/domain/calendar/dates.ts', 'SURVIVED', 7),
  verdict(2, 'libs/domain/funding/runs.ts', 'NOT_REACHED', 9),
  verdict(3, 'libs/domain/funding/runs.ts', 'CAUGHT'),
];
const accept = (id: number) => ({
  file: 'libs/domain/calendar/dates.ts',
  within: 'limit',
  original: `a < ${id}`,
  replacement: `a <= ${id}`,
  reason: 'Equal dates are the same text',
});

describe('the report of the mutants', () => {
  it('counts those of each folder and file', () => {
    const cells = report(verdicts, [])
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/));
    expect(cells.slice(1, 6)).toEqual([
      ['libs/domain/calendar', '2', '1', '1', '50.0'],
      ['dates.ts', '2', '1', '1', '50.0'],
      ['libs/domain/funding', '2', '1', '1', '50.0'],
      ['runs.ts', '2', '1', '1', '50.0'],
      ['total', '4', '2', '2', '50.0'],
    ]);
    expect(percentCaught(verdicts.slice(0, 1))).toBe(100);
    expect(percentCaught([])).toBe(100);
  });
  it('tells each survivor by its place and change', () =>
    expect(report(verdicts, [])).toContain(
      `Survivors:
  libs/domain/calendar/dates.ts:7 (limit) a < 1 → a <= 1
  libs/domain/funding/runs.ts:9 (limit) a < 2 → a <= 2 [no test reaches it]
`,
    ));
  it('asks a reason for each survivor', () => {
    expect(unexplained(verdicts, [accept(1)]).map(({ id }) => id)).toEqual([2]);
    expect(unexplained(verdicts, []).map(({ id }) => id)).toEqual([1, 2]);
  });
  it('tells those with a reason apart, and which reason has no survivor any more', () =>
    expect(report(verdicts, [accept(1), accept(0)])).toContain(
      `Survivors:
  libs/domain/funding/runs.ts:9 (limit) a < 2 → a <= 2 [no test reaches it]

Survivors with a reason (test/mutations/accepted):
  libs/domain/calendar/dates.ts:7 (limit) a < 1 → a <= 1
    Equal dates are the same text
No survivor any more, take it out of test/mutations/accepted: libs/domain/calendar/dates.ts a < 0 → a <= 0`,
    ));
});
