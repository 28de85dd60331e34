import { command, given } from '#testing/decisions.js';
import { cole, hart, idOf, moss, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { migrationView } from './migration-view.js';

const propose = { effectiveDate: '2009-01-20', date: '2009-03-05' };
const agree = (proposal: number) => ({ effectiveDate: '2009-01-22', proposalEventId: idOf(proposal) });
const selected = given(...workedUntil('selected'));
const proposed = given(...workedUntil('dateProposed'));
const planned = given(...workedUntil('planned'));
const change = { effectiveDate: '2009-02-23', date: '2009-03-12', cause: 'SUPPLIER' } as const;

describe('propose-date', () => {
  it('R3: counts as the proposer’s agreement, whichever of the three it is', () => {
    for (const [by, party] of [
      [reed, 'PR'],
      [patel, 'PCT'],
      [moss, 'SUP'],
    ] as const)
      selected
        .when('propose-date', propose, by)
        .thenEvents([{ type: 'MigrationDateProposed', payload: { date: '2009-03-05', by: party } }]);
  });
  it('S17, I3: only after selection', () =>
    given(...workedUntil('selectionCompleted'))
      .when('propose-date', propose, patel)
      .thenRefused('SYSTEM_NOT_SELECTED'));
  it('S37: only in an open migration', () =>
    given(...workedUntil('live'))
      .when('propose-date', { effectiveDate: '2009-03-20', date: '2009-04-01' }, patel)
      .thenRefused('MIGRATION_NOT_OPEN'));
  it('R3: the supplier is the target’s, not the source’s', () =>
    selected.when('propose-date', propose, hart).thenRefused('NOT_YOUR_SYSTEM'));
  it('R3: the date may not lie before its proposal', () => {
    selected
      .when('propose-date', { ...propose, date: '2009-01-19' }, patel)
      .thenRefused('DATE_BEFORE_PROPOSAL');
    selected
      .when('propose-date', { ...propose, date: '2009-01-20' }, patel)
      .thenEvents([{ type: 'MigrationDateProposed' }]);
  });
  it('R3: while a date stands it is refused, with replan as the remedy', () => {
    const outcome = planned.when('propose-date', { ...propose, effectiveDate: '2009-01-23' }, patel);
    outcome.thenRefused('DATE_STANDS');
    expect(outcome.decided.decision).toMatchObject({ refusal: { remedy: 'Use `replan` with its cause.' } });
  });
});

describe('agree-date', () => {
  it('S17: two of three do not plan a date', () =>
    proposed
      .when('agree-date', agree(15), moss)
      .thenEvents([{ type: 'MigrationDateAgreed', payload: { party: 'SUP' } }]));
  it('S17, I3, R3: the third plans it, in the same append', () =>
    proposed
      .and(command('agree-date', agree(15), moss))
      .when('agree-date', agree(15), reed)
      .thenEvents([
        { type: 'MigrationDateAgreed', payload: { party: 'PR' } },
        { type: 'MigrationDatePlanned', payload: { date: '2009-03-05', proposalEventId: idOf(15) } },
      ]));
  it('R3: a party agrees once, whoever speaks for it', () => {
    proposed.when('agree-date', agree(15), cole).thenNothing();
    proposed.when('agree-date', agree(15), patel).thenNothing();
  });
  it('R3: a new proposal closes the open one', () => {
    const again = proposed.and(command('propose-date', { ...propose, date: '2009-03-19' }, reed));
    again.when('agree-date', agree(15), moss).thenRefused('DATE_PROPOSAL_NOT_OPEN');
    again
      .and(command('agree-date', agree(16), moss))
      .when('agree-date', agree(16), patel)
      .thenEvents([
        { type: 'MigrationDateAgreed' },
        { type: 'MigrationDatePlanned', payload: { date: '2009-03-19' } },
      ]);
  });
  it('R3: not by the source’s supplier', () =>
    proposed.when('agree-date', agree(15), hart).thenRefused('NOT_YOUR_SYSTEM'));
  it('R3: not to a date that stands already', () =>
    planned.when('agree-date', agree(15), patel).thenRefused('DATE_PROPOSAL_NOT_OPEN'));
});

describe('replan', () => {
  it('R3: until three agree the old date stands', () =>
    expect(planned.and(command('replan', change, moss)).state.migrations[0]?.plannedDate).toBe('2009-03-05'));
  it('R3, S17: the third agreement replaces it, with its cause', () =>
    planned
      .and(
        command('replan', change, moss),
        command('agree-date', { effectiveDate: '2009-02-25', proposalEventId: idOf(18) }, reed),
      )
      .when('agree-date', { effectiveDate: '2009-02-25', proposalEventId: idOf(18) }, patel)
      .thenEvents([
        { type: 'MigrationDateAgreed' },
        {
          type: 'MigrationDateReplanned',
          payload: { old: '2009-03-05', new: '2009-03-12', cause: 'SUPPLIER' },
        },
      ]));
  it('R3: needs a date that stands', () =>
    proposed.when('replan', change, moss).thenRefused('NO_DATE_STANDS'));
  it('R3: not to a day before its proposal', () =>
    planned.when('replan', { ...change, date: '2009-02-22' }, moss).thenRefused('DATE_BEFORE_PROPOSAL'));
  it('R13: the date that stands already adds nothing', () =>
    planned.when('replan', { ...change, date: '2009-03-05' }, moss).thenNothing());
  it('R3: not by the source’s supplier', () =>
    planned.when('replan', change, hart).thenRefused('NOT_YOUR_SYSTEM'));
});

describe('F3: a replanned date', () => {
  const view = (on: string) => migrationView(given(...workedUntil('live')).state, reference, on);

  it('F3, R3: both dates are kept and shown, with the cause and the day of the change', () => {
    expect(view('2009-02-24')?.plannedDate).toMatchObject({ date: '2009-03-05', earlier: [] });
    expect(view('2009-02-25')?.plannedDate).toEqual({
      date: '2009-03-12',
      earlier: [{ date: '2009-03-05', until: '2009-02-25', cause: 'SUPPLIER' }],
      rule: 'S17',
      events: [idOf(17, 1), idOf(21, 1)],
    });
  });
  it('F3, S33: starts no clock: bedding-in counts from the go-live of 11 March, not from the date planned', () => {
    const { state } = given(...workedUntil('live'));
    expect(practiceAnswer(state, reference, '2009-03-12', true)?.beddingIn).toMatchObject({
      from: '2009-03-11',
      lastFundedDay: '2009-06-11',
    });
    const { state: waiting } = given(...workedUntil('extracted'));
    expect(practiceAnswer(waiting, reference, '2009-03-13', true)).toMatchObject({
      state: 'MIGRATING',
      beddingIn: null,
    });
  });
});
