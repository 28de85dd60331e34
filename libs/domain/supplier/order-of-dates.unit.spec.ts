import { idOf, national, recorded, reference } from '#testing/fixture.js';
import { supplierIn } from '../reference.js';
import type { SupplierCommand } from './commands.js';
import { decideSupplier } from './decide.js';
import { evolveSupplier, levelOn, suspensionOn, type SupplierState } from './state.js';

type Command = readonly [SupplierCommand['name'], object];
const product = { productId: 'INPS.VISION-3' };
const decide = (state: SupplierState, [name, body]: Command) =>
  decideSupplier({ name, body } as SupplierCommand, state, { id: 'INPS', actor: national, reference });
/** INPS of the fixture after these commands, each of which must be accepted. */
const after = (...commands: readonly Command[]) =>
  commands.reduce(
    (state, command, revision) => {
      const decision = decide(state, command);
      if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
      return decision.events
        .map((event) => recorded(event, { id: idOf(1, revision), stream: 'supplier-INPS', revision }, {}))
        .reduce(evolveSupplier, state);
    },
    supplierIn(reference, 'INPS'),
  );
const withdrawn = (effectiveDate: string, level: number | null): Command => [
  'withdraw-level',
  { ...product, effectiveDate, level },
];
const suspended = (effectiveDate: string): Command => [
  'suspend-central-funding',
  { ...product, effectiveDate },
];
const restored = (effectiveDate: string): Command => [
  'restore-central-funding',
  { ...product, effectiveDate },
];
const planned = (effectiveDate: string, plannedFor: string): Command => [
  'plan-level-2',
  { ...product, effectiveDate, plannedFor },
];
const announced = (effectiveDate: string, lastDay: string): Command => [
  'announce-withdrawal',
  { ...product, effectiveDate, lastDay },
];

describe('R1: facts count by their effective date, whatever the order of their recording', () => {
  it('A29: levels recorded last first', () => {
    const state = after(
      withdrawn('2010-06-01', 1),
      withdrawn('2010-03-01', 2),
      withdrawn('2010-04-01', null),
    );
    expect(
      ['2010-02-28', '2010-03-01', '2010-04-01', '2010-06-01'].map((on) =>
        levelOn(state, 'INPS.VISION-3', on),
      ),
    ).toEqual([3, 2, null, 1]);
    expect(state.levels.map(({ from }) => from).slice(-3)).toEqual([
      '2010-03-01',
      '2010-04-01',
      '2010-06-01',
    ]);
  });
  it('A29: suspensions recorded last first', () => {
    const state = after(suspended('2010-06-01'), suspended('2010-03-01'), restored('2010-04-01'));
    expect(
      ['2010-02-28', '2010-03-31', '2010-04-01', '2010-06-01'].map(
        (on) => suspensionOn(state, 'INPS.VISION-3', on)?.from,
      ),
    ).toEqual([undefined, '2010-03-01', undefined, '2010-06-01']);
  });
  it('S5 F12: plans and announcements in order of their dates', () => {
    const state = after(
      planned('2010-06-01', '2011-01-01'),
      planned('2010-03-01', '2010-12-01'),
      planned('2010-05-01', '2010-11-01'),
      announced('2010-07-01', '2012-01-01'),
      announced('2010-02-01', '2011-06-01'),
      announced('2010-03-01', '2011-07-01'),
    );
    expect(state.plans.map(({ from }) => from)).toEqual(['2010-03-01', '2010-05-01', '2010-06-01']);
    expect(state.withdrawals.map(({ from }) => from)).toEqual(['2010-02-01', '2010-03-01', '2010-07-01']);
  });
});

describe('I13: what a refusal of a supplier’s fact says', () => {
  const refused = (code: string, ...words: readonly string[]) => ({
    kind: 'refused',
    refusal: { code, because: expect.stringMatching(words.join('.*')) as string },
  });

  it('A29: names the level that is held and the one asked for, or none', () => {
    const none = after(withdrawn('2010-03-01', null));
    expect(decide(none, withdrawn('2010-04-01', 1))).toMatchObject(
      refused('LEVEL_NOT_HELD', 'none', '2010-04-01'),
    );
    expect(decide(none, withdrawn('2010-04-01', null))).toMatchObject(
      refused('LEVEL_NOT_HELD', 'none', 'none'),
    );
    expect(decide(none, withdrawn('2010-03-01', 1))).toMatchObject(refused('LEVEL_EXISTS', 'none'));
    expect(
      decide(none, ['record-level', { ...product, effectiveDate: '2010-03-01', level: 2 }]),
    ).toMatchObject(refused('LEVEL_EXISTS', 'none'));
  });
  it('S5 F12: a plan for its own day and a last day on the day of its announcement are taken', () => {
    expect(after(planned('2010-06-01', '2010-06-01')).plans).toMatchObject([{ plannedFor: '2010-06-01' }]);
    expect(after(announced('2010-06-01', '2010-06-01')).withdrawals).toMatchObject([
      { lastDay: '2010-06-01' },
    ]);
    expect(decide(after(), planned('2010-06-01', '2010-05-31'))).toMatchObject(refused('DATE_ORDER'));
    expect(decide(after(), announced('2010-06-01', '2010-05-31'))).toMatchObject(refused('DATE_ORDER'));
  });
  it('F13: a supplier that ceased without a successor is told so twice', () => {
    const ceased: Command = ['cease-supplier', { effectiveDate: '2010-06-01' }];
    const state = after(ceased);
    expect(state.ceased).toMatchObject({ from: '2010-06-01', successor: undefined });
    expect(decide(state, ceased)).toEqual({ kind: 'nothing' });
    expect(
      decide(after(), ['cease-supplier', { effectiveDate: '2010-06-01', successor: 'NOBODY' }]),
    ).toMatchObject(refused('SUPPLIER_UNKNOWN', 'NOBODY'));
  });
});
