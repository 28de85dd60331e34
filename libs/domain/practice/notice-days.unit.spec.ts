import { command, given } from '#testing/decisions.js';
import { patel } from '#testing/fixture.js';
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
    const ends = both.state.notices.map((notice) => [notice.instanceId, noticeEnd(both.state, notice)]);
    expect(ends).toEqual([
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
