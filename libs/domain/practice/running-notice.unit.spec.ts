import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  cole,
  hart,
  idOf,
  in90Days,
  moss,
  national,
  patel,
  reed,
  reference,
  withParameters,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { exposureIfNotice, fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { findings } from './findings/index.js';
import { lastServiceDay } from './service-span.js';
import { practiceStateOn } from './practice-states.js';
import { retentionSpans } from './retention-span.js';
import type { PracticeState } from './state.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const extended = given(...workedUntil('extended'));
const ended = given(...workedUntil('serviceEnded'));
const june1 = '2009-06-01T12:00:00.000Z';
const withdrawal = (effectiveDate: string) => ({ effectiveDate, instanceId: 'E1' });
const withdrawn = noticed.and(confirmed(command('withdraw-notice', withdrawal('2009-06-01')), hart));

const answer = (state: PracticeState, on: string) => practiceAnswer(state, reference, on, true);
const found = (state: PracticeState, on: string, code: string) =>
  findings(state, reference, on).filter((one) => one.code === code);

describe('withdraw-notice', () => {
  it('F8, R2: the PCT proposes, the supplier of the noticed instance consents', () => {
    const proposed = noticed.when('withdraw-notice', withdrawal('2009-06-01'));
    proposed.thenProposed('SUP');
    const waiting = noticed.and(command('withdraw-notice', withdrawal('2009-06-01')));
    expect(lastServiceDay(waiting.state, 'E1')).toBe('2009-06-20');
    waiting
      .whenConfirmed(hart, june1)
      .thenEvents([{ type: 'NoticeWithdrawn', payload: { noticeId: idOf(26), instanceId: 'E1' } }]);
    expect(waiting.whenConfirmed(hart, june1).decided.history.events.at(-1)?.metadata).toMatchObject({
      actor: { sub: 'j.patel' },
      confirmedBy: { sub: 'e.hart', org: 'EMIS' },
    });
  });

  it('R2: nobody else may consent, another supplier neither', () => {
    const waiting = noticed.and(command('withdraw-notice', withdrawal('2009-06-01')));
    waiting.whenConfirmed(moss, june1).thenRefused('NOT_YOUR_SYSTEM');
    waiting.whenConfirmed(reed, june1).thenRefused('PROPOSAL_NOT_YOURS');
    waiting.whenConfirmed(national, june1).thenRefused('PROPOSAL_NOT_YOURS');
    waiting.whenConfirmed(cole, june1).thenRefused('PROPOSAL_NOT_YOURS');
    waiting.whenConfirmed(patel, june1).thenRefused('SECOND_PERSON_REQUIRED');
    for (const by of [reed, hart, national])
      noticed.when('withdraw-notice', withdrawal('2009-06-01'), by).thenRefused('ROLE_NOT_ALLOWED');
  });

  it('R2: consenting twice adds nothing', () => withdrawn.whenConfirmed(hart, june1).thenNothing());

  it('R2: a later go-live from another system leaves a proposal about this one open', () => {
    const waiting = noticed.and(
      command('withdraw-notice', withdrawal('2009-04-01')),
      ...workedUntil('corrected').slice(-1),
    );
    expect(waiting.state.proposals[idOf(27)]?.status).toBe('OPEN');
  });

  it('F8, A10: the source runs on, and its local cost', () => {
    const { state } = withdrawn;
    expect(lastServiceDay(state, 'E1')).toBeNull();
    expect(practiceStateOn(state, reference, '2009-05-31')).toBe('BEDDING_IN');
    expect(practiceStateOn(state, reference, '2009-06-12')).toBe('NO_NOTICE_LOCAL_COST');
    const licence = fundingTimeline(state, reference).filter(
      ({ instanceId, row }) => instanceId === 'E1' && row === 'SOFTWARE_LICENCE',
    );
    expect(licence.at(-1)).toMatchObject({ from: '2009-06-12', to: null, reason: 'AFTER_BEDDING_IN' });
    expect(found(state, '2009-05-31', 'NO_NOTICE_GIVEN')).toEqual([]);
    expect(found(state, '2009-06-01', 'NO_NOTICE_GIVEN')).toHaveLength(1);
    expect(found(state, '2009-06-21', 'SERVICE_END_NOT_RECORDED')).toEqual([]);
  });

  it('F8: on the days before it the notice was running, on and after them it is withdrawn', () => {
    const late = noticed.and(confirmed(command('withdraw-notice', withdrawal('2009-06-18')), hart));
    expect(practiceStateOn(late.state, reference, '2009-06-17')).toBe('NOTICE_RUNNING');
    expect(answer(late.state, '2009-06-17')?.notice).toMatchObject({ status: 'RUNNING', withdrawn: null });
    expect(practiceStateOn(late.state, reference, '2009-06-18')).toBe('NO_NOTICE_LOCAL_COST');
    expect(answer(late.state, '2009-06-18')?.notice).toMatchObject({
      status: 'WITHDRAWN',
      endsOn: '2009-06-20',
      withdrawn: { on: '2009-06-18', rule: 'F8', events: [idOf(28)] },
    });
  });

  it('F8, A24: a retention that starts when the service ends has no start any more', () => {
    expect(retentionSpans(noticed.state, 'E1')).toMatchObject([{ from: '2009-06-21' }]);
    expect(retentionSpans(withdrawn.state, 'E1')).toEqual([]);
    const again = withdrawn.and(
      command('give-notice', { effectiveDate: '2009-07-01', instanceId: 'E1', method: 'Letter' }),
    );
    expect(retentionSpans(again.state, 'E1')).toMatchObject([{ from: '2009-10-02' }]);
  });

  it('F8, I9: a new notice may be given later; the withdrawn one stays in the answer', () => {
    const notice = { effectiveDate: '2009-07-01', instanceId: 'E1', method: 'Letter' };
    withdrawn
      .when('give-notice', notice)
      .thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-10-01' } }]);
    const again = withdrawn.and(command('give-notice', notice));
    expect(answer(again.state, '2009-07-01')?.notices.map(({ status }) => status)).toEqual([
      'WITHDRAWN',
      'RUNNING',
    ]);
    expect(answer(again.state, '2009-07-01')?.notice?.status).toBe('RUNNING');
    withdrawn
      .when('give-notice', { ...notice, effectiveDate: '2009-05-31', reason: 'Found late' }, patel, june1)
      .thenRefused('NOTICE_RUNNING');
  });

  it('R13: the same notice may be given again on the day of its withdrawal, and withdrawn again', () => {
    const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
    const once = live.and(
      command('give-notice', notice),
      confirmed(command('withdraw-notice', withdrawal('2009-03-20')), hart),
    );
    once.when('give-notice', notice).thenEvents([{ type: 'NoticeGiven' }]);
    once
      .and(command('give-notice', notice))
      .when('withdraw-notice', withdrawal('2009-03-20'))
      .thenProposed('SUP');
  });

  it('I10, A23: full retention may be ordered again from the day of the withdrawal on', () => {
    const full = { instanceId: 'E1', option: 'FULL', payer: 'COMMISSIONER' } as const;
    const plain = live.and(
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
      confirmed(command('withdraw-notice', withdrawal('2009-06-01')), hart),
    );
    plain
      .when('order-retention', { ...full, effectiveDate: '2009-06-01' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
    plain
      .when('order-retention', { ...full, effectiveDate: '2009-06-01', from: '2009-05-31' })
      .thenRefused('FULL_WHILE_NOTICE_RUNS');
  });

  it('F8: after its end there is nothing to withdraw', () => {
    noticed.when('withdraw-notice', withdrawal('2009-06-20')).thenProposed('SUP');
    noticed.when('withdraw-notice', withdrawal('2009-06-21')).thenRefused('NOTICE_ALREADY_ENDED');
    ended.when('withdraw-notice', withdrawal('2009-07-30')).thenRefused('SERVICE_ALREADY_ENDED');
    live.when('withdraw-notice', withdrawal('2009-06-01')).thenRefused('NO_NOTICE_RUNNING');
    withdrawn.when('withdraw-notice', withdrawal('2009-06-02')).thenRefused('NO_NOTICE_RUNNING');
    noticed
      .when('withdraw-notice', { ...withdrawal('2009-06-01'), instanceId: 'X9' })
      .thenRefused('INSTANCE_UNKNOWN');
    extended
      .when('withdraw-notice', withdrawal('2009-05-28'), patel, '2009-05-30T12:00:00.000Z')
      .thenRefused('DATE_ORDER');
    extended.when('withdraw-notice', withdrawal('2009-05-29')).thenProposed('SUP');
  });

  it('F8: a withdrawn notice is neither extended nor acknowledged', () => {
    const extension = { ...withdrawal('2009-06-02'), newEndsOn: '2009-07-31', problemCategory: 'Printing' };
    withdrawn.when('extend-notice', extension).thenRefused('NO_NOTICE_RUNNING');
    withdrawn
      .when('acknowledge-notice', { ...withdrawal('2009-06-02'), receivedOn: '2009-06-02' }, hart)
      .thenRefused('NO_NOTICE_RUNNING');
  });
});

describe('acknowledge-notice', () => {
  const received = { effectiveDate: '2009-03-25', instanceId: 'E1', receivedOn: '2009-03-24' };
  const acknowledged = noticed.and(command('acknowledge-notice', received, hart));

  it('A6: is an event of its own, and moves no clock while the day given counts', () => {
    noticed
      .when('acknowledge-notice', received, hart)
      .thenEvents([
        { type: 'NoticeAcknowledged', payload: { noticeId: idOf(26), receivedOn: '2009-03-24' } },
      ]);
    expect(lastServiceDay(acknowledged.state, 'E1')).toBe('2009-06-20');
    expect(answer(acknowledged.state, '2009-03-25')?.notice).toMatchObject({
      status: 'RUNNING',
      earliestEndsOn: '2009-06-20',
      acknowledged: { on: '2009-03-25', receivedOn: '2009-03-24', rule: 'A6' },
    });
    expect(answer(acknowledged.state, '2009-03-24')?.notice?.acknowledged).toBeNull();
  });

  const basis = withParameters(reference, { 'notice.basis': 'RECEIVED' });

  it('A6, R9: of the basis RECEIVED, a notice left without an end ends at the minimum from its receipt', () => {
    const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
    const order = {
      effectiveDate: '2009-03-20',
      instanceId: 'E1',
      option: 'DATR',
      payer: 'PRACTICE',
    } as const;
    const given = inReference(
      basis,
      ...workedUntil('live'),
      command('give-notice', notice),
      command('order-retention', order),
    );
    const acknowledgedLate = given.and(command('acknowledge-notice', received, hart));
    expect(lastServiceDay(given.state, 'E1')).toBe('2009-06-20');
    expect(practiceAnswer(given.state, basis, '2009-03-20', true)?.notice).toMatchObject({
      earliestEndsOn: '2009-06-20',
    });
    expect(lastServiceDay(acknowledgedLate.state, 'E1')).toBe('2009-06-24');
    expect(practiceAnswer(acknowledgedLate.state, basis, '2009-03-25', true)).toMatchObject({
      notice: { status: 'RUNNING', endsOn: '2009-06-24', earliestEndsOn: '2009-06-24' },
      retention: [{ from: '2009-06-25' }],
    });
    const licence = fundingTimeline(acknowledgedLate.state, basis).findLast(
      ({ instanceId, row }) => instanceId === 'E1' && row === 'SOFTWARE_LICENCE',
    );
    expect(licence).toMatchObject({
      reason: 'AFTER_BEDDING_IN',
      to: '2009-06-25',
      events: expect.arrayContaining([acknowledgedLate.history.events.at(-1)!.id]),
    });
  });

  it('A6, A1: of the basis RECEIVED, the minimum of 90 days counts from its receipt too', () => {
    const { state } = inReference(
      withParameters(basis, in90Days),
      ...workedUntil('live'),
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
      command('acknowledge-notice', received, hart),
    );
    expect(lastServiceDay(state, 'E1')).toBe('2009-06-22');
  });

  it('A6, R9: of the basis RECEIVED, a stated end stays, and the minimum counts from the day received', () => {
    const steps = [...workedUntil('noticeGiven'), command('acknowledge-notice', received, hart)];
    const { state } = inReference(basis, ...steps);
    const told = practiceAnswer(state, basis, '2009-03-25', true);
    expect(told?.notice).toMatchObject({
      status: 'SHORT',
      endsOn: '2009-06-20',
      earliestEndsOn: '2009-06-24',
    });
    expect(findings(state, basis, '2009-03-25')).toMatchObject([
      { code: 'NOTICE_SHORT', message: expect.stringContaining('4 days before its minimum of 2009-06-24') },
    ]);
  });

  it('I8: only the supplier of the noticed system says when it received the notice', () => {
    noticed.when('acknowledge-notice', received, moss).thenRefused('NOT_YOUR_SYSTEM');
    noticed.when('acknowledge-notice', received, patel).thenRefused('ROLE_NOT_ALLOWED');
    live.when('acknowledge-notice', received, hart).thenRefused('NO_NOTICE_RUNNING');
    live.when('acknowledge-notice', received, moss).thenRefused('NOT_YOUR_SYSTEM');
    noticed
      .when('acknowledge-notice', { ...received, instanceId: 'X9' }, hart)
      .thenRefused('INSTANCE_UNKNOWN');
  });

  it('A6: the day received lies between the notice and the word on it, and is said once', () => {
    for (const receivedOn of ['2009-03-19', '2009-03-26'])
      noticed.when('acknowledge-notice', { ...received, receivedOn }, hart).thenRefused('DATE_ORDER');
    acknowledged.when('acknowledge-notice', { ...received, effectiveDate: '2009-03-26' }, hart).thenNothing();
    acknowledged
      .when('acknowledge-notice', { ...received, receivedOn: '2009-03-25' }, hart)
      .thenRefused('NOTICE_ALREADY_ACKNOWLEDGED');
  });
});

describe('dispute-notice', () => {
  const dispute = {
    effectiveDate: '2009-03-25',
    instanceId: 'E1',
    claimedOn: '2009-03-24',
    grounds: 'The letter came on 24 March',
  };
  const disputed = noticed.and(command('dispute-notice', dispute, hart));

  it('A6, F8: moves no clock, and is shown until the notice is acknowledged', () => {
    noticed
      .when('dispute-notice', dispute, hart)
      .thenEvents([{ type: 'NoticeDateDisputed', payload: dispute }]);
    const before = noticed.state;
    expect(lastServiceDay(disputed.state, 'E1')).toBe(lastServiceDay(before, 'E1'));
    expect(fundingTimeline(disputed.state, reference)).toEqual(fundingTimeline(before, reference));
    expect(found(disputed.state, '2009-03-24', 'NOTICE_DATE_DISPUTED')).toEqual([]);
    expect(found(disputed.state, '2009-03-25', 'NOTICE_DATE_DISPUTED')).toMatchObject([
      {
        rule: 'A6',
        message:
          'EMIS disputes that notice for E1 was given on 2009-03-20, and says 2009-03-24: The letter came on 24 March',
        events: [idOf(26), idOf(27)],
        instanceId: 'E1',
      },
    ]);
    expect(answer(disputed.state, '2009-03-25')?.notice?.disputes).toMatchObject([
      { on: '2009-03-25', claimedOn: '2009-03-24', grounds: 'The letter came on 24 March' },
    ]);
    const settled = disputed.and(
      command(
        'acknowledge-notice',
        { effectiveDate: '2009-03-27', instanceId: 'E1', receivedOn: '2009-03-20' },
        hart,
      ),
    );
    expect(found(settled.state, '2009-03-26', 'NOTICE_DATE_DISPUTED')).toHaveLength(1);
    expect(found(settled.state, '2009-03-27', 'NOTICE_DATE_DISPUTED')).toEqual([]);
  });

  it('A6, I14: a correction of the day of notice, by two, moves the clock and settles the dispute', () => {
    const correction = {
      effectiveDate: '2009-03-30',
      reason: 'Recorded delivery shows 24 March',
      targetEventId: idOf(26),
      field: 'effectiveDate',
      was: '2009-03-20',
      now: '2009-03-24',
    };
    const corrected = disputed.and(confirmed(command('correct-record', correction, patel), cole));
    expect(answer(corrected.state, '2009-03-30')?.notice).toMatchObject({
      givenOn: '2009-03-24',
      status: 'SHORT',
      earliestEndsOn: '2009-06-24',
    });
    expect(found(corrected.state, '2009-03-29', 'NOTICE_DATE_DISPUTED')).toHaveLength(1);
    expect(found(corrected.state, '2009-03-30', 'NOTICE_DATE_DISPUTED')).toEqual([]);
  });

  it('A6, I8: by the supplier of the noticed system alone', () => {
    noticed.when('dispute-notice', dispute, moss).thenRefused('NOT_YOUR_SYSTEM');
    noticed.when('dispute-notice', dispute, patel).thenRefused('ROLE_NOT_ALLOWED');
    live.when('dispute-notice', dispute, hart).thenRefused('NO_NOTICE_RUNNING');
    live.when('dispute-notice', dispute, moss).thenRefused('NOT_YOUR_SYSTEM');
  });
});

describe('F8: a notice extended, given late, or never', () => {
  const exposed = (state: PracticeState, on: string) => exposureIfNotice(state, reference, 'E1', on);
  const local = (state: PracticeState) =>
    fundingTimeline(state, reference)
      .filter(({ instanceId, reason }) => instanceId === 'E1' && reason === 'AFTER_BEDDING_IN')
      .map(({ row, from, to }) => [row, from, to]);
  const rows = ['SOFTWARE_LICENCE', 'LEVEL_1_COMPLIANCE', 'LEVEL_2_COMPLIANCE', 'LEVEL_3_COMPLIANCE'];

  it('F8, A4, A8: given late, every day between the two ends is local', () => {
    const late = live.and(
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
    );
    expect(local(late.state)).toEqual(rows.map((row) => [row, '2009-06-12', '2009-06-21']));
    expect(exposed(live.state, '2009-03-20')?.localDays).toBe(9);
  });

  it('F8, A9: extended, the local days run to the new end, for the reason that is given', () => {
    const longer = noticed.and(
      command('extend-notice', {
        effectiveDate: '2009-05-29',
        instanceId: 'E1',
        newEndsOn: '2009-07-31',
        problemCategory: 'Repeat prescribing',
      }),
    );
    expect(local(longer.state)).toEqual(rows.map((row) => [row, '2009-06-12', '2009-08-01']));
    expect(answer(longer.state, '2009-05-29')?.notice?.extensions).toMatchObject([
      { newEndsOn: '2009-07-31', problemCategory: 'Repeat prescribing' },
    ]);
    noticed
      .when('extend-notice', {
        effectiveDate: '2009-06-21',
        instanceId: 'E1',
        newEndsOn: '2009-07-31',
        problemCategory: 'Repeat prescribing',
      })
      .thenRefused('NO_NOTICE_RUNNING');
  });

  it('F8, A10: never given, service and local cost run on without end', () => {
    expect(lastServiceDay(live.state, 'E1')).toBeNull();
    expect(local(live.state)).toEqual(rows.map((row) => [row, '2009-06-12', null]));
    expect(found(live.state, '2012-01-01', 'NO_NOTICE_GIVEN')).toHaveLength(1);
    expect(exposed(live.state, '2012-01-01')?.earliestEndsOn).toBe('2012-04-01');
  });
});
