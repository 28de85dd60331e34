import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  cole,
  hart,
  idOf,
  in90Days,
  moss,
  otherPct,
  patel,
  reed,
  reference,
  withParameters,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceCommands } from './commands.js';
import { lastServiceDay } from './service-span.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const extended = given(...workedUntil('extended'));
const ended = given(...workedUntil('serviceEnded'));
const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
const march23 = '2009-03-23T09:40:00.000Z';
const extension = {
  effectiveDate: '2009-05-29',
  instanceId: 'E1',
  newEndsOn: '2009-07-31',
  problemCategory: 'Repeat prescribing',
};

describe('give-notice', () => {
  it('S34, R9, R20: left without an end it ends at the minimum; supplier and id are derived', () => {
    live.when('give-notice', notice, patel, march23).thenEvents([
      {
        type: 'NoticeGiven',
        payload: {
          effectiveDate: '2009-03-20',
          noticeId: idOf(26),
          instanceId: 'E1',
          supplier: 'EMIS',
          minMonths: 3,
          endsOn: '2009-06-20',
          earliestEndsOn: '2009-06-20',
        },
      },
    ]);
    expect(live.when('give-notice', notice, patel, march23).decided.decision).not.toHaveProperty(
      'events.0.payload.countedFromReceipt',
    );
    expect(practiceCommands['give-notice'].safeParse({ ...notice, supplier: 'EMIS' }).success).toBe(false);
  });

  it('I8, S34: only the PCT gives notice', () => {
    live.when('give-notice', notice, reed, march23).thenRefused('ROLE_NOT_ALLOWED');
    live.when('give-notice', notice, hart, march23).thenRefused('ROLE_NOT_ALLOWED');
    live.when('give-notice', notice, otherPct, march23).thenRefused('NOT_YOUR_PRACTICE');
  });

  it('I8, A4: never ends before three months from the day given', () => {
    live
      .when('give-notice', { ...notice, endsOn: '2009-06-19' }, patel, march23)
      .thenRefused('NOTICE_TOO_SHORT');
    live
      .when('give-notice', { ...notice, endsOn: '2009-06-20' }, patel, march23)
      .thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-06-20' } }]);
    live
      .when('give-notice', { ...notice, endsOn: '2009-08-31' }, patel, march23)
      .thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-08-31', earliestEndsOn: '2009-06-20' } }]);
  });

  it('I8, A1: never before 90 days, where the policy set in force counts in days', () => {
    const of90Days = inReference(withParameters(reference, in90Days), ...workedUntil('live'));
    of90Days
      .when('give-notice', { ...notice, endsOn: '2009-06-17' }, patel, march23)
      .thenRefused('NOTICE_TOO_SHORT');
    const outcome = of90Days.when('give-notice', notice, patel, march23);
    outcome.thenEvents([
      {
        type: 'NoticeGiven',
        payload: { minDays: 90, endsOn: '2009-06-18', earliestEndsOn: '2009-06-18' },
      },
    ]);
  });

  it('A6: the day given counts, not the day on which it is recorded', () => {
    live
      .when('give-notice', notice, patel, '2009-03-27T12:00:00.000Z')
      .thenEvents([{ type: 'NoticeGiven', payload: { effectiveDate: '2009-03-20', endsOn: '2009-06-20' } }]);
  });

  it('A4, S25: given on the day of go-live it ends with the bedding-in', () => {
    live
      .when('give-notice', { ...notice, effectiveDate: '2009-03-11' }, patel, '2009-03-13T12:00:00.000Z')
      .thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-06-11' } }]);
  });

  it('A5, S37: not before Business Go Live, and not without one', () => {
    const early = { ...notice, effectiveDate: '2009-03-10', reason: 'Sent early' };
    live.when('give-notice', early, patel, march23).thenRefused('NOTICE_BEFORE_GO_LIVE');
    given(...workedUntil('extracted'))
      .when('give-notice', notice, patel, march23)
      .thenRefused('GO_LIVE_MISSING');
  });

  it('A30: covers one instance, the source of a go-live', () => {
    live.when('give-notice', { ...notice, instanceId: 'V1' }, patel, march23).thenRefused('GO_LIVE_MISSING');
    live.when('give-notice', { ...notice, instanceId: 'X9' }, patel, march23).thenRefused('INSTANCE_UNKNOWN');
  });

  it('I9: one notice runs at a time', () => {
    noticed
      .when('give-notice', { ...notice, effectiveDate: '2009-03-24' }, patel)
      .thenRefused('NOTICE_RUNNING');
    noticed
      .when('give-notice', { ...notice, effectiveDate: '2009-06-21' }, patel)
      .thenRefused('INSTANCE_NOT_IN_LIFE');
  });

  it('I9, F8, R10: of several after a day the first is told; one withdrawn on its own day never ran', () => {
    const withdrawn = (effectiveDate: string) =>
      noticed.and(confirmed(command('withdraw-notice', { effectiveDate, instanceId: 'E1' }), hart));
    const late = (of: typeof noticed, effectiveDate: string) =>
      of.when(
        'give-notice',
        { ...notice, effectiveDate, reason: 'Found late' },
        patel,
        '2009-05-05T12:00:00.000Z',
      );
    const twice = withdrawn('2009-04-02').and(
      command('give-notice', { ...notice, effectiveDate: '2009-05-01' }),
    );
    expect(late(twice, '2009-03-25').decided.decision).toMatchObject({
      refusal: {
        code: 'NOTICE_RUNNING',
        because: 'Notice for E1 ran until its withdrawal on 2009-04-02.',
      },
    });
    late(withdrawn('2009-03-20'), '2009-03-19').thenEvents([{ type: 'NoticeGiven' }]);
  });

  it('I9, R8: none runs any more once the end of the service is on record, which replaces its own', () => {
    const end = (effectiveDate: string) => command('end-source-service', { effectiveDate, instanceId: 'E1' });
    const again = (effectiveDate: string) => ({ ...notice, effectiveDate });
    noticed
      .and(end('2009-05-20'))
      .when('give-notice', again('2009-05-21'))
      .thenRefused('INSTANCE_NOT_IN_LIFE');
    noticed.and(end('2009-05-20')).when('give-notice', again('2009-05-20')).thenRefused('NOTICE_RUNNING');
    noticed
      .and(end('2009-08-05'))
      .when('give-notice', again('2009-08-03'), patel, '2009-08-06T12:00:00.000Z')
      .thenRefused('NOTICE_RUNNING');
  });

  it('I10, S29: not while full retention stands, but after it has ended', () => {
    const order = {
      effectiveDate: '2009-03-13',
      instanceId: 'E1',
      option: 'FULL',
      payer: 'COMMISSIONER',
    } as const;
    const full = live.and(command('order-retention', order));
    full.when('give-notice', notice, patel, march23).thenRefused('NOTICE_WHILE_FULL');
    const brief = live.and(command('order-retention', { ...order, until: '2009-03-19' }));
    brief.when('give-notice', notice, patel, march23).thenEvents([{ type: 'NoticeGiven' }]);
    const lasting = live.and(command('order-retention', { ...order, until: '2009-03-20' }));
    lasting.when('give-notice', notice, patel, march23).thenRefused('NOTICE_WHILE_FULL');
    const again = { ...order, effectiveDate: '2009-03-23', from: '2009-03-23' };
    const twice = brief
      .and(command('order-retention', again))
      .when('give-notice', { ...notice, effectiveDate: '2009-03-16' }, patel, march23).decided.decision;
    expect(twice).toMatchObject({
      refusal: { code: 'NOTICE_WHILE_FULL', because: expect.stringContaining('2009-03-13') as string },
    });
  });

  it('S36: takes the retention order along, in one append', () => {
    const retention = { option: 'SINGLE_USER', payer: 'COMMISSIONER' } as const;
    live.when('give-notice', { ...notice, retention }, patel, march23).thenEvents([
      { type: 'NoticeGiven', payload: { endsOn: '2009-06-20' } },
      {
        type: 'RetentionOrdered',
        payload: {
          effectiveDate: '2009-03-20',
          instanceId: 'E1',
          option: 'SINGLE_USER',
          payer: 'COMMISSIONER',
        },
      },
    ]);
  });

  it('S36, A23: notice and retention are refused whole', () => {
    const full = { option: 'FULL', payer: 'COMMISSIONER' } as const;
    live
      .when('give-notice', { ...notice, retention: full }, patel, march23)
      .thenRefused('FULL_WHILE_NOTICE_RUNS');
    const order = {
      effectiveDate: '2009-03-19',
      instanceId: 'E1',
      option: 'DATR',
      payer: 'COMMISSIONER',
    } as const;
    live
      .and(command('order-retention', order))
      .when(
        'give-notice',
        { ...notice, retention: { option: 'SINGLE_USER', payer: 'PRACTICE' } },
        patel,
        march23,
      )
      .thenRefused('RETENTION_STANDS');
  });

  it('R10: more than 7 days late it needs a reason, and every event of the append is flagged', () => {
    const retention = { option: 'SINGLE_USER', payer: 'COMMISSIONER' } as const;
    const late = '2009-03-28T12:00:00.000Z';
    live.when('give-notice', { ...notice, retention }, patel, late).thenRefused('REASON_REQUIRED');
    live.when('give-notice', { ...notice, retention, reason: 'Mislaid' }, patel, late).thenEvents([
      { type: 'NoticeGiven', payload: { flags: ['LATE_ENTRY'], reason: 'Mislaid' } },
      { type: 'RetentionOrdered', payload: { flags: ['LATE_ENTRY'] } },
    ]);
  });
});

describe('extend-notice', () => {
  it('S35, A9: to an explicit later day, by the PCT, while the notice runs', () => {
    noticed.when('extend-notice', extension).thenEvents([
      {
        type: 'NoticeExtended',
        payload: { noticeId: idOf(26), newEndsOn: '2009-07-31', problemCategory: 'Repeat prescribing' },
      },
    ]);
    noticed.when('extend-notice', extension, hart).thenRefused('ROLE_NOT_ALLOWED');
    noticed.when('extend-notice', extension, reed).thenRefused('ROLE_NOT_ALLOWED');
  });

  it('I9, A9: strictly later, on or before the present end', () => {
    noticed
      .when('extend-notice', { ...extension, newEndsOn: '2009-06-20' })
      .thenRefused('EXTENSION_NOT_LATER');
    noticed
      .when('extend-notice', { ...extension, newEndsOn: '2009-06-21' })
      .thenEvents([{ type: 'NoticeExtended' }]);
    noticed
      .when('extend-notice', { ...extension, effectiveDate: '2009-06-20' })
      .thenEvents([{ type: 'NoticeExtended' }]);
    noticed
      .when('extend-notice', { ...extension, effectiveDate: '2009-06-21' })
      .thenRefused('NO_NOTICE_RUNNING');
    live.when('extend-notice', extension).thenRefused('NO_NOTICE_RUNNING');
    live.when('extend-notice', { ...extension, instanceId: 'X9' }).thenRefused('INSTANCE_UNKNOWN');
  });

  it('R8: not after the service has ended', () => {
    noticed
      .and(command('end-source-service', { effectiveDate: '2009-05-20', instanceId: 'E1' }))
      .when('extend-notice', extension)
      .thenRefused('SERVICE_ALREADY_ENDED');
  });

  it('A22: a retention whose stated day does not move with the notice is flagged', () => {
    live
      .and(
        command(
          'give-notice',
          { ...notice, retention: { option: 'SINGLE_USER', from: '2009-06-21', payer: 'COMMISSIONER' } },
          patel,
          march23,
        ),
      )
      .when('extend-notice', extension)
      .thenEvents([{ type: 'NoticeExtended', payload: { flags: ['RETENTION_BEFORE_SERVICE_END'] } }]);
  });
});

describe('end-source-service', () => {
  const end = { effectiveDate: '2009-07-31', instanceId: 'E1' };

  it('R8: by the PCT or the source’s own supplier', () => {
    extended.when('end-source-service', end, patel).thenEvents([{ type: 'SourceServiceEnded' }]);
    extended.when('end-source-service', end, hart).thenEvents([{ type: 'SourceServiceEnded' }]);
    extended.when('end-source-service', end, moss).thenRefused('NOT_YOUR_SYSTEM');
    extended.when('end-source-service', end, reed).thenRefused('ROLE_NOT_ALLOWED');
  });

  it('R8: replaces the notice’s end, earlier or later', () => {
    expect(lastServiceDay(extended.state, 'E1')).toBe('2009-07-31');
    const early = extended.and(command('end-source-service', { ...end, effectiveDate: '2009-07-15' }));
    expect(lastServiceDay(early.state, 'E1')).toBe('2009-07-15');
    const late = extended.and(command('end-source-service', { ...end, effectiveDate: '2009-08-05' }));
    expect(lastServiceDay(late.state, 'E1')).toBe('2009-08-05');
  });

  it('R8: a second, different end is refused; the same day by another adds nothing', () => {
    ended
      .when('end-source-service', { ...end, effectiveDate: '2009-08-01' }, patel)
      .thenRefused('SERVICE_ALREADY_ENDED');
    ended.when('end-source-service', end, hart, '2009-08-01T12:00:00.000Z').thenNothing();
  });

  it('R6: needs an instance in life', () => {
    extended.when('end-source-service', { ...end, instanceId: 'X9' }).thenRefused('INSTANCE_UNKNOWN');
    given(...workedUntil('extracted'))
      .when('end-source-service', { effectiveDate: '2009-03-10', instanceId: 'V1' }, patel)
      .thenRefused('INSTANCE_NOT_IN_LIFE');
    given(...workedUntil('installed'))
      .when(
        'end-source-service',
        { effectiveDate: '2008-03-31', instanceId: 'E1' },
        patel,
        '2008-04-02T12:00:00.000Z',
      )
      .thenRefused('INSTANCE_NOT_IN_LIFE');
  });
});

describe('A19: a corrected go-live and a notice', () => {
  it('A19: notice may be given by the corrected day, never before it', () => {
    const to25 = { effectiveDate: '2009-03-25', reason: 'Cutover was on 25 March' };
    const moved = live.and(
      confirmed(command('correct-go-live', to25, patel, '2009-03-26T09:00:00.000Z'), cole),
    );
    const on26 = '2009-03-26T12:00:00.000Z';
    moved.when('give-notice', notice, patel, on26).thenRefused('NOTICE_BEFORE_GO_LIVE');
    moved
      .when('give-notice', { ...notice, effectiveDate: '2009-03-25' }, patel, on26)
      .thenEvents([{ type: 'NoticeGiven', payload: { endsOn: '2009-06-25' } }]);
  });
});
