import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, idOf, national, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode) =>
  findings(state, reference, on).filter((one) => one.code === code);
const abandon = (effectiveDate: string) =>
  confirmed(command('abandon-migration', { effectiveDate, cause: 'The supplier withdrew' }, reed), patel);

describe('F5: an abandoned migration', () => {
  const abandoned = given(...workedUntil('extracted')).and(abandon('2009-03-10'));

  it('F5: leaves media of which nothing is said, from that day on', () => {
    expect(told(abandoned, '2009-03-09', 'EXTRACT_MEDIA_HELD')).toEqual([]);
    expect(told(abandoned, '2009-03-10', 'EXTRACT_MEDIA_HELD')).toEqual([
      {
        code: 'EXTRACT_MEDIA_HELD',
        rule: 'F5',
        message:
          'The migration was abandoned on 2009-03-10, and nothing is on record of what became of MEDIA-0001, the extract of 2009-03-09.',
        events: [idOf(26), idOf(24)],
      },
    ]);
  });

  it('F5: leaves an order that stands, from that day to its cancellation', () => {
    const cancelled = abandoned.and(
      command('cancel-order', { effectiveDate: '2009-03-16', trackingRef: 'TRACK-0001' }),
    );
    expect(told(cancelled, '2009-03-09', 'ORDER_NOT_CANCELLED')).toEqual([]);
    expect(told(cancelled, '2009-03-10', 'ORDER_NOT_CANCELLED')).toEqual([
      {
        code: 'ORDER_NOT_CANCELLED',
        rule: 'F5',
        message:
          'The migration was abandoned on 2009-03-10, and the order TRACK-0001 for INPS.VISION-3 still stands on the Tracking Database: cancel it.',
        events: [idOf(26), idOf(18)],
      },
    ]);
    expect(told(cancelled, '2009-03-15', 'ORDER_NOT_CANCELLED')).toHaveLength(1);
    expect(told(cancelled, '2009-03-16', 'ORDER_NOT_CANCELLED')).toEqual([]);
    expect(told(given(...workedUntil('extracted')), '2009-03-10', 'ORDER_NOT_CANCELLED')).toEqual([]);
  });
});

describe('I1, F10: a refused migration that another request closed', () => {
  it('I1: ended neither by being given up nor with the practice, though that closes later', () => {
    const over = given(...workedUntil('submitted')).and(
      command(
        'record-extract',
        {
          ...{ effectiveDate: '2008-12-08', kind: 'BACKUP_TAPE', purpose: 'TRIAL', at: '2008-12-08T18:30' },
          ...{ mediaRef: 'MEDIA-0002', reason: 'No other', includesAuditTrail: false, encrypted: true },
        },
        reed,
      ),
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      command('request-migration', {
        effectiveDate: '2009-01-12',
        sourceInstanceId: 'E1',
        reasons: ['Slow'],
      }),
    );
    expect(told(over, '2009-01-12', 'EXTRACT_MEDIA_HELD')).toEqual([]);
    const closed = over.and(command('close-practice', { effectiveDate: '2009-06-30' }));
    expect(told(closed, '2009-07-01', 'EXTRACT_MEDIA_HELD')).toEqual([]);
  });
});

describe('F7: what rests on a go-live that never was', () => {
  const retract = (targetEventId: string, effectiveDate = '2009-04-06') =>
    confirmed(
      command('retract-go-live', { effectiveDate, targetEventId, reason: 'Declared by mistake' }, patel),
      cole,
    );
  const retracted = given(...workedUntil('noticeGiven')).and(retract(idOf(25)));

  it('F7: a notice and a retention order, from their own day on', () => {
    expect(told(retracted, '2009-03-19', 'GO_LIVE_RETRACTED')).toEqual([]);
    const [by] = retracted.state.migrations[0]!.retracted.map((one) => one.by.eventId);
    const found = (what: string, eventId: string) => ({
      code: 'GO_LIVE_RETRACTED',
      rule: 'F7',
      message: `The ${what} of 2009-03-20 for E1 rests on a go-live that was retracted on 2009-04-06: review it.`,
      events: [by, eventId],
      instanceId: 'E1',
    });
    expect(told(retracted, '2009-03-20', 'GO_LIVE_RETRACTED')).toEqual([
      found('notice', idOf(26)),
      found('retention order', idOf(26, 1)),
    ]);
  });

  it('F7: told once though two go-lives were retracted, and no more once the source is left again', () => {
    const declared = command(
      'declare-go-live',
      { effectiveDate: '2009-03-11', targetInstanceId: 'V1' },
      reed,
      '2009-04-07T12:00:00.000Z',
    );
    const again = retracted.and(declared);
    expect(told(again, '2009-04-07', 'GO_LIVE_RETRACTED')).toEqual([]);
    const declaredBy = again.state.migrations[0]!.goLive!.events[0]!;
    const twice = again.and(retract(declaredBy, '2009-04-08'));
    expect(told(twice, '2009-04-08', 'GO_LIVE_RETRACTED')).toHaveLength(2);
  });
});

describe('X7: what a dispute waits for', () => {
  const request = command('request-migration', {
    effectiveDate: '2009-06-01',
    sourceInstanceId: 'E1',
    reasons: ['Better prescribing support'],
  });
  const disputed = given(...workedUntil('submitted')).and(
    command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
    command('raise-dispute', { effectiveDate: '2009-01-05', subject: 'REFUSAL', grounds: ['In budget'] }),
    command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }),
    command('escalate-dispute', { effectiveDate: '2009-02-02', level: 'NHSLA' }),
  );
  const determined = disputed.and(
    command(
      'record-determination',
      { effectiveDate: '2009-04-20', outcome: 'CHANGE_TO_BE_AGREED', document: 'NHSLA 2009/12' },
      national,
    ),
  );

  it('X7: the agreement that was determined, from that day to the PCT’s', () => {
    const agreed = determined.and(
      command('agree-change', { effectiveDate: '2009-05-04', conditions: [], decidedBy: 'J Patel' }),
    );
    expect(told(agreed, '2009-04-19', 'CHANGE_TO_BE_AGREED')).toEqual([]);
    expect(told(agreed, '2009-04-20', 'CHANGE_TO_BE_AGREED')).toMatchObject([
      {
        rule: 'X7',
        message:
          'It was determined on 2009-04-20 that the change is to be agreed, and the PCT has not agreed to it for 0 days.',
      },
    ]);
    expect(told(agreed, '2009-05-03', 'CHANGE_TO_BE_AGREED')).toHaveLength(1);
    expect(told(agreed, '2009-05-04', 'CHANGE_TO_BE_AGREED')).toEqual([]);
  });

  it('X7: not any more once the migration is over, from that day on', () => {
    const over = determined.and(abandon('2009-05-18'));
    expect(told(over, '2009-05-17', 'CHANGE_TO_BE_AGREED')).toHaveLength(1);
    expect(told(over, '2009-05-18', 'CHANGE_TO_BE_AGREED')).toEqual([]);
    expect(told(over.and(request), '2009-06-02', 'CHANGE_TO_BE_AGREED')).toEqual([]);
    expect(told(over.and(request), '2009-05-17', 'CHANGE_TO_BE_AGREED')).toHaveLength(1);
  });
});
