import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { cole, idOf, moss, national, patel, reed, reference, withParameters } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { brokenInvariants } from './invariants.js';

const close = (effectiveDate: string, at?: string) =>
  command('close-practice', { effectiveDate }, national, at);
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);
const codes = (of: Given, on: string) => answer(of, on)?.findings.map(({ code }) => code);
const openIn = ({ state }: Given) => state.migrations.map(({ status, closedOn }) => [status, closedOn]);

const extracted = given(...workedUntil('extracted'));
/** Closed on 10 March 2009, a day before W goes live. */
const closed = extracted.and(close('2009-03-10'));

describe('F10: the open migration of a practice that closes', () => {
  it.each([
    ['close-practice', close('2009-03-10')],
    ['merge-practice', command('merge-practice', { effectiveDate: '2009-03-10', into: 'A00002' })],
    [
      'split-practice',
      command('split-practice', { effectiveDate: '2009-03-10', into: ['A00002', 'A00003'] }),
    ],
  ])('F10, I1: is over from the day after its last: %s', (_name, step) => {
    expect(openIn(extracted.and(step))).toEqual([['OPEN', '2009-03-11']]);
  });
  it('F10: of one that is split and goes on, it goes on too', () =>
    expect(
      openIn(
        extracted.and(command('split-practice', { effectiveDate: '2009-03-10', into: ['A00001', 'A00002'] })),
      ),
    ).toEqual([['OPEN', null]]));
  it('F10: is told as closed, with its flag, its refusal and its dispute', () => {
    const refused = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      command('raise-dispute', { effectiveDate: '2009-01-05', subject: 'REFUSAL', grounds: ['It is safe'] }),
      close('2009-01-31'),
    );
    expect(answer(refused, '2009-01-31')?.migration).toMatchObject({
      decision: 'DISPUTED',
      flags: ['DISPUTE'],
    });
    expect(answer(refused, '2009-02-01')?.migration).toMatchObject({
      decision: 'CLOSED_REFUSED',
      flags: ['PRACTICE_CLOSED'],
    });
    const toSha = { effectiveDate: '2009-02-02', level: 'SHA' } as const;
    refused.when('escalate-dispute', toSha).thenRefused('DISPUTE_NOT_OPEN');
    refused
      .when('record-determination', { effectiveDate: '2009-02-02', outcome: 'WITHDRAWN' })
      .thenEvents([{ type: 'DisputeDetermined' }]);
  });
  it('F10, F5: one that had been given up was closed by that, and not with the practice', () => {
    const abandoned = extracted.and(
      confirmed(command('abandon-migration', { effectiveDate: '2009-03-10', cause: 'Closing' }, patel), reed),
      close('2009-03-10'),
    );
    expect(openIn(abandoned)).toEqual([['CLOSED', '2009-03-10']]);
    expect(answer(abandoned, '2009-03-11')?.migration?.flags).toEqual([]);
  });
  it('F10, R10: takes nothing more of the days after, which the practice did not see', () => {
    const later = '2009-03-12T12:00:00.000Z';
    closed
      .when('abandon-migration', { effectiveDate: '2009-03-11', cause: 'Closed' }, patel, later)
      .thenRefused('PRACTICE_CLOSED');
    closed
      .when('raise-data-access-problem', { effectiveDate: '2009-03-11', problem: 'No answer' }, reed, later)
      .thenRefused('PRACTICE_CLOSED');
    closed
      .when('report-go-live', { effectiveDate: '2009-03-11' }, moss, later)
      .thenRefused('PRACTICE_CLOSED');
    closed
      .when('report-go-live', { effectiveDate: '2009-03-10' }, moss, later)
      .thenEvents([{ type: 'GoLiveReported' }]);
  });
  it('F10, A19: nor does its go-live come to lie on a day after its last', () => {
    const correct = (effectiveDate: string) =>
      given(...workedUntil('live'), close('2009-03-31')).when(
        'correct-go-live',
        { effectiveDate, reason: 'As the log says' },
        patel,
        '2009-04-06T12:00:00.000Z',
      );
    correct('2009-04-01').thenRefused('PRACTICE_CLOSED');
    correct('2009-03-31').thenProposed('PCT');
  });
  const goLive = { effectiveDate: '2009-03-10', targetInstanceId: 'V1' };
  it('F10, R1, R10: what happened by its last day is recorded still, a go-live too', () => {
    closed
      .when(
        'abandon-migration',
        { effectiveDate: '2009-03-10', cause: 'Closed' },
        patel,
        '2009-03-12T12:00:00.000Z',
      )
      .thenProposed('PR');
    closed
      .when('declare-go-live', goLive, reed, '2009-03-12T12:00:00.000Z')
      .thenEvents([{ type: 'GoLiveDeclared', payload: { migrationId: workedMigrationId } }]);
    const live = closed.and(command('declare-go-live', goLive, reed, '2009-03-12T12:00:00.000Z'));
    expect(openIn(live)).toEqual([['LIVE', null]]);
    expect(answer(live, '2009-03-11')?.migration?.flags).toEqual([]);
  });
  it('F10, R10: a closure that lies ahead lets it go on until then', () => {
    const ahead = extracted.and(close('2009-06-30', '2009-03-09T19:00:00.000Z'));
    expect(openIn(ahead)).toEqual([['OPEN', '2009-07-01']]);
    const live = ahead.and(...workedUntil('live').slice(workedUntil('extracted').length));
    expect(openIn(live)).toEqual([['LIVE', null]]);
  });
  it('F10: one that is requested late for a day before is over with the practice too', () => {
    const requested = given(...workedUntil('contacted')).and(
      close('2008-11-30'),
      command(
        'request-migration',
        { effectiveDate: '2008-11-28', sourceInstanceId: 'E1', reasons: ['Slow'] },
        reed,
        '2008-12-02T12:00:00.000Z',
      ),
    );
    expect(openIn(requested)).toEqual([['OPEN', '2008-12-01']]);
  });
});

describe('F10: what the migration of a closed practice leaves to be done', () => {
  it('F10, F5: its order is to be cancelled, and the media of its extracts are asked for', () => {
    expect(codes(closed, '2009-03-10')).not.toContain('ORDER_NOT_CANCELLED');
    const found = answer(closed, '2009-03-11')?.findings.filter(({ rule }) => rule === 'F10');
    expect(found).toEqual([
      {
        code: 'EXTRACT_MEDIA_HELD',
        rule: 'F10',
        message:
          'The migration ended with the practice on 2009-03-10, and nothing is on record of what became of MEDIA-0001, the extract of 2009-03-09.',
        events: [idOf(25), idOf(24)],
      },
      {
        code: 'ORDER_NOT_CANCELLED',
        rule: 'F10',
        message:
          'The migration ended with the practice on 2009-03-10, and the order TRACK-0001 for INPS.VISION-3 still stands on the Tracking Database: cancel it.',
        events: [idOf(25), idOf(18)],
      },
      {
        code: 'SERVICE_END_NOT_RECORDED',
        rule: 'F10',
        message:
          'The practice closed on 2009-03-10, and no end of the service of E1 is on record: record its end.',
        events: [idOf(3), idOf(25)],
        instanceId: 'E1',
      },
    ]);
    const cancelled = closed.and(
      command('cancel-order', { effectiveDate: '2009-03-12', trackingRef: 'TRACK-0001' }),
    );
    expect(codes(cancelled, '2009-03-12')).not.toContain('ORDER_NOT_CANCELLED');
  });
  it('F10, F5: it may be given up for its last day, which says what became of the media', () => {
    const mediaDisposal = [{ extractId: idOf(24), disposal: 'Returned to the practice' }];
    const at = '2009-03-12T12:00:00.000Z';
    const abandon = { effectiveDate: '2009-03-10', cause: 'The practice closed', mediaDisposal };
    const abandoned = closed.and(confirmed(command('abandon-migration', abandon, patel, at), reed));
    expect(codes(abandoned, '2009-03-12')).not.toContain('EXTRACT_MEDIA_HELD');
  });
  it('F10: of a practice that closed while none was open, nothing', () => {
    const live = given(...workedUntil('live')).and(close('2009-03-31'));
    expect(codes(live, '2009-04-01')).not.toContain('ORDER_NOT_CANCELLED');
    expect(codes(live, '2009-04-01')).not.toContain('EXTRACT_MEDIA_HELD');
  });
});

describe('F10: what the migration of a closed practice stands in the way of no more', () => {
  const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
  const notice = { effectiveDate: '2009-02-27', instanceId: 'E1', method: 'Letter' };
  const noticed = inReference(contingent, ...workedUntil('replanned')).and(command('give-notice', notice));
  const statusOn = ({ state }: Given, on: string) =>
    practiceAnswer(state, contingent, on, true)?.notice?.status;

  it('A5, F10: a contingent notice lapses on the day after, and stands until then', () => {
    const ended = noticed.and(close('2009-03-06', '2009-03-02T12:00:00.000Z'));
    expect(statusOn(ended, '2009-03-06')).toBe('CONTINGENT');
    expect(statusOn(ended, '2009-03-07')).toBe('LAPSED');
    const withdrawal = { instanceId: 'E1', effectiveDate: '2009-03-04' };
    ended.when('withdraw-notice', withdrawal).thenProposed('SUP');
    ended.when('give-notice', { ...notice, effectiveDate: '2009-03-04' }).thenRefused('NOTICE_RUNNING');
    ended
      .when('withdraw-notice', { ...withdrawal, effectiveDate: '2009-03-07' })
      .thenRefused('NO_NOTICE_RUNNING');
  });

  const live = given(...workedUntil('live'));
  const second = live.and(...secondMigration('2009-04-03').slice(0, 2), close('2009-04-15'));
  const retraction = {
    effectiveDate: '2009-04-16',
    targetEventId: idOf(25),
    reason: 'Declared for the wrong practice',
  };
  const declared = live.state.migrations[0]?.goLive?.events[0] ?? '';

  it('F7, I1: an earlier go-live is retracted after that, and its migration is closed as well', () => {
    const retract = { ...retraction, targetEventId: declared };
    second
      .when('retract-go-live', { ...retract, effectiveDate: '2009-04-15' }, patel)
      .thenRefused('MIGRATION_OPEN');
    const retracted = second.and(confirmed(command('retract-go-live', retract, patel), cole));
    expect(openIn(retracted)).toEqual([
      ['CLOSED', '2009-04-16'],
      ['OPEN', '2009-04-16'],
    ]);
    expect(brokenInvariants(retracted.state)).toEqual([]);
  });
  it('F7: a retracted go-live of the only migration leaves it open until the last day', () => {
    const retracted = live.and(
      close('2009-04-15'),
      confirmed(command('retract-go-live', { ...retraction, targetEventId: declared }, patel), cole),
    );
    expect(openIn(retracted)).toEqual([['OPEN', '2009-04-16']]);
    retracted
      .when(
        'declare-go-live',
        { effectiveDate: '2009-04-14', targetInstanceId: 'V1' },
        reed,
        '2009-04-17T12:00:00.000Z',
      )
      .thenEvents([{ type: 'GoLiveDeclared' }]);
  });
  it.each(['2009-04-15', '2009-04-16'])('A20, F6: practice and PCT return to the former system, %s', (on) =>
    second
      .when('roll-back', { effectiveDate: on, cause: 'The successor keeps the old system' }, patel)
      .thenProposed('PR'),
  );
});
