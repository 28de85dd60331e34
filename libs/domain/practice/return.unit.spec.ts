import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, moss, patel, reed, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { accruedBy, exposureIfNotice, fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { practiceStateIntervals } from './practice-states.js';

const left = given(...workedUntil('live'));
const goLive = command('declare-go-live', { effectiveDate: '2009-07-02', targetInstanceId: 'E1' });
const back = left.and(...returnToE1('2009-07-01'), goLive);
const rolledBack = back.and(
  confirmed(command('roll-back', { effectiveDate: '2009-07-20', cause: 'Slow' }, reed), patel),
);
const goLiveEvent = ({ state }: Given) => state.migrations.at(-1)?.goLive?.events[0] ?? '';
const retracted = back.and(
  confirmed(
    command('retract-go-live', {
      effectiveDate: '2009-07-20',
      targetEventId: goLiveEvent(back),
      reason: 'By mistake',
    }),
    cole,
  ),
);
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);
const found = (of: Given, code: string, on: string) =>
  answer(of, on)
    ?.findings.filter((finding) => finding.code === code)
    .map(({ instanceId }) => instanceId);
const states = ({ state }: Given) =>
  practiceStateIntervals(state, reference)
    .slice(2)
    .map((one) => `${one.from} ${one.until} ${one.state}`);
const licence = ({ state }: Given, instanceId: string) =>
  fundingTimeline(state, reference)
    .filter((one) => one.instanceId === instanceId && one.row === 'SOFTWARE_LICENCE')
    .map(({ from, to, payer, reason }) => `${from} ${to} ${payer} ${reason}`);
const exposure = ({ state }: Given, instanceId: string, on: string) => [
  exposureIfNotice(state, reference, instanceId, on),
  accruedBy(state, reference, instanceId, on),
];

describe('S34, A20: a practice that goes live on the system that it had left', () => {
  it('C2: is no more in the wind-down of that system from that day on, but of the one that it leaves', () => {
    expect(states(left)).toEqual([
      '2009-03-11 2009-06-11 BEDDING_IN',
      '2009-06-12 null NO_NOTICE_LOCAL_COST',
    ]);
    expect(states(back)).toEqual([
      '2009-03-11 2009-06-11 BEDDING_IN',
      '2009-06-12 2009-07-01 NO_NOTICE_LOCAL_COST',
      '2009-07-02 2009-10-02 BEDDING_IN',
      '2009-10-03 null NO_NOTICE_LOCAL_COST',
    ]);
    expect(answer(back, '2009-07-01')?.instances[0]?.life).toMatchObject({ from: '2008-04-01', until: null });
  });
  it('R4, A16: pays for each of its days once, from then on as for any target', () =>
    expect(licence(back, 'E1').slice(1)).toEqual([
      '2009-03-11 2009-06-12 CENTRAL BEDDING_IN',
      '2009-06-12 2009-07-02 COMMISSIONER AFTER_BEDDING_IN',
      '2009-07-02 null COMMISSIONER UNFUNDED_NO_ORDER',
    ]));
  it('A10: is asked for notice to the system that it leaves, and no more to the one that it is back on', () => {
    expect(found(back, 'NO_NOTICE_GIVEN', '2009-07-01')).toEqual(['E1']);
    expect(found(back, 'NO_NOTICE_GIVEN', '2009-07-02')).toEqual(['V1']);
  });
  it('S34: gives notice to the system that it leaves, and to the other only as of a day before', () => {
    const notice = { effectiveDate: '2009-07-03', method: 'Letter' };
    back.when('give-notice', { ...notice, instanceId: 'E1' }).thenRefused('GO_LIVE_MISSING');
    back
      .when('give-notice', { ...notice, instanceId: 'V1' })
      .thenEvents([{ type: 'NoticeGiven', payload: { earliestEndsOn: '2009-10-03' } }]);
    back
      .when(
        'give-notice',
        { ...notice, instanceId: 'E1', effectiveDate: '2009-07-01' },
        patel,
        '2009-07-03T12:00:00.000Z',
      )
      .thenEvents([{ type: 'NoticeGiven', payload: { earliestEndsOn: '2009-10-01' } }]);
  });
  it('A10, P3: what notice would cost is told of it up to the day before, as it was', () => {
    expect(exposure(back, 'E1', '2009-07-01')).toEqual(exposure(left, 'E1', '2009-07-01'));
    expect(exposure(back, 'E1', '2009-07-01')).toMatchObject([
      { fundedUntil: '2009-06-11', earliestEndsOn: '2009-10-01', localDays: 112 },
      { localDays: 20 },
    ]);
    expect(exposure(back, 'E1', '2009-07-02')).toEqual([null, null]);
    expect(exposure(back, 'V1', '2009-07-02')).toMatchObject([{ localDays: 0 }, { localDays: 0 }]);
  });
  it('A21: is no more in the bedding-in of that system, but of the one that it leaves', () => {
    const soon = left.and(
      ...returnToE1('2009-04-20'),
      command(
        'declare-go-live',
        {
          effectiveDate: '2009-04-21',
          targetInstanceId: 'E1',
          override: 'BEDDING_IN_OPEN',
          reason: 'Prescriptions fail',
        },
        patel,
      ),
      ...secondMigration('2009-05-19', '2009-05-19T18:00', 'E1'),
    );
    const { decision } = soon.when('declare-go-live', {
      effectiveDate: '2009-05-20',
      targetInstanceId: 'E2',
    }).decided;
    expect(decision.kind === 'refused' && decision.refusal.because).toBe(
      'The bedding-in that began on 2009-04-21 is open until 2009-07-21.',
    );
  });
  it('A22: no option is ordered for it any more', () =>
    back
      .when('order-retention', {
        effectiveDate: '2009-07-03',
        instanceId: 'E1',
        option: 'SINGLE_USER',
        payer: 'COMMISSIONER',
      })
      .thenRefused('GO_LIVE_MISSING'));
  it('A9: days of its wind-down may be excepted still, and no later ones', () => {
    const exception = { effectiveDate: '2009-07-10', instanceId: 'E1', until: '2009-07-20', reason: 'Late' };
    back
      .when('grant-funding-exception', { ...exception, from: '2009-06-12' })
      .thenEvents([{ type: 'CentralFundingExceptionGranted' }]);
    back.when('grant-funding-exception', { ...exception, from: '2009-07-02' }).thenRefused('GO_LIVE_MISSING');
  });
});

describe('A20: a notice that stands when the practice returns', () => {
  const noticed = given(...workedUntil('extended')).and(...returnToE1('2009-07-01'), goLive);
  const consent = { effectiveDate: '2009-07-03', instanceId: 'E1', reason: 'Back on EMIS LV' };

  it('A20: still ends the service, as after a rollback, and is to be withdrawn', () => {
    expect(found(noticed, 'NOTICE_AFTER_RETURN', '2009-07-01')).toEqual([]);
    expect(
      answer(noticed, '2009-07-02')?.findings.find(({ code }) => code === 'NOTICE_AFTER_RETURN'),
    ).toMatchObject({
      rule: 'A20',
      instanceId: 'E1',
      message:
        'The practice returned to E1 on 2009-07-02, and the notice of 2009-03-20 still ends its service on 2009-07-31: withdraw it.',
    });
    expect(licence(noticed, 'E1').at(-1)).toBe('2009-07-02 2009-08-01 COMMISSIONER UNFUNDED_NO_ORDER');
  });
  it('F8: withdrawn with the supplier’s consent, the service runs on', () => {
    const emis = { ...moss, org: 'EMIS' };
    const withdrawn = noticed.and(confirmed(command('withdraw-notice', consent), emis));
    expect(found(withdrawn, 'NOTICE_AFTER_RETURN', '2009-07-03')).toEqual([]);
    expect(licence(withdrawn, 'E1').at(-1)).toBe('2009-07-02 null COMMISSIONER UNFUNDED_NO_ORDER');
  });
  it('A4: before the return its minimum is told as it was', () => {
    const told = (of: Given) => answer(of, '2009-07-01')?.notices[0];
    expect(told(noticed)).toEqual(told(given(...workedUntil('extended'))));
  });
});

describe('A20, F7: a return that is undone', () => {
  it('F7: retracted, it never was', () => {
    expect(states(retracted)).toEqual(states(left));
    expect(found(retracted, 'NO_NOTICE_GIVEN', '2009-07-20')).toEqual(['E1']);
    expect(exposure(retracted, 'E1', '2009-07-20')).toEqual(exposure(left, 'E1', '2009-07-20'));
    expect(licence(retracted, 'E1')).toEqual(licence(left, 'E1'));
  });
  it('A20: rolled back, the system is left again as it was before, from the day after', () => {
    expect(states(rolledBack)).toEqual([
      '2009-03-11 2009-06-11 BEDDING_IN',
      '2009-06-12 2009-07-01 NO_NOTICE_LOCAL_COST',
      '2009-07-02 2009-07-20 BEDDING_IN',
      '2009-07-21 null NO_NOTICE_LOCAL_COST',
    ]);
    expect(found(rolledBack, 'NO_NOTICE_GIVEN', '2009-07-20')).toEqual(['V1']);
    expect(found(rolledBack, 'NO_NOTICE_GIVEN', '2009-07-21')).toEqual(['E1']);
    expect(licence(rolledBack, 'E1').slice(2)).toEqual([
      '2009-06-12 2009-07-02 COMMISSIONER AFTER_BEDDING_IN',
      '2009-07-02 2009-07-21 COMMISSIONER UNFUNDED_NO_ORDER',
      '2009-07-21 null COMMISSIONER AFTER_BEDDING_IN',
    ]);
    expect(exposure(rolledBack, 'E1', '2009-07-21')).toMatchObject([{ earliestEndsOn: '2009-10-21' }, {}]);
    rolledBack
      .when('give-notice', { effectiveDate: '2009-07-21', instanceId: 'E1', method: 'Letter' })
      .thenEvents([{ type: 'NoticeGiven' }]);
  });
});

describe('A20: a return by way of another system', () => {
  it('R6, A20: rolled back, leaves the service of the system returned to running, as it was before', () => {
    const { state } = left.and(
      ...secondMigration('2009-06-15'),
      command('declare-go-live', { effectiveDate: '2009-06-16', targetInstanceId: 'E2' }),
      ...returnToE1('2009-09-21', 'E2'),
      command('declare-go-live', { effectiveDate: '2009-09-22', targetInstanceId: 'E1' }),
      confirmed(command('roll-back', { effectiveDate: '2009-10-01', cause: 'Slow' }, reed), patel),
    );
    expect(practiceAnswer(state, reference, '2009-10-02', true)?.instances[0]?.life).toMatchObject({
      from: '2008-04-01',
      until: null,
    });
  });
});

describe('A20, I9: a practice that leaves for good the system that it had returned to', () => {
  const again = given(...workedUntil('serviceEnded')).and(
    ...returnToE1('2010-05-03'),
    command('declare-go-live', { effectiveDate: '2010-06-01', targetInstanceId: 'E1' }),
    ...secondMigration('2011-01-10', '2011-01-10T18:00', 'E1'),
    command('declare-go-live', { effectiveDate: '2011-02-01', targetInstanceId: 'E2' }),
  );
  const notice = { effectiveDate: '2011-02-01', instanceId: 'E1', method: 'Letter' };

  it('A10, I9: is asked for a new notice, which the old one does not stand in the way of', () => {
    expect(found(again, 'NO_NOTICE_GIVEN', '2010-08-01')).toEqual(['V1']);
    expect(found(again, 'NO_NOTICE_GIVEN', '2011-02-01')).toEqual(['V1', 'E1']);
    again
      .when('give-notice', notice)
      .thenEvents([{ type: 'NoticeGiven', payload: { earliestEndsOn: '2011-05-01' } }]);
  });
  it('A19: the old notice is held against the go-live that it was given for', () => {
    const { notices = [] } = answer(again.and(command('give-notice', notice)), '2011-03-01') ?? {};
    expect(notices.map(({ status, endsOn, earliestEndsOn }) => [status, endsOn, earliestEndsOn])).toEqual([
      ['ENDED', '2009-07-31', '2009-06-20'],
      ['RUNNING', '2011-05-01', '2011-05-01'],
    ]);
  });
});
