import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { hart, patel, reference, withParameters } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { noticeEnd } from './notice-end.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const extension = {
  effectiveDate: '2009-05-29',
  instanceId: 'E1',
  newEndsOn: '2009-07-31',
  problemCategory: 'Repeat prescribing',
};
const end = (effectiveDate: string) => command('end-source-service', { effectiveDate, instanceId: 'E1' });

describe('S35 A9: the day of an extension', () => {
  it('A9: is the day of the notice itself or later', () => {
    const on = (effectiveDate: string) =>
      noticed.when(
        'extend-notice',
        { ...extension, effectiveDate, reason: 'Found late' },
        patel,
        '2009-05-29T12:00:00.000Z',
      );
    on('2009-03-19').thenRefused('NO_NOTICE_RUNNING');
    on('2009-03-20').thenEvents([{ type: 'NoticeExtended' }]);
  });
  it('R8 A9: is the recorded last day of the service or earlier', () => {
    const ended = noticed.and(end('2009-06-10'));
    const on = (effectiveDate: string) => ended.when('extend-notice', { ...extension, effectiveDate });
    on('2009-06-09').thenEvents([{ type: 'NoticeExtended' }]);
    on('2009-06-10').thenEvents([{ type: 'NoticeExtended' }]);
    on('2009-06-11').thenRefused('SERVICE_ALREADY_ENDED');
  });
  it('A24: one that reaches a retention’s stated first day is flagged, one that ends the day before is not', () => {
    const stated = live.and(
      command('give-notice', {
        effectiveDate: '2009-03-20',
        instanceId: 'E1',
        method: 'Letter',
        retention: { option: 'SINGLE_USER', payer: 'COMMISSIONER', from: '2009-07-31' },
      }),
    );
    stated
      .when('extend-notice', extension)
      .thenEvents([{ type: 'NoticeExtended', payload: { flags: ['RETENTION_BEFORE_SERVICE_END'] } }]);
    const { decision } = stated.when('extend-notice', { ...extension, newEndsOn: '2009-07-30' }).decided;
    expect(decision).toMatchObject({ kind: 'accepted' });
    expect(decision).not.toHaveProperty('events.0.payload.flags');
    const unstated = noticed.when('extend-notice', extension).decided.decision;
    expect(unstated).not.toHaveProperty('events.0.payload.flags');
  });
  it('A9: of two the later one counts, from its own day on', () => {
    const twice = noticed.and(
      command('extend-notice', extension),
      command('extend-notice', { ...extension, effectiveDate: '2009-07-20', newEndsOn: '2009-09-30' }),
    );
    const [notice] = twice.state.notices;
    expect(
      ['2009-05-28', '2009-07-19', '2009-07-20'].map((on) => noticeEnd(twice.state, notice!, on)),
    ).toEqual(['2009-06-20', '2009-07-31', '2009-09-30']);
    expect(noticeEnd(twice.state, notice!)).toBe('2009-09-30');
  });
  it('A30: it lengthens the notice of its own instance alone', () => {
    const both = given(
      ...workedUntil('serviceEnded'),
      ...secondMigration('2010-05-03'),
      command('declare-go-live', { effectiveDate: '2010-06-01', targetInstanceId: 'E2' }),
      command('give-notice', { effectiveDate: '2010-06-01', instanceId: 'V1', method: 'Letter' }),
      command('extend-notice', {
        ...extension,
        effectiveDate: '2010-08-02',
        instanceId: 'V1',
        newEndsOn: '2010-10-31',
      }),
    );
    expect(both.state.notices.map((notice) => [notice.instanceId, noticeEnd(both.state, notice)])).toEqual([
      ['E1', '2009-07-31'],
      ['V1', '2010-10-31'],
    ]);
  });
});

describe('R8: the last day of a service', () => {
  it('R6: may be its first', () =>
    given(...workedUntil('installed'))
      .when('end-source-service', { effectiveDate: '2008-04-01', instanceId: 'E1' }, patel)
      .thenEvents([{ type: 'SourceServiceEnded' }]));
  it('I9: where no notice ran, one given before that day is still recorded', () =>
    live
      .and(end('2009-07-31'))
      .when(
        'give-notice',
        { effectiveDate: '2009-07-30', instanceId: 'E1', method: 'Letter' },
        patel,
        '2009-08-03T12:00:00.000Z',
      )
      .thenEvents([{ type: 'NoticeGiven' }]));
});

describe('I9: a second notice', () => {
  const again = { effectiveDate: '2009-04-20', instanceId: 'E1', method: 'Letter', reason: 'Found late' };
  const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
  const inTheWay = (practice: Given, on = again.effectiveDate) => {
    const { decision } = practice.when(
      'give-notice',
      { ...again, effectiveDate: on },
      patel,
      '2009-05-04T12:00:00.000Z',
    ).decided;
    return decision.kind === 'refused' ? decision.refusal.because : decision.kind;
  };

  it('I9: is told of one that runs', () =>
    expect(inTheWay(noticed)).toBe('Notice for E1 runs until 2009-06-20.'));
  it('F8: is told of one that was withdrawn since', () => {
    const withdrawal = command('withdraw-notice', { effectiveDate: '2009-05-01', instanceId: 'E1' });
    const withdrawn = noticed.and(confirmed(withdrawal, hart));
    expect(inTheWay(withdrawn)).toBe('Notice for E1 ran until its withdrawal on 2009-05-01.');
  });
  it('A5: is told of one that waits for go-live', () => {
    const waiting = inReference(
      contingent,
      ...workedUntil('replanned'),
      command('give-notice', { effectiveDate: '2009-02-27', instanceId: 'E1', method: 'Letter' }),
    );
    expect(inTheWay(waiting, '2009-03-02')).toBe('Notice for E1 is to run from Business Go Live.');
  });
  it('A5: dated before a go-live that is on record by now counts as contingent on it, on the day itself not', () => {
    const live = inReference(contingent, ...workedUntil('live'));
    const on = (effectiveDate: string) =>
      live.when('give-notice', { ...again, effectiveDate }, patel, '2009-03-18T12:00:00.000Z');
    on('2009-03-10').thenEvents([{ type: 'NoticeGiven', payload: { contingentOn: {} } }]);
    on('2009-03-11').thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-06-11' } }]);
  });
});

describe('S34: what a notice keeps', () => {
  it('S34: the reason and the evidence that come with it, and no others', () => {
    const evidence = [{ title: 'Letter to EMIS', sha256: 'a'.repeat(64) }];
    const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
    live
      .when('give-notice', { ...notice, evidence, reason: 'As agreed' }, patel)
      .thenEvents([{ type: 'NoticeGiven', payload: { evidence, reason: 'As agreed' } }]);
    const plain = live.when('give-notice', notice, patel).decided.decision;
    expect(plain).not.toHaveProperty('events.0.payload.evidence');
    expect(plain).not.toHaveProperty('events.0.payload.reason');
  });
});
