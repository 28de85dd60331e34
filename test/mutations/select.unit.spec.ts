import { selectionsFor } from './select.js';

const baseline = { failed: [], atLoad: [] };
const baselines = [
  { ...baseline, spec: 'test/property/all.spec.ts', ms: 5, byTest: [[1], [2]] },
  { ...baseline, spec: 'libs/domain/calendar/dates.spec.ts', ms: 50, byTest: [[2], [1, 2], null] },
  { ...baseline, spec: 'libs/domain/calendar/runs.spec.ts', ms: 9, atLoad: [1], byTest: [[], null, [2]] },
];

describe('the tests to run against a mutant', () => {
  const chosen = (id: number) =>
    selectionsFor({ id, file: 'libs/domain/calendar/dates.ts' }, baselines).map(({ spec, tests, afresh }) => [
      spec,
      tests,
      afresh,
    ]);

  it('are those that reach it, its own folder’s first, then the quickest', () =>
    expect(chosen(2)).toEqual([
      ['libs/domain/calendar/runs.spec.ts', [2], false],
      ['libs/domain/calendar/dates.spec.ts', [0, 1], false],
      ['test/property/all.spec.ts', [1], false],
    ]));
  it('are all of a file that reaches it when it is set up, but for those that fail anyway', () =>
    expect(chosen(1)[0]).toEqual(['libs/domain/calendar/runs.spec.ts', [0, 2], true]));
  it('are none of a mutant that nothing reaches', () => expect(chosen(3)).toEqual([]));
});
