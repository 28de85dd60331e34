import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { cole, hart, patel, reed, reference, withParameters } from '#testing/fixture.js';
import type { Step } from '#testing/practice-history.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { custodySpans } from './custody.js';
import { noticeFor, noticeStandingOn } from './service-span.js';

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

const liveOnE2 = given(
  ...workedUntil('live'),
  rollBackOn('2009-04-30'),
  ...secondMigration('2009-05-04', '2009-05-04T18:00', 'E1'),
  goLiveOn('2009-06-02', 'E2'),
);
const rolledBack = liveOnE2.and(rollBackOn('2009-07-01'));
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

describe('A20, R6: which days belong to which time of a service', () => {
  const live = given(...workedUntil('live'));
  const serviceEnd = (effectiveDate: string, instanceId: string) =>
    command('end-source-service', { effectiveDate, instanceId });
  const endOf = (of: Given, instanceId: string, on: string) =>
    answer(of, on)?.instances.find((one) => one.instanceId === instanceId)?.serviceEnd?.on;

  it('R8: an end dated before its first day is told of the end on record', () =>
    given(...workedUntil('serviceEnded'))
      .when(
        'end-source-service',
        { effectiveDate: '2008-03-31', instanceId: 'E1', reason: 'Found late' },
        patel,
        '2009-08-03T12:00:00.000Z',
      )
      .thenRefused('SERVICE_ALREADY_ENDED'));
  it('A20: rolled back and live again on one day, its service was not interrupted', () => {
    const [contact, , need, agreement] = ontoE2('2009-06-15') as [Step, Step, Step, Step];
    const request = {
      effectiveDate: '2009-06-15',
      sourceInstanceId: 'E2',
      reasons: ['Slow'],
      reason: 'Slow',
    };
    const override = { override: 'BEDDING_IN_OPEN', reason: 'Mended by noon' } as const;
    const liveAgainOn = (effectiveDate: string) =>
      liveOnE2.and(
        ...[contact, command('request-migration', request), need, agreement],
        rollBackOn('2009-07-01'),
        ...ontoE2(effectiveDate).slice(4),
        command('declare-go-live', { effectiveDate, targetInstanceId: 'E2', ...override }, patel),
      );
    expect(lifeOf(liveAgainOn('2009-07-01'), 'E2', '2009-07-02')).toEqual(['2009-05-04', null]);
    expect(lifeOf(liveAgainOn('2009-07-02'), 'E2', '2009-07-02')).toEqual(['2009-07-02', null]);
  });
  it('A20: rolled back a second time, it ends with that', () => {
    const twice = again.and(rollBackOn('2009-09-30'));
    expect(lifeOf(twice, 'E2', '2009-08-31')).toEqual(['2009-05-04', '2009-07-01']);
    expect(lifeOf(twice, 'E2', '2009-09-01')).toEqual(['2009-09-01', '2009-09-30']);
  });
  it('R8, A20: of a recorded end and a rollback, told late, the earlier ends it', () => {
    const both = live.and(
      serviceEnd('2009-05-11', 'V1'),
      confirmed(
        command(
          'roll-back',
          { effectiveDate: '2009-04-30', cause: 'Prescriptions fail', reason: 'Found late' },
          reed,
          '2009-05-12T12:00:00.000Z',
        ),
        patel,
      ),
    );
    expect(lifeOf(both, 'V1', '2009-04-30')).toEqual(['2009-03-11', '2009-04-30']);
  });
  it('R8: what is recorded of the day on which it was taken up again is of the second time', () => {
    const ended = again.and(serviceEnd('2009-09-01', 'E2'));
    expect(lifeOf(ended, 'E2', '2009-09-01')).toEqual(['2009-09-01', '2009-09-01']);
    expect(endOf(ended, 'E2', '2009-09-01')).toBe('2009-09-01');
    const endedTwice = given(...workedUntil('serviceEnded')).and(
      ...returnToE1('2010-05-03'),
      goLiveOn('2010-06-01', 'E1'),
      serviceEnd('2010-06-01', 'E1'),
    );
    expect(lifeOf(endedTwice, 'E1', '2010-05-31')).toEqual(['2008-04-01', '2009-07-31']);
    expect(lifeOf(endedTwice, 'E1', '2010-06-01')).toEqual(['2010-06-01', '2010-06-01']);
  });
  it('A19, R8: one recorded of a day before the go-live as corrected stays the end, until it is corrected', () => {
    const correction = { effectiveDate: '2009-04-12', reason: 'As the log says' };
    const moved = live.and(
      serviceEnd('2009-03-31', 'V1'),
      confirmed(command('correct-go-live', correction, patel), cole),
    );
    expect(lifeOf(moved, 'V1', '2009-04-12')).toEqual(['2009-04-12', '2009-03-31']);
  });
  it('R4, R6: a go-live on its last day takes up nothing, so that the day counts once', () => {
    const onLastDay = given(...workedUntil('serviceEnded')).and(
      ...returnToE1('2009-07-31'),
      goLiveOn('2009-07-31', 'E1'),
    );
    expect(lifeOf(onLastDay, 'E1', '2009-07-31')).toEqual(['2008-04-01', '2009-07-31']);
    expect(licence(onLastDay, 'E1').at(-1)).toBe('2009-07-31 2009-08-01 COMMISSIONER UNFUNDED_NO_ORDER');
  });
  it('F7, R8: where the go-live between them is retracted, the end recorded later is the end', () => {
    const twice = given(...workedUntil('serviceEnded')).and(
      ...returnToE1('2010-05-03'),
      goLiveOn('2010-06-01', 'E1'),
      serviceEnd('2010-09-30', 'E1'),
    );
    expect(lifeOf(twice, 'E1', '2010-05-31')).toEqual(['2008-04-01', '2009-07-31']);
    const targetEventId = twice.state.migrations[1]?.goLive?.events[0] ?? '';
    const retraction = { effectiveDate: '2010-10-01', targetEventId, reason: 'By mistake' };
    const after = twice.and(confirmed(command('retract-go-live', retraction), cole));
    expect(lifeOf(after, 'E1', '2010-05-31')).toEqual(['2008-04-01', '2010-09-30']);
  });
});

describe('I9, F8, A5: which of several notices stands', () => {
  const noticeOf = (effectiveDate: string) =>
    command('give-notice', { effectiveDate, instanceId: 'E1', method: 'Letter' });
  /** E1 left and given notice, taken up again, left again and given notice on that day. */
  const left = given(...workedUntil('serviceEnded')).and(
    ...returnToE1('2010-05-03'),
    goLiveOn('2010-06-01', 'E1'),
    ...secondMigration('2011-01-10', '2011-01-10T18:00', 'E1'),
    goLiveOn('2011-02-01', 'E2'),
    noticeOf('2011-02-01'),
  );
  const standing = ({ state }: Given, on?: string) => noticeFor(state, 'E1', on)?.effectiveDate;

  it('I9: that of the time of the service which a day belongs to', () => {
    expect(standing(left, '2009-06-01')).toBe('2009-03-20');
    expect(standing(left, '2010-06-01')).toBe('2011-02-01');
    expect(standing(left)).toBe('2011-02-01');
  });
  it('I9, F7: where it was never taken up again, the latest from its day on', () => {
    const retract = (of: Given, index: number) =>
      of.and(
        confirmed(
          command('retract-go-live', {
            effectiveDate: '2011-03-01',
            targetEventId: of.state.migrations[index]?.goLive?.events[0] ?? '',
            reason: 'By mistake',
          }),
          cole,
        ),
      );
    const abandonment = confirmed(
      command('abandon-migration', { effectiveDate: '2011-03-01', cause: 'By mistake' }, reed),
      patel,
    );
    const once = retract(retract(left, 2).and(abandonment), 1);
    expect(standing(once, '2011-02-01')).toBe('2011-02-01');
    expect(standing(once, '2011-01-31')).toBe('2009-03-20');
  });

  const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
  const abandon = (effectiveDate: string) =>
    confirmed(command('abandon-migration', { effectiveDate, cause: 'Too dear' }, reed), patel);
  const twice = inReference(contingent, ...workedUntil('requested')).and(
    noticeOf('2008-11-10'),
    abandon('2008-12-01'),
    command('request-migration', {
      effectiveDate: '2008-12-02',
      sourceInstanceId: 'E1',
      reasons: ['Slow'],
    }),
    noticeOf('2008-12-03'),
    abandon('2009-01-12'),
  );
  it('A5: of two that lapsed since, that which ran on the day', () => {
    expect(standing(twice, '2008-11-30')).toBe('2008-11-10');
    expect(standing(twice, '2008-12-03')).toBe('2008-12-03');
    expect(standing(twice)).toBeUndefined();
  });
  it('I9: one is over once its service is taken up again, and not only when it is a second time', () => {
    const thrice = left.and(...returnToE1('2012-05-01', 'E2'), goLiveOn('2012-06-01', 'E1'));
    const standsOn = (on: string) => noticeStandingOn(thrice.state, 'E1', on)?.effectiveDate;
    expect(standsOn('2009-06-01')).toBe('2009-03-20');
    expect(standsOn('2010-06-01')).toBeUndefined();
    expect(standsOn('2011-02-01')).toBe('2011-02-01');
    expect(standsOn('2012-06-01')).toBeUndefined();
  });
  it('A5, I9: one that is given on the day of the taking up is of that time, until it lapses', () => {
    const takenUp = inReference(contingent, ...workedUntil('serviceEnded')).and(
      ...returnToE1('2010-05-03'),
      goLiveOn('2010-06-01', 'E1'),
      ...secondMigration('2010-06-01', '2010-06-01T18:00', 'E1').slice(0, 2),
      noticeOf('2010-06-01'),
    );
    expect(noticeStandingOn(takenUp.state, 'E1', '2010-06-02')?.effectiveDate).toBe('2010-06-01');
    expect(standing(takenUp.and(abandon('2010-06-10')), '2010-06-02')).toBe('2010-06-01');
  });
  it('A5, R10: so that what was done on a day is recorded of the notice of that day', () =>
    twice
      .and(
        command(
          'withdraw-notice',
          { effectiveDate: '2008-11-30', instanceId: 'E1', reason: 'Found late' },
          patel,
          '2009-01-13T12:00:00.000Z',
        ),
      )
      .whenConfirmed(hart, '2009-01-13T13:00:00.000Z')
      .thenEvents([{ type: 'NoticeWithdrawn', payload: { noticeId: twice.state.notices[0]?.noticeId } }]));
});
