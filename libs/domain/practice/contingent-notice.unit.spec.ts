import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { cole, hart, idOf, in90Days, patel, reed, reference, withParameters } from '#testing/fixture.js';
import { workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { findings } from './findings/index.js';
import { noticeEvents } from './notice-end.js';
import { lastServiceDay } from './service-span.js';
import { practiceStateOn } from './practice-states.js';

const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
const notice = { effectiveDate: '2009-02-27', instanceId: 'E1', method: 'Letter' };
const planned = inReference(contingent, ...workedUntil('replanned'));
const noticed = planned.and(command('give-notice', notice));
/** What of W comes between the last agreement on a date and go-live. */
const goingLive = workedUntil('live').slice(workedUntil('replanned').length);
const live = noticed.and(...goingLive);
/** The events on which the end of the first notice rests. */
const endRestsOn = ({ state }: typeof live) => noticeEvents(state, state.notices[0]!);
const answer = ({ state }: typeof live, on: string) => practiceAnswer(state, contingent, on, true)?.notice;

describe('A5: a notice before Business Go Live', () => {
  it('A5: is refused unless the policy in force on its day allows it', () => {
    given(...workedUntil('replanned'))
      .when('give-notice', notice)
      .thenRefused('GO_LIVE_MISSING');
    given(...workedUntil('live'))
      .when('give-notice', { ...notice, reason: 'Sent early' }, patel, '2009-03-13T12:00:00.000Z')
      .thenRefused('NOTICE_BEFORE_GO_LIVE');
  });

  it('A5: is contingent on the open migration away from its system, and has no end', () => {
    planned.when('give-notice', notice).thenEvents([
      {
        type: 'NoticeGiven',
        payload: {
          instanceId: 'E1',
          minMonths: 3,
          contingentOn: {
            migrationId: workedMigrationId,
            endConvention: 'CORRESPONDING_DATE',
            basis: 'GIVEN',
          },
        },
      },
    ]);
    expect(lastServiceDay(noticed.state, 'E1')).toBeNull();
    expect(answer(noticed, '2009-02-27')).toMatchObject({
      status: 'CONTINGENT',
      endsOn: null,
      earliestEndsOn: null,
      latestZeroCostDate: null,
    });
    expect(practiceStateOn(noticed.state, contingent, '2009-02-27')).toBe('MIGRATING');
  });

  it('A5: needs a migration that leaves its system, asked for by then, and not abandoned since', () => {
    inReference(contingent, ...workedUntil('extracted'))
      .when('give-notice', { ...notice, effectiveDate: '2009-03-09', instanceId: 'V1' })
      .thenRefused('GO_LIVE_MISSING');
    const at = '2009-03-04T12:00:00.000Z';
    const late = { ...notice, reason: 'Found late' };
    planned
      .when('give-notice', { ...late, effectiveDate: '2008-11-09' }, patel, at)
      .thenRefused('GO_LIVE_MISSING');
    planned
      .and(
        confirmed(
          command('abandon-migration', { effectiveDate: '2009-03-02', cause: 'Supplier has left' }, patel),
          reed,
        ),
      )
      .when('give-notice', late, patel, at)
      .thenRefused('GO_LIVE_MISSING');
  });

  it('A5, A4: its clock starts at go-live', () => {
    expect(lastServiceDay(live.state, 'E1')).toBe('2009-06-11');
    expect(answer(live, '2009-03-10')).toMatchObject({ status: 'CONTINGENT', endsOn: null });
    expect(answer(live, '2009-03-11')).toMatchObject({
      status: 'RUNNING',
      givenOn: '2009-02-27',
      endsOn: '2009-06-11',
      earliestEndsOn: '2009-06-11',
      latestZeroCostDate: '2009-03-11',
    });
    const licence = fundingTimeline(live.state, contingent).filter(
      ({ instanceId, row }) => instanceId === 'E1' && row === 'SOFTWARE_LICENCE',
    );
    expect(licence.map(({ reason, to }) => [reason, to])).toEqual([
      ['CALL_OFF', '2009-03-11'],
      ['BEDDING_IN', '2009-06-12'],
    ]);
    expect(licence.at(-1)?.events).toContain(noticed.state.notices[0]?.eventId);
  });

  it('A5, A1: counted in the days of the policy set in force when it was given', () => {
    const { state } = inReference(
      withParameters(contingent, in90Days),
      ...workedUntil('replanned'),
      command('give-notice', notice),
      ...goingLive,
    );
    expect(lastServiceDay(state, 'E1')).toBe('2009-06-09');
  });

  it('A5, A19: its end follows a correction of go-live, without being short', () => {
    const reason = 'The servers were switched on 25 March';
    const corrected = live.and(
      confirmed(
        command(
          'correct-go-live',
          { effectiveDate: '2009-03-25', reason },
          patel,
          '2009-04-02T09:50:00.000Z',
        ),
        cole,
      ),
    );
    expect(lastServiceDay(corrected.state, 'E1')).toBe('2009-06-25');
    expect(endRestsOn(corrected)).toEqual([
      noticed.history.events.at(-1)!.id,
      corrected.history.events.at(-1)!.id,
    ]);
    expect(corrected.history.events.at(-1)?.payload).not.toHaveProperty('flags');
  });

  it('A5: an end that it states is the earliest', () => {
    const stated = (endsOn: string) =>
      planned.and(command('give-notice', { ...notice, endsOn }), ...goingLive).state;
    expect(lastServiceDay(stated('2009-06-10'), 'E1')).toBe('2009-06-11');
    expect(lastServiceDay(stated('2009-07-31'), 'E1')).toBe('2009-07-31');
  });

  it('A5, A6: counted from the day received, where the policy says so', () => {
    const received = withParameters(contingent, { 'notice.basis': 'RECEIVED' });
    const acknowledgement = command(
      'acknowledge-notice',
      { effectiveDate: '2009-03-16', instanceId: 'E1', receivedOn: '2009-03-16' },
      hart,
    );
    const waiting = inReference(received, ...workedUntil('replanned'), command('give-notice', notice));
    const counted = waiting.and(...goingLive);
    const acknowledged = counted.and(acknowledgement);
    expect(lastServiceDay(counted.state, 'E1')).toBe('2009-06-11');
    expect(lastServiceDay(acknowledged.state, 'E1')).toBe('2009-06-16');
    const [noticeId, goLiveId] = [waiting, counted].map(({ history }) => history.events.at(-1)!.id);
    expect(endRestsOn(counted)).toEqual([noticeId, goLiveId]);
    expect(endRestsOn(acknowledged)).toEqual([noticeId, goLiveId, acknowledged.history.events.at(-1)!.id]);
    expect(endRestsOn(live.and(acknowledgement))).toEqual(endRestsOn(live));
  });

  it('A5, I9: one at a time, and no extension before it has an end', () => {
    noticed.when('give-notice', { ...notice, effectiveDate: '2009-03-02' }).thenRefused('NOTICE_RUNNING');
    live.when('give-notice', { ...notice, effectiveDate: '2009-03-16' }).thenRefused('NOTICE_RUNNING');
    const extension = {
      effectiveDate: '2009-03-02',
      instanceId: 'E1',
      newEndsOn: '2009-07-31',
      problemCategory: 'Printing',
    };
    noticed.when('extend-notice', extension).thenRefused('NO_NOTICE_RUNNING');
    live
      .when('extend-notice', { ...extension, effectiveDate: '2009-03-16' })
      .thenEvents([{ type: 'NoticeExtended' }]);
  });

  it('A5, S36: takes no retention order along, which needs a go-live: kept whole or refused whole', () => {
    const retention = { option: 'DATR', payer: 'COMMISSIONER' } as const;
    planned.when('give-notice', { ...notice, retention }).thenRefused('GO_LIVE_MISSING');
  });

  it('A5, F8: is withdrawn like any other', () => {
    const withdrawn = noticed.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-03-02', instanceId: 'E1' }), hart),
      ...goingLive,
    );
    expect(lastServiceDay(withdrawn.state, 'E1')).toBeNull();
    expect(answer(withdrawn, '2009-03-02')).toMatchObject({ status: 'WITHDRAWN', endsOn: null });
  });

  it('A5: lapses when its migration ends without a go-live, and may be given anew', () => {
    const early = { ...notice, effectiveDate: '2008-12-15' };
    const refused = inReference(
      contingent,
      ...workedUntil('submitted'),
      command('give-notice', early),
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
    );
    expect(answer(refused, '2008-12-19')?.status).toBe('CONTINGENT');
    const again = refused.and(
      command('request-migration', {
        effectiveDate: '2009-01-05',
        sourceInstanceId: 'E1',
        reasons: ['Better prescribing support'],
      }),
    );
    expect(answer(again, '2009-01-04')?.status).toBe('CONTINGENT');
    expect(answer(again, '2009-01-05')?.status).toBe('LAPSED');
    expect(lastServiceDay(again.state, 'E1')).toBeNull();
    again
      .when('give-notice', { ...notice, effectiveDate: '2009-01-06' })
      .thenEvents([{ type: 'NoticeGiven', payload: { contingentOn: { migrationId: idOf(12) } } }]);
    again
      .when(
        'acknowledge-notice',
        { effectiveDate: '2009-01-06', instanceId: 'E1', receivedOn: '2009-01-06' },
        hart,
      )
      .thenRefused('NO_NOTICE_RUNNING');
  });

  it('A5, F5: lapses when its migration is abandoned', () => {
    const abandoned = noticed.and(
      confirmed(
        command('abandon-migration', { effectiveDate: '2009-03-02', cause: 'Supplier has left' }, patel),
        reed,
      ),
    );
    expect(answer(abandoned, '2009-03-01')?.status).toBe('CONTINGENT');
    expect(answer(abandoned, '2009-03-02')?.status).toBe('LAPSED');
    expect(lastServiceDay(abandoned.state, 'E1')).toBeNull();
  });

  it('A5, A20: runs on after a rollback until it is withdrawn, and waits again after a retraction', () => {
    const returned = live.and(
      confirmed(command('roll-back', { effectiveDate: '2009-03-20', cause: 'Printing' }, patel), reed),
    );
    const codes = ({ state }: typeof live) =>
      findings(state, contingent, '2009-03-20').map(({ code }) => code);
    expect(codes(returned)).toContain('NOTICE_AFTER_ROLLBACK');
    const withdrawn = returned.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-03-20', instanceId: 'E1' }), hart),
    );
    expect(codes(withdrawn)).not.toContain('NOTICE_AFTER_ROLLBACK');
    expect(lastServiceDay(withdrawn.state, 'E1')).toBeNull();
    const retracted = live.and(
      confirmed(
        command(
          'retract-go-live',
          {
            effectiveDate: '2009-03-20',
            targetEventId: live.history.events.at(-1)?.id ?? '',
            reason: 'Never',
          },
          patel,
        ),
        cole,
      ),
    );
    expect(answer(retracted, '2009-03-20')?.status).toBe('CONTINGENT');
    expect(codes(retracted)).not.toContain('GO_LIVE_RETRACTED');
  });
});
