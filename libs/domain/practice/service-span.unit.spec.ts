import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, patel, reed, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { custodySpans } from './custody.js';
import { noticeFor } from './service-span.js';

const rollBackOn = (effectiveDate: string) =>
  confirmed(command('roll-back', { effectiveDate, cause: 'Repeat prescriptions fail' }, reed), patel);
const goLiveOn = (effectiveDate: string, targetInstanceId: string) =>
  command('declare-go-live', { effectiveDate, targetInstanceId });
/** The steps of a migration from E1 to EMIS PCS, whose system E2 is there already. */
const ontoE2 = (effectiveDate: string) =>
  secondMigration(effectiveDate, `${effectiveDate}T18:00`, 'E1').filter(
    ({ name }) => name !== 'register-instance',
  );
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);
const lifeOf = (of: Given, instanceId: string, on: string) => {
  const { from, until } = answer(of, on)?.instances.find((one) => one.instanceId === instanceId)?.life ?? {};
  return [from, until];
};
const licence = ({ state }: Given, instanceId: string) =>
  fundingTimeline(state, reference)
    .filter((one) => one.instanceId === instanceId && one.row === 'SOFTWARE_LICENCE')
    .map(({ from, to, payer, reason }) => `${from} ${to} ${payer} ${reason}`);

const rolledBack = given(
  ...workedUntil('live'),
  rollBackOn('2009-04-30'),
  ...secondMigration('2009-05-04', '2009-05-04T18:00', 'E1'),
  goLiveOn('2009-06-02', 'E2'),
  rollBackOn('2009-07-01'),
);
const again = rolledBack.and(...ontoE2('2009-08-03'), goLiveOn('2009-09-01', 'E2'));

describe('A20, R6: a second go-live onto a target that was rolled back', () => {
  it('R4, R6: pays for no day between the rollback and the second go-live', () => {
    expect(licence(rolledBack, 'E2')).toEqual(['2009-05-04 2009-07-02 COMMISSIONER NO_CALL_OFF']);
    expect(licence(again, 'E2')).toEqual([
      '2009-05-04 2009-07-02 COMMISSIONER NO_CALL_OFF',
      '2009-09-01 null COMMISSIONER NO_CALL_OFF',
    ]);
  });
  it('R6, A20: ends with a rollback from it, also while the go-live before it stands', () => {
    const after = given(
      ...workedUntil('live'),
      ...secondMigration('2009-06-15'),
      goLiveOn('2009-06-16', 'E2'),
      rollBackOn('2009-07-01'),
    );
    expect(lifeOf(after, 'E2', '2009-06-16')).toEqual(['2009-06-15', '2009-07-01']);
  });
  it('A22, F6: its audit trail is kept from the last rollback at the earliest', () =>
    again
      .and(rollBackOn('2009-10-01'))
      .when('order-retention', {
        effectiveDate: '2009-10-05',
        instanceId: 'E2',
        option: 'SINGLE_USER',
        payer: 'COMMISSIONER',
        from: '2009-09-15',
      })
      .thenRefused('DATE_ORDER'));
  it('R4: leaves the source its days, each once', () =>
    expect(licence(again, 'E1').slice(-4)).toEqual([
      '2009-06-02 2009-07-02 CENTRAL BEDDING_IN',
      '2009-07-02 2009-09-01 CENTRAL CALL_OFF',
      '2009-09-01 2009-12-02 CENTRAL BEDDING_IN',
      '2009-12-02 null COMMISSIONER AFTER_BEDDING_IN',
    ]));
  it('R6: each time of the service has its own days', () => {
    expect(lifeOf(again, 'E2', '2009-06-10')).toEqual(['2009-05-04', '2009-07-01']);
    expect(lifeOf(again, 'E2', '2009-08-15')).toEqual(['2009-05-04', '2009-07-01']);
    expect(lifeOf(again, 'E2', '2009-09-01')).toEqual(['2009-09-01', null]);
  });
  it('X6: its supplier holds the data while it runs, and nobody is known to in between', () =>
    expect(custodySpans(again.state, 'E2').map(({ basis, from, until }) => [basis, from, until])).toEqual([
      ['SERVICE', '2009-05-04', '2009-07-01'],
      ['GAP', '2009-07-02', '2009-08-31'],
      ['SERVICE', '2009-09-01', null],
    ]));
  it('F6: an option for its audit trail is asked for in between, and no more once it is live again', () => {
    const codes = (on: string) =>
      answer(again, on)
        ?.findings.filter(({ instanceId }) => instanceId === 'E2')
        .map(({ code }) => code);
    expect(codes('2009-08-15')).toContain('NO_RETENTION_CHOSEN');
    expect(codes('2009-09-01')).not.toContain('NO_RETENTION_CHOSEN');
    expect(codes('2009-09-01')).not.toContain('NO_DATA_HOLDER');
  });
  it('R6: its service may end again, which the first end does not stand in the way of', () => {
    again
      .when('end-source-service', { effectiveDate: '2009-10-01', instanceId: 'E2' })
      .thenEvents([{ type: 'SourceServiceEnded' }]);
    again
      .when('end-source-service', { effectiveDate: '2009-08-15', instanceId: 'E2', reason: 'Found late' })
      .thenRefused('SERVICE_ALREADY_ENDED');
  });
  it('F7: retracted, it never took the service up again', () =>
    expect(
      licence(
        again.and(
          confirmed(
            command('retract-go-live', {
              effectiveDate: '2009-09-02',
              targetEventId: again.state.migrations[2]?.goLive?.events[0] ?? '',
              reason: 'By mistake',
            }),
            cole,
          ),
        ),
        'E2',
      ),
    ).toEqual(licence(rolledBack, 'E2')));
});

describe('R6, R8: a go-live onto a system whose service had ended', () => {
  const ended = given(...workedUntil('serviceEnded'));
  const onceMore = ended.and(...returnToE1('2010-05-03'), goLiveOn('2010-06-01', 'E1'));

  it('R1, R6: is a fact that takes the service up again from its day on', () => {
    expect(licence(ended, 'E1').at(-1)).toBe('2009-06-13 2009-08-01 COMMISSIONER AFTER_BEDDING_IN');
    expect(licence(onceMore, 'E1').slice(-2)).toEqual([
      '2009-06-13 2009-08-01 COMMISSIONER AFTER_BEDDING_IN',
      '2010-06-01 null COMMISSIONER UNFUNDED_NO_ORDER',
    ]);
    expect(answer(onceMore, '2010-05-31')?.system).toMatchObject({ instanceId: 'V1' });
    expect(answer(onceMore, '2010-06-01')?.system).toMatchObject({ instanceId: 'E1' });
    expect(answer(onceMore, '2010-05-31')?.instances[0]?.serviceEnd).toMatchObject({ on: '2009-07-31' });
    expect(answer(onceMore, '2010-06-01')?.instances[0]?.serviceEnd).toBeNull();
  });
  it('I9, F8: the notice that ended it is over, and cannot be extended or withdrawn any more', () => {
    const day = { effectiveDate: '2010-06-02', instanceId: 'E1' };
    onceMore.when('withdraw-notice', day).thenRefused('NO_NOTICE_RUNNING');
    onceMore
      .when('extend-notice', { ...day, newEndsOn: '2010-12-31', problemCategory: 'Slow' })
      .thenRefused('NO_NOTICE_RUNNING');
  });
  it('S27: the audit trail of its days is asked for, of both its times', () => {
    const ask = {
      effectiveDate: '2010-07-01',
      instanceId: 'E1',
      purposeClass: 'MEDICO_LEGAL_CLAIM',
      onWhoseAuthority: 'The practice, as data controller',
    } as const;
    onceMore
      .when('request-audit-access', { ...ask, period: { from: '2010-02-01', until: '2010-03-01' } })
      .thenRefused('PERIOD_NOT_HELD');
    onceMore
      .when('request-audit-access', { ...ask, period: { from: '2010-06-01', until: '2010-06-20' } })
      .thenEvents([{ type: 'AuditAccessRequested' }]);
  });
});

describe('I9: the notice of a day', () => {
  const left = given(...workedUntil('live')).and(
    command('end-source-service', { effectiveDate: '2009-05-29', instanceId: 'E1' }),
    ...returnToE1('2010-05-03'),
    goLiveOn('2010-06-01', 'E1'),
    ...secondMigration('2011-01-10', '2011-01-10T18:00', 'E1'),
    goLiveOn('2011-02-01', 'E2'),
    command('give-notice', { effectiveDate: '2011-02-02', instanceId: 'E1', method: 'Letter' }),
  );

  it('I9: is none that is given once the service was taken up again', () => {
    expect(noticeFor(left.state, 'E1', '2009-04-01')).toBeUndefined();
    expect(noticeFor(left.state, 'E1', '2010-05-31')).toBeUndefined();
    expect(noticeFor(left.state, 'E1', '2010-06-01')).toMatchObject({ effectiveDate: '2011-02-02' });
  });
});
