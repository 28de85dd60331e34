import { given } from '#testing/decisions.js';
import { recorded, idOf } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { evolvePractice } from './evolve.js';
import { decideImport, importKey, type ImportedRow } from './imports.js';
import { commissionerOn, initialPractice, type PracticeState } from './state.js';

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

const membership = (commissioner: string, joined: string, left: string | null = null): ImportedRow => ({
  kind: 'membership',
  commissioner,
  joined,
  left,
  source,
});

describe('F15: a late or out-of-order import', () => {
  const days = ['2006-09-30', '2006-10-01', '2010-03-31', '2010-04-01', '2013-04-01'];
  const heldOn = (state: PracticeState) => days.map((on) => commissionerOn(state, on)?.code);

  it('F15: has its true effective date, whichever row came first, and closes what it ends', () => {
    const [first, second] = [membership('5YY', '2010-04-01'), membership('99Z', '2013-04-01')];
    const inOrder = imported(imported(registered, first), second);
    const late = imported(imported(registered, second), first);
    expect(heldOn(late)).toEqual([undefined, '5ZZ', '5ZZ', '5YY', '99Z']);
    expect(heldOn(late)).toEqual(heldOn(inOrder));
  });
  it('O2: a row of the same commissioner and joining day supersedes, any other stands beside it', () => {
    const rows = [
      { ...membership('5YY', '2010-04-01'), left: '2011-03-31' },
      { ...membership('5YY', '2013-04-01'), left: '2014-03-31' },
      { ...membership('99Z', '2012-04-01'), left: '2013-06-30' },
      { ...membership('5YY', '2010-04-01'), left: '2011-06-30' },
    ];
    const { commissioners } = rows.reduce(imported, registered);
    expect(commissioners.map(({ code, from, until }) => [code, from, until])).toEqual([
      ['5ZZ', '2006-10-01', '2010-03-31'],
      ['5YY', '2010-04-01', '2011-06-30'],
      ['99Z', '2012-04-01', '2013-03-31'],
      ['5YY', '2013-04-01', '2014-03-31'],
    ]);
  });
  it('F15, R14: its recordedAt shows how late it is, and before that it was not known', () => {
    const decision = decideImport('A00001', membership('5YY', '2010-04-01'), registered);
    expect(decision).toMatchObject({
      events: [{ type: 'PracticeCommissionerChanged', payload: { effectiveDate: '2010-04-01' } }],
    });
    expect(commissionerOn(registered, '2010-04-01')?.code).toBe('5ZZ');
  });
  it('F15, F10: a closure that is imported late leaves what was recorded since on file', () => {
    const { state } = given(...workedUntil('retained'));
    const closed = imported(state, {
      kind: 'practice',
      name: 'Fictional Surgery',
      opened: '2006-10-01',
      closed: '2008-03-31',
      source,
    });
    expect(closed).toMatchObject({ closedOn: '2008-03-31', retained: [{ instanceId: 'E1' }] });
  });
});

describe('O6, F10: a later edition of the practice file', () => {
  const row = (closed: string | null): ImportedRow => ({
    ...{ kind: 'practice', name: 'Fictional Surgery', opened: '2006-10-01', closed, source },
  });
  const closed = imported(registered, row('2019-03-31'));

  it('O6: adds the closure, and another day of it', () => {
    expect(closed.closedOn).toBe('2019-03-31');
    expect(decideImport('A00001', row('2019-03-31'), closed)).toEqual({ kind: 'nothing' });
    expect(imported(closed, row('2019-06-30')).closedOn).toBe('2019-06-30');
  });
  it('O6, F10: that has no closing date any more is reported: a closed code stays closed', () => {
    expect(decideImport('A00001', row(null), closed)).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'PRACTICE_ALREADY_CLOSED',
        because: 'The practice is closed already; 2019-03-31 was its last day.',
      },
    });
  });
});

describe('O2, R16: what a row of a practice is known by', () => {
  it('O2: the practice itself, a commissioner with its first day, a product with its first month', () => {
    const practice: ImportedRow = {
      ...{ kind: 'practice', name: 'Fictional Surgery', opened: '2006-10-01', closed: null, source },
    };
    expect([practice, membership('5YY', '2010-04-01'), use()].map(importKey)).toEqual([
      'practice',
      '5YY 2010-04-01',
      'EMIS Web 2014-02',
    ]);
  });
});

describe('O6: what a row adds to what is on record', () => {
  const row = (changes: object): ImportedRow => ({
    ...{ kind: 'practice', name: 'Fictional Surgery', opened: '2006-10-01', closed: null, source },
    ...changes,
  });
  it('O6: the practice, where its name or its first day is another; else nothing', () => {
    expect(decideImport('A00001', row({}), registered)).toEqual({ kind: 'nothing' });
    for (const changes of [{ name: 'The Surgery' }, { opened: '2006-04-01' }]) {
      const { name, opened } = { name: 'Fictional Surgery', opened: '2006-10-01', ...changes };
      expect(decideImport('A00001', row(changes), registered)).toEqual({
        kind: 'accepted',
        events: [
          {
            type: 'PracticeRegistered',
            payload: { effectiveDate: opened, ods: 'A00001', name, source },
          },
        ],
      });
    }
  });
  it('O2, O6: a membership that is another by commissioner, first or last day; else nothing', () => {
    const joined = imported(registered, membership('5YY', '2010-04-01'));
    expect(decideImport('A00001', membership('5YY', '2010-04-01'), joined)).toEqual({ kind: 'nothing' });
    const added = (another: ImportedRow) => {
      const decision = decideImport('A00001', another, joined);
      return decision.kind === 'accepted' ? decision.events.map(({ payload }) => payload) : decision.kind;
    };
    const changed = (to: string, day: string) => ({
      ...{ effectiveDate: day, to, legalDate: day, source },
    });
    expect(added(membership('5YY', '2012-04-01'))).toStrictEqual([changed('5YY', '2012-04-01')]);
    expect(added(membership('99Z', '2010-04-01'))).toStrictEqual([changed('99Z', '2010-04-01')]);
    expect(added(membership('5YY', '2010-04-01', '2013-03-31'))).toStrictEqual([
      { ...changed('5YY', '2010-04-01'), left: '2013-03-31' },
    ]);
  });
  it('O2: nothing of a practice that is not on the register', () => {
    for (const unknown of [membership('5YY', '2010-04-01'), use()])
      expect(decideImport('A00009', unknown, initialPractice)).toMatchObject({
        refusal: { code: 'PRACTICE_UNKNOWN' },
      });
  });
});

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
