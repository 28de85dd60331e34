import { command, given, inReference } from '#testing/decisions.js';
import { hart, national, patel, reference, successor, withCommissioner } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './findings/index.js';
import { lacksAgreement } from './pct-practice-agreement.js';

const registered = given(...workedUntil('registered'));
const installed = given(...workedUntil('installed'));
const end = { effectiveDate: '2009-03-31' };
const lacks = (state: typeof installed.state, ...days: readonly string[]) =>
  days.map((on) => lacksAgreement(state, on));

describe('X1: the PCT-Practice Agreement', () => {
  it('X1: is in force from its day to the last day on record, and may be signed again', () => {
    installed
      .when('end-pct-practice-agreement', end)
      .thenEvents([{ type: 'PctPracticeAgreementEnded', payload: { pct: '5ZZ' } }]);
    const again = installed.and(
      command('end-pct-practice-agreement', end),
      command('record-pct-practice-agreement', { effectiveDate: '2009-06-01' }),
    );
    expect(lacks(again.state, '2008-03-31', '2008-04-01', '2009-03-31', '2009-04-01', '2009-06-01')).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });
  it('X1: only one that is in force ends', () => {
    registered.when('end-pct-practice-agreement', end, patel).thenRefused('AGREEMENT_NOT_IN_FORCE');
    installed
      .and(command('end-pct-practice-agreement', end))
      .when('end-pct-practice-agreement', { effectiveDate: '2009-04-30' })
      .thenRefused('AGREEMENT_NOT_IN_FORCE');
  });
  it('X1, F15: a signing that is recorded late ends with what ended on or after its day', () => {
    const signed = (effectiveDate: string) =>
      command(
        'record-pct-practice-agreement',
        { effectiveDate, reason: 'Found late' },
        patel,
        '2009-04-20T12:00:00.000Z',
      );
    const ended = (effectiveDate: string) => command('end-pct-practice-agreement', { effectiveDate });
    const inOrder = installed.and(
      command('record-pct-practice-agreement', { effectiveDate: '2008-06-01' }),
      ended('2008-12-31'),
    );
    const late = installed.and(ended('2008-12-31'), signed('2008-06-01'));
    const first = registered.and(
      command('record-pct-practice-agreement', { effectiveDate: '2008-06-01' }),
      ended('2008-12-31'),
      signed('2008-04-01'),
    );
    for (const { state } of [inOrder, late, first])
      expect(lacks(state, '2008-06-01', '2008-12-31', '2009-01-01')).toEqual([false, false, true]);
    const { state } = installed.and(
      ended('2008-12-31'),
      command(
        'end-pct-practice-agreement',
        { effectiveDate: '2008-10-31', reason: 'Found late' },
        patel,
        '2009-01-05T12:00:00.000Z',
      ),
      signed('2008-06-01'),
      signed('2008-11-15'),
      signed('2008-12-31'),
      signed('2009-04-01'),
    );
    expect(
      lacks(state, '2008-10-31', '2008-11-01', '2008-11-15', '2008-12-31', '2009-01-01', '2009-04-01'),
    ).toEqual([false, true, false, false, true, false]);
  });
  it('X1, R13, R4: signed or ended on that day already, a successor’s asking adds nothing', () => {
    const succeeded = withCommissioner(reference, '5ZZ', {
      name: 'record-succession',
      body: { effectiveDate: '2013-04-01', to: '99Z' },
    });
    const may2013 = '2013-05-02T12:00:00.000Z';
    const rehomed = inReference(succeeded, ...workedUntil('installed')).and(
      command('end-pct-practice-agreement', end),
      command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' }),
    );
    const signing = { effectiveDate: '2008-04-01', reason: 'Found late' };
    rehomed.when('record-pct-practice-agreement', signing, successor, may2013).thenNothing();
    rehomed
      .when('end-pct-practice-agreement', { ...end, reason: 'Found late' }, successor, may2013)
      .thenNothing();
    rehomed
      .when('record-pct-practice-agreement', { effectiveDate: '2013-05-02' }, successor)
      .thenEvents([{ type: 'PctPracticeAgreementSigned', payload: { pct: '99Z' } }]);
  });
  it('X1, R4: where the successor signed one of its own, that is the one which ends', () => {
    const both = installed.and(
      command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' }),
      command('record-pct-practice-agreement', { effectiveDate: '2013-05-01' }, successor),
    );
    both
      .when('end-pct-practice-agreement', { effectiveDate: '2013-06-30' }, successor)
      .thenEvents([{ type: 'PctPracticeAgreementEnded', payload: { pct: '99Z' } }]);
  });
  it('X1 R6: a missing one is a finding too', () => {
    const { state } = installed.and(command('end-pct-practice-agreement', end));
    const found = (on: string) =>
      findings(state, reference, on).filter(({ code }) => code === 'NO_PCT_PRACTICE_AGREEMENT');
    expect(found('2009-03-31')).toEqual([]);
    expect(found('2009-04-01')).toMatchObject([{ rule: 'X1' }]);
  });
  it('X1: a go-live without one is flagged', () => {
    const { state } = given(...workedUntil('extracted')).and(
      command('end-pct-practice-agreement', { effectiveDate: '2009-03-10', reason: 'Told late' }, patel),
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }),
    );
    expect(state.events?.last.payload).toMatchObject({ flags: ['NO_PCT_PRACTICE_AGREEMENT'] });
  });
});

describe('X9: GMS, PMS and APMS contractors sign; PCTMS is exempt', () => {
  const type = (contractorType: 'GMS' | 'PMS' | 'APMS' | 'PCTMS', effectiveDate: string) =>
    command('record-contractor-type', { effectiveDate, contractorType });
  it('X9: a PCTMS practice lacks nothing while it is one', () => {
    const { state } = registered.and(type('PCTMS', '2008-04-01'), type('APMS', '2009-04-01'));
    expect(lacks(state, '2008-03-31', '2008-04-01', '2009-03-31', '2009-04-01')).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  it.each(['GMS', 'PMS', 'APMS'] as const)('X9: a practice under %s does', (contractorType) =>
    expect(lacks(registered.and(type(contractorType, '2008-04-01')).state, '2008-04-01')).toEqual([true]),
  );
  it('X9: is recorded by the PCT or the national team, once for what is so', () => {
    const pctms = { effectiveDate: '2008-04-01', contractorType: 'PCTMS' } as const;
    registered
      .when('record-contractor-type', pctms, national)
      .thenEvents([{ type: 'ContractorTypeRecorded', payload: { contractorType: 'PCTMS' } }]);
    registered.when('record-contractor-type', pctms, hart).thenRefused('ROLE_NOT_ALLOWED');
    registered
      .and(type('PCTMS', '2008-04-01'))
      .when('record-contractor-type', { ...pctms, effectiveDate: '2008-06-01' })
      .thenNothing();
  });
});
