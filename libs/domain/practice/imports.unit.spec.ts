import { given } from '#testing/decisions.js';
import { recorded, idOf } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { evolvePractice } from './evolve.js';
import { decideImport, type ImportedRow } from './imports.js';
import type { PracticeState } from './state.js';

const source = { publisher: 'NHS Digital', file: 'spells.csv', row: 2 };
const use = (changes: object = {}): ImportedRow => ({
  kind: 'system-use',
  use: {
    supplier: 'EMIS',
    product: 'EMIS Web',
    firstMonth: '2014-02',
    lastMonth: '2016-01',
    monthsListed: 24,
    monthsMissing: 0,
    ...changes,
  },
  source,
});
const registered = given(...workedUntil('registered')).state;

/** The state with what the row adds, which must be something. */
const imported = (state: PracticeState, row: ImportedRow): PracticeState => {
  const decision = decideImport('A00001', row, state);
  if (decision.kind !== 'accepted') throw new Error(decision.kind);
  return decision.events.reduce(
    (before, event, n) =>
      evolvePractice(
        before,
        recorded(event, { id: idOf(300, n), stream: 'practice-A00001', revision: 90 + n }, {}),
      ),
    state,
  );
};

describe('R16, O6: a later observation supersedes the earlier of the same practice, product and first month', () => {
  const observed = imported(registered, use());

  it('O6: the same once more adds nothing', () =>
    expect(decideImport('A00001', use(), observed)).toMatchObject({ kind: 'nothing' }));
  it.each([{ lastMonth: '2016-02' }, { supplier: 'EMIS Health' }, { deployment: 'Hosted' }])(
    'R16: one that says something else takes its place: %j',
    (changes) => {
      const { observations } = imported(observed, use(changes));
      expect(observations).toMatchObject([{ product: 'EMIS Web', ...changes }]);
    },
  );
  it('R16: another product or first month stands beside it', () => {
    expect(imported(observed, use({ product: 'EMIS PCS' })).observations).toHaveLength(2);
    expect(imported(observed, use({ firstMonth: '2014-03' })).observations).toHaveLength(2);
  });
});
