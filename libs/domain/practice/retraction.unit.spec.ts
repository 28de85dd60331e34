import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, idOf, moss, national, patel, reed, reference } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { brokenInvariants } from './invariants.js';
import { openSpans } from './open-spans.js';
import { lastServiceDay } from './service-span.js';
import { practiceAnswer } from './answer.js';
import { practiceStateOn } from './practice-states.js';
import { systemOn } from './system-held.js';

/** The go-live of W is declared by its 25th command. */
const retraction = {
  effectiveDate: '2009-04-06',
  targetEventId: idOf(25),
  reason: 'Declared for the wrong practice',
};
const retract = confirmed(command('retract-go-live', retraction, patel), cole);
const live = given(...workedUntil('live'));
const retracted = live.and(retract);
const withNotice = given(...workedUntil('corrected')).and(retract);
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);

describe('retract-go-live', () => {
  it('I14, F7: two people of the PCT together', () => {
    live.when('retract-go-live', retraction, reed).thenRefused('ROLE_NOT_ALLOWED');
    live.when('retract-go-live', retraction, patel).thenProposed('PCT');
    const proposed = live.and(command('retract-go-live', retraction, patel));
    proposed.whenConfirmed(patel, '2009-04-06T13:00:00.000Z').thenRefused('SECOND_PERSON_REQUIRED');
    proposed.whenConfirmed(cole, '2009-04-06T13:00:00.000Z').thenEvents([
      {
        type: 'GoLiveRetracted',
        payload: {
          migrationId: workedMigrationId,
          targetEventId: idOf(25),
          reason: 'Declared for the wrong practice',
        },
      },
    ]);
    expect(answer(proposed, '2009-04-06')?.migration?.flags).toContain('UNDER_CORRECTION');
  });
  it('F7: of the latest go-live, by the event that declared it', () => {
    given(...workedUntil('extracted'))
      .when('retract-go-live', retraction, patel)
      .thenRefused('GO_LIVE_MISSING');
    live
      .when('retract-go-live', { ...retraction, targetEventId: idOf(24) }, patel)
      .thenRefused('GO_LIVE_NOT_THE_LATEST');
    live
      .and(confirmed(command('roll-back', { effectiveDate: '2009-04-03', cause: 'Slow' }, reed), patel))
      .when('retract-go-live', retraction, patel)
      .thenRefused('GO_LIVE_ROLLED_BACK');
  });
  it('R10, F7: on the day of the go-live or later, for before it there was none to retract', () => {
    const late = '2009-03-20T12:00:00.000Z';
    const on = (effectiveDate: string) =>
      live.when('retract-go-live', { ...retraction, effectiveDate }, patel, late);
    on('2009-03-10').thenRefused('DATE_ORDER');
    on('2009-03-11').thenProposed('PCT');
  });
  it('I1: refused while another migration is open', () =>
    live
      .and(...secondMigration('2009-04-03').slice(0, 2))
      .when('retract-go-live', retraction, patel)
      .thenRefused('MIGRATION_OPEN'));
  it('I1: a refused one too, until the next request; and of one that closed with its practice the day is told', () => {
    const next = live.and(...secondMigration('2009-04-03').slice(0, 2));
    const refusedOne = next.and(command('refuse-change', { effectiveDate: '2009-04-03', grounds: ['Cost'] }));
    expect(refusedOne.when('retract-go-live', retraction, patel).decided.decision).toMatchObject({
      refusal: {
        code: 'MIGRATION_OPEN',
        because: 'The migration requested on 2009-04-03 is open.',
      },
    });
    const closed = next.and(command('close-practice', { effectiveDate: '2009-04-30' }, national));
    const on = (effectiveDate: string) =>
      closed.when('retract-go-live', { ...retraction, effectiveDate }, patel, '2009-05-05T12:00:00.000Z');
    expect(on('2009-04-30').decided.decision).toMatchObject({
      refusal: {
        code: 'MIGRATION_OPEN',
        because: 'The migration requested on 2009-04-03 was open on 2009-04-30.',
      },
    });
    on('2009-05-01').thenProposed('PCT');
  });
  it('S37, F7: of its two times of being open the first is told as well', () => {
    const over = retracted.and(
      confirmed(command('abandon-migration', { effectiveDate: '2009-04-08', cause: 'Cost' }, reed), patel),
    );
    const proposal = { date: '2009-04-20', reason: 'Found late' };
    expect(
      over.when(
        'propose-date',
        { effectiveDate: '2009-03-01', ...proposal },
        reed,
        '2009-04-09T12:00:00.000Z',
      ).decided.decision,
    ).toMatchObject({
      refusal: { because: 'No migration is open any more that was open on 2009-03-01.' },
    });
  });
  it('I1, F7: it was open to the day before, and again from the day on which that was recorded', () =>
    expect(openSpans(retracted.state.migrations[0]!)).toEqual([
      { from: '2008-11-10', until: '2009-03-10' },
      { from: '2009-04-06', until: null },
    ]));
  it('I1, F7: given up before the retracted go-live, it was open until then only, and another may be asked for', () => {
    const { state } = retracted.and(
      confirmed(
        command(
          'abandon-migration',
          { effectiveDate: '2009-03-05', cause: 'Cost', reason: 'Found late' },
          reed,
          '2009-04-08T12:00:00.000Z',
        ),
        patel,
      ),
      command(
        'request-migration',
        { effectiveDate: '2009-03-05', sourceInstanceId: 'E1', reasons: ['Slow'], reason: 'Found late' },
        reed,
        '2009-04-09T12:00:00.000Z',
      ),
    );
    expect(state.migrations.map(openSpans)).toEqual([
      [{ from: '2008-11-10', until: '2009-03-04' }],
      [{ from: '2009-03-05', until: null }],
    ]);
    expect(brokenInvariants(state)).toEqual([]);
  });
  it('I1, R10: or was open on the day of the retraction, or after it', () => {
    const abandoned = live.and(
      ...secondMigration('2009-04-03').slice(0, 2),
      confirmed(command('abandon-migration', { effectiveDate: '2009-04-10', cause: 'Cost' }, reed), patel),
    );
    const on = (effectiveDate: string) =>
      abandoned.when('retract-go-live', { ...retraction, effectiveDate }, patel, '2009-04-14T12:00:00.000Z');
    on('2009-04-02').thenRefused('MIGRATION_OPEN');
    on('2009-04-09').thenRefused('MIGRATION_OPEN');
    on('2009-04-10').thenProposed('PCT');
  });
});

describe('F7: a retracted go-live never happened', () => {
  it('R3: but a date that was proposed before it is to be proposed anew', () => {
    const replan = { effectiveDate: '2009-03-10', date: '2009-04-16', cause: 'SUPPLIER' } as const;
    const proposed = given(...workedUntil('extracted')).and(command('replan', replan, moss));
    const after = proposed.and(
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }),
      confirmed(command('retract-go-live', { ...retraction, targetEventId: idOf(26) }, patel), cole),
    );
    const agreement = { effectiveDate: '2009-04-07', proposalEventId: idOf(25) };
    after.when('agree-date', agreement, reed).thenRefused('DATE_PROPOSAL_NOT_OPEN');
    after.when('replan', replan, moss).thenEvents([{ type: 'MigrationDateProposed' }]);
  });
  it('I1: the migration is open again, on every day since its request', () => {
    expect(retracted.state.migrations[0]).toMatchObject({ status: 'OPEN', goLive: null });
    expect(answer(retracted, '2009-03-20')).toMatchObject({
      state: 'MIGRATING',
      beddingIn: null,
      cutover: null,
      migration: { delivery: 'EXTRACTED', goLive: null },
    });
    retracted
      .when('retain-system', { effectiveDate: '2009-04-07', instanceId: 'E1' })
      .thenRefused('MIGRATION_OPEN');
  });
  it('R6: the target has no life, the source held the records, and funding is as if never live', () => {
    expect(systemOn(retracted.state, '2009-03-20')).toMatchObject({ instanceId: 'E1' });
    const before = given(...workedUntil('extracted'));
    expect(fundingTimeline(retracted.state, reference)).toEqual(fundingTimeline(before.state, reference));
  });
  it('F7: notice and retention stay on record, each with a finding for review', () => {
    const { findings = [] } = answer(withNotice, '2009-04-06') ?? {};
    expect(findings.filter(({ code }) => code === 'GO_LIVE_RETRACTED')).toMatchObject([
      {
        rule: 'F7',
        instanceId: 'E1',
        message:
          'The notice of 2009-03-20 for E1 rests on a go-live that was retracted on 2009-04-06: review it.',
      },
      {
        message:
          'The retention order of 2009-03-20 for E1 rests on a go-live that was retracted on 2009-04-06: review it.',
      },
    ]);
    expect(lastServiceDay(withNotice.state, 'E1')).toBe('2009-06-20');
    expect(answer(retracted, '2009-04-06')?.findings.map(({ code }) => code)).not.toContain(
      'GO_LIVE_RETRACTED',
    );
  });
  it('F7: what was signed off must be signed off again, and go-live may be declared again, for the same day too', () => {
    expect(withNotice.state.migrations[0]?.signedOff).toEqual({});
    retracted
      .when('sign-off-migration', { effectiveDate: '2009-04-07', exceptions: [] })
      .thenRefused('GO_LIVE_MISSING');
    const again = { effectiveDate: '2009-03-11', targetInstanceId: 'V1' };
    retracted
      .when('declare-go-live', again, reed, '2009-04-07T12:00:00.000Z')
      .thenEvents([{ type: 'GoLiveDeclared', payload: { migrationId: workedMigrationId } }]);
    const live2 = retracted.and(command('declare-go-live', again, reed, '2009-04-07T12:00:00.000Z'));
    expect(practiceStateOn(live2.state, reference, '2009-03-20')).toBe('BEDDING_IN');
    expect(answer(live2, '2009-04-07')?.findings.map(({ code }) => code)).not.toContain('GO_LIVE_RETRACTED');
  });
  it('S10: a contact before the go-live that never was counts again', () =>
    expect(retracted.state.contacts).toHaveLength(1));
});
