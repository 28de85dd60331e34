import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { idOf, moss, patel, reed, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import type { Reference } from '../reference.js';
import { practiceAnswer } from './answer.js';
import { practiceStateIntervals } from './practice-states.js';
import { systemIntervals } from './system-held.js';
import { beddingInAfter } from './wind-down.js';

const rollback = { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' };
const rollBack = confirmed(command('roll-back', rollback, reed), patel);
const live = given(...workedUntil('live'));
const back = live.and(rollBack);
const backWithNotice = given(...workedUntil('corrected')).and(rollBack);
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);
const codes = (of: Given, on: string) => answer(of, on)?.findings.map(({ code }) => code);

/** The licence row of an instance, from day to day with its reason and rule. */
const licence = ({ state }: Given, instanceId: string, facts: Reference = reference) =>
  fundingTimeline(state, facts)
    .filter((one) => one.instanceId === instanceId && one.row === 'SOFTWARE_LICENCE')
    .map(({ from, to, payer, reason, rule }) => [from, to, payer, reason, rule]);

describe('roll-back', () => {
  it('A20, R2: practice and PCT together return to the source', () => {
    live.when('roll-back', rollback, reed).thenProposed('PCT');
    live.when('roll-back', rollback, patel).thenProposed('PR');
    live
      .and(command('roll-back', rollback, patel))
      .whenConfirmed(reed, '2009-04-30T13:00:00.000Z')
      .thenEvents([
        {
          type: 'MigrationRolledBack',
          payload: {
            effectiveDate: '2009-04-30',
            migrationId: workedMigrationId,
            sourceInstanceId: 'E1',
            targetInstanceId: 'V1',
            cause: 'Repeat prescriptions fail',
          },
        },
      ]);
  });
  it('A20: only what went live is rolled back, once, on or after go-live', () => {
    given(...workedUntil('extracted'))
      .when('roll-back', { ...rollback, effectiveDate: '2009-03-10' })
      .thenRefused('GO_LIVE_MISSING');
    live.when('roll-back', { ...rollback, effectiveDate: '2009-03-10' }).thenRefused('GO_LIVE_MISSING');
    back.when('roll-back', { ...rollback, effectiveDate: '2009-05-01' }).thenRefused('GO_LIVE_ROLLED_BACK');
    expect(live.when('roll-back', { ...rollback, effectiveDate: '2009-03-11' }).decided.decision.kind).toBe(
      'accepted',
    );
  });
  it('R1, A17: it is a fact, and a next migration that is open is no reason to refuse it', () =>
    live
      .and(...secondMigration('2009-04-20').slice(0, 2))
      .when('roll-back', rollback)
      .thenProposed('PCT'));
  it('R6: there is no return to a system whose service has ended', () =>
    given(...workedUntil('serviceEnded'))
      .when('roll-back', { ...rollback, effectiveDate: '2009-08-03' })
      .thenRefused('INSTANCE_NOT_IN_LIFE'));
  it('R6: nor from one, and where both have ended the source is told', () => {
    const ended = (...instanceIds: readonly string[]) =>
      live
        .and(
          ...instanceIds.map((instanceId) =>
            command('end-source-service', { effectiveDate: '2009-04-28', instanceId }),
          ),
        )
        .when('roll-back', rollback).decided.decision;
    expect(ended('V1')).toMatchObject({
      refusal: { because: 'The instance V1 is not in service on 2009-04-30.' },
    });
    expect(ended('V1', 'E1')).toMatchObject({
      refusal: { because: 'The instance E1 is not in service on 2009-04-30.' },
    });
  });
  it('I1: the migration is closed: the practice may retain its system or ask for another change', () => {
    expect(back.state.migrations[0]).toMatchObject({ status: 'CLOSED', closedOn: '2009-04-30' });
    back
      .when('retain-system', { effectiveDate: '2009-05-01', instanceId: 'E1' })
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'CENTRAL' } }]);
    back
      .when('request-migration', { effectiveDate: '2009-05-01', sourceInstanceId: 'E1', reasons: ['Slow'] })
      .thenEvents([{ type: 'MigrationRequested', payload: { yearsSinceLastGoLive: null } }]);
    back
      .when('request-migration', { effectiveDate: '2009-05-01', sourceInstanceId: 'V1', reasons: ['Slow'] })
      .thenRefused('INSTANCE_NOT_IN_LIFE');
  });
  it('F6: nothing is signed off after it, and the target’s service ended with it', () => {
    back
      .when('sign-off-migration', { effectiveDate: '2009-05-01', exceptions: [] })
      .thenRefused('GO_LIVE_ROLLED_BACK');
    back
      .when('end-source-service', { effectiveDate: '2009-05-02', instanceId: 'V1' })
      .thenRefused('SERVICE_ALREADY_ENDED');
    back.when('end-source-service', { effectiveDate: '2009-04-30', instanceId: 'V1' }).thenNothing();
  });
  it('A19, A20: the go-live before it may be corrected, but to no day after it', () => {
    const correct = { cutoverTime: '08:00', reason: 'First entries' };
    back.when('correct-go-live', { ...correct, effectiveDate: '2009-03-12' }, patel).thenProposed('PCT');
    const may2 = '2009-05-02T12:00:00.000Z';
    back
      .when('correct-go-live', { ...correct, effectiveDate: '2009-05-01' }, patel, may2)
      .thenRefused('DATE_ORDER');
    back
      .when('correct-go-live', { ...correct, effectiveDate: '2009-04-30' }, patel, may2)
      .thenProposed('PCT');
  });
  it('I13, A20: a correction of its day may not put it before the go-live', () => {
    const correction = {
      effectiveDate: '2009-05-01',
      reason: 'Minutes checked',
      targetEventId: idOf(27),
      field: 'effectiveDate',
      was: '2009-04-30',
    };
    back
      .when('correct-record', { ...correction, now: '2009-03-10' }, reed)
      .thenRefused('CORRECTION_BREAKS_RULE');
    back.when('correct-record', { ...correction, now: '2009-04-28' }, reed).thenProposed('PR');
  });
  it('R2: what was proposed before it is overtaken', () =>
    live
      .and(
        command(
          'correct-go-live',
          { effectiveDate: '2009-03-12', reason: 'First entries' },
          patel,
          '2009-04-01T12:00:00.000Z',
        ),
        command('roll-back', rollback, reed),
      )
      .whenConfirmed(patel, '2009-04-30T13:00:00.000Z')
      .thenEvents([{ type: 'MigrationRolledBack' }]));
});

describe('after a rollback', () => {
  it('A11, A20, R4: bedding-in ends on its day, and the source is on its Call-Off again from the day after', () => {
    expect(licence(back, 'E1')).toEqual([
      ['2008-04-01', '2009-03-11', 'CENTRAL', 'CALL_OFF', 'S7'],
      ['2009-03-11', '2009-05-01', 'CENTRAL', 'BEDDING_IN', 'S25'],
      ['2009-05-01', null, 'CENTRAL', 'CALL_OFF', 'A20'],
    ]);
    expect(fundingTimeline(back.state, reference)[2]).toMatchObject({
      events: [idOf(4), idOf(27), idOf(2)],
    });
  });
  it('R6, F6: the target’s life ends on that day, each day of it counted once', () =>
    expect(licence(back, 'V1')).toEqual([['2009-03-11', '2009-05-01', 'CENTRAL', 'CALL_OFF', 'A16']]));
  it('A8, A20: rolled back after bedding-in, the local cost ends with it', () => {
    const late = live.and(
      confirmed(command('roll-back', { ...rollback, effectiveDate: '2009-07-15' }, reed), patel),
    );
    expect(licence(late, 'E1').slice(1)).toEqual([
      ['2009-03-11', '2009-06-12', 'CENTRAL', 'BEDDING_IN', 'S25'],
      ['2009-06-12', '2009-07-16', 'COMMISSIONER', 'AFTER_BEDDING_IN', 'A8'],
      ['2009-07-16', null, 'CENTRAL', 'CALL_OFF', 'A20'],
    ]);
  });
  it('F6: the days of each system stay attributable', () => {
    expect(systemIntervals(back.state)).toMatchObject([
      { instanceId: 'E1', from: '2008-04-01', until: '2009-03-10' },
      { instanceId: 'V1', from: '2009-03-11', until: '2009-04-30', events: [idOf(22), idOf(25)] },
      { instanceId: 'E1', from: '2009-05-01', until: null, events: [idOf(3), idOf(27)] },
    ]);
    expect(answer(back, '2009-04-30')?.cutover).toEqual({
      source: 'E1',
      target: 'V1',
      at: null,
      held: 'Both: the practice returned from V1 to E1',
      rule: 'F6',
      events: [idOf(27)],
    });
    expect(answer(back, '2009-04-29')?.cutover).toBeNull();
  });
  it('C2: the delivery is ROLLED_BACK and the practice IN_SERVICE from the day after', () => {
    expect(answer(back, '2009-04-29')?.migration).toMatchObject({ delivery: 'LIVE', rolledBack: null });
    expect(answer(back, '2009-04-30')?.migration).toMatchObject({
      decision: 'AGREED',
      delivery: 'ROLLED_BACK',
      sourceWindDown: 'BEDDING_IN',
      rolledBack: { on: '2009-04-30', cause: 'Repeat prescriptions fail', rule: 'A20' },
    });
    expect(answer(back, '2009-05-01')?.migration?.sourceWindDown).toBe('IN_SERVICE');
    expect(practiceStateIntervals(back.state, reference)).toEqual([
      { state: 'IN_SERVICE', from: '2006-10-01', until: '2008-11-09' },
      { state: 'MIGRATING', from: '2008-11-10', until: '2009-03-10' },
      { state: 'BEDDING_IN', from: '2009-03-11', until: '2009-04-30' },
      { state: 'IN_SERVICE', from: '2009-05-01', until: null },
    ]);
  });
  it('A20: a running notice must be withdrawn, and is a finding until it is', () => {
    expect(codes(backWithNotice, '2009-04-29')).not.toContain('NOTICE_AFTER_ROLLBACK');
    const { findings = [] } = answer(backWithNotice, '2009-05-01') ?? {};
    expect(findings.find(({ code }) => code === 'NOTICE_AFTER_ROLLBACK')).toMatchObject({
      rule: 'A20',
      instanceId: 'E1',
      message:
        'The practice returned to E1 on 2009-04-30, and the notice of 2009-03-20 still ends its service on 2009-06-20: withdraw it.',
    });
    expect(codes(back, '2009-05-01')).not.toContain('NOTICE_AFTER_ROLLBACK');
  });
  it('F6, A25: the target’s audit trail needs a holder, which a retention order gives it', () => {
    const { findings = [] } = answer(back, '2009-05-01') ?? {};
    expect(findings.find(({ code }) => code === 'NO_RETENTION_CHOSEN')).toMatchObject({
      instanceId: 'V1',
      message: 'The service of V1 ended on 2009-04-30, and nobody has chosen how its audit trail is kept.',
      events: [idOf(27)],
    });
    const order = {
      effectiveDate: '2009-05-01',
      instanceId: 'V1',
      option: 'DATR',
      payer: 'PRACTICE',
    } as const;
    back.when('order-retention', order).thenEvents([{ type: 'RetentionOrdered' }]);
    expect(codes(back.and(command('order-retention', order)), '2009-05-01')).not.toContain(
      'NO_RETENTION_CHOSEN',
    );
    live.when('order-retention', order).thenRefused('GO_LIVE_MISSING');
  });
  it('A22, F6: it is kept from the day of the rollback at the earliest, also where that was go-live’s', () => {
    const order = { instanceId: 'V1', option: 'DATR', payer: 'PRACTICE' } as const;
    back
      .when('order-retention', { ...order, effectiveDate: '2009-05-01', from: '2009-04-29' })
      .thenRefused('DATE_ORDER');
    live
      .and(confirmed(command('roll-back', { ...rollback, effectiveDate: '2009-03-11' }, reed), patel))
      .when('order-retention', { ...order, effectiveDate: '2009-03-11' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
  });
  it('S34, A20: no notice is given to the source, which nobody leaves', () =>
    back
      .when('give-notice', { effectiveDate: '2009-05-01', instanceId: 'E1', method: 'Letter' })
      .thenRefused('GO_LIVE_MISSING'));
});

describe('A20, R1: a rollback while the next migration, away from the system rolled back from, is open', () => {
  const requested = live.and(...secondMigration('2009-04-20').slice(0, 2), rollBack);
  const ready = live.and(...secondMigration('2009-04-20'), rollBack);
  const goLive = { effectiveDate: '2009-05-20', targetInstanceId: 'E2' };
  const gone = ready.and(command('declare-go-live', goLive));
  const toldOf = (of: Given, on: string) =>
    answer(of, on)?.findings.find(({ code }) => code === 'SOURCE_ROLLED_BACK');

  it('A20: is told, with what to do, until the migration is live or abandoned', () => {
    expect(toldOf(ready, '2009-04-29')).toBeUndefined();
    expect(toldOf(ready, '2009-04-30')).toMatchObject({
      rule: 'A20',
      instanceId: 'E1',
      message:
        'The migration requested on 2009-04-20 was to leave V1, and the practice returned from that on 2009-04-30 to E1, from which it now moves: go on with it, or abandon it.',
    });
    expect(toldOf(ready, '2009-04-30')?.events).toEqual([
      ready.state.migrations[1]?.request.eventId,
      ready.state.migrations[0]?.goLive?.rolledBack?.eventId,
    ]);
    const sameDay = confirmed(
      command('roll-back', { ...rollback, effectiveDate: '2009-04-20' }, reed),
      patel,
    );
    const requestedThen = live.and(...secondMigration('2009-04-20').slice(0, 2), sameDay);
    expect(toldOf(requestedThen, '2009-04-20')).toBeDefined();
    expect(toldOf(gone, '2009-05-19')).toBeDefined();
    expect(toldOf(gone, '2009-05-20')).toBeUndefined();
    const abandon = command('abandon-migration', { effectiveDate: '2009-05-20', cause: 'Not needed' }, reed);
    expect(toldOf(ready.and(confirmed(abandon, patel)), '2009-05-20')).toBeUndefined();
  });
  it('C2: the migration moves away from the system returned to, from that day on', () => {
    expect(answer(ready, '2009-04-29')?.migration).toMatchObject({ sourceInstanceId: 'V1' });
    expect(answer(ready, '2009-04-30')?.migration).toMatchObject({ sourceInstanceId: 'E1' });
    expect(answer(gone, '2009-04-29')?.migration).toMatchObject({ sourceInstanceId: 'V1' });
    expect(answer(gone, '2009-05-20')?.migration).toMatchObject({ sourceInstanceId: 'E1' });
  });
  it('F5: one that was abandoned before the rollback was to leave the system that it was requested from', () => {
    const abandoned = live.and(
      ...secondMigration('2009-04-20').slice(0, 2),
      confirmed(command('abandon-migration', { effectiveDate: '2009-04-24', cause: 'Cost' }, reed), patel),
      rollBack,
    );
    expect(answer(abandoned, '2009-05-01')?.migration).toMatchObject({
      requestedOn: '2009-04-20',
      sourceInstanceId: 'V1',
    });
  });
  it('R20, I13: what its go-live left stays as declared, though the rollback is corrected to a day after it', () => {
    const correction = {
      effectiveDate: '2009-05-22',
      reason: 'Minutes checked',
      targetEventId: gone.history.events.find(({ type }) => type === 'MigrationRolledBack')?.id ?? '',
      field: 'effectiveDate',
      was: '2009-04-30',
      now: '2009-05-21',
    };
    const corrected = gone.and(
      confirmed(command('correct-record', correction, reed), { ...reed, sub: 'b.reed' }),
    );
    expect(answer(corrected, '2009-05-20')?.migration).toMatchObject({ sourceInstanceId: 'E1' });
  });
  it('I1: it is the one open migration still', () => {
    const retain = { effectiveDate: '2009-05-01', instanceId: 'E1' };
    requested.when('retain-system', retain).thenRefused('MIGRATION_OPEN');
    requested
      .when('request-migration', { effectiveDate: '2009-05-01', sourceInstanceId: 'E1', reasons: ['Slow'] })
      .thenRefused('MIGRATION_OPEN');
  });
  it('S24, S25: its go-live leaves the system returned to, which is bedded in and is to be given notice', () => {
    ready
      .when('declare-go-live', goLive)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { sourceInstanceId: 'E1' } }]);
    expect(licence(gone, 'E1').slice(1)).toEqual([
      ['2009-03-11', '2009-05-01', 'CENTRAL', 'BEDDING_IN', 'S25'],
      ['2009-05-01', '2009-05-20', 'CENTRAL', 'CALL_OFF', 'A20'],
      ['2009-05-20', '2009-08-21', 'CENTRAL', 'BEDDING_IN', 'S25'],
      ['2009-08-21', null, 'COMMISSIONER', 'AFTER_BEDDING_IN', 'A8'],
    ]);
    expect(licence(gone, 'V1')).toEqual([['2009-03-11', '2009-05-01', 'CENTRAL', 'CALL_OFF', 'A16']]);
    expect(codes(gone, '2009-05-20')).toContain('NO_NOTICE_GIVEN');
    gone
      .when('give-notice', { effectiveDate: '2009-05-20', instanceId: 'E1', method: 'Letter' })
      .thenEvents([{ type: 'NoticeGiven' }]);
  });
  it('S24: on the very day of the rollback the system returned to is left by the later go-live', () => {
    const day = { effectiveDate: '2009-04-30' };
    const override = { override: 'BEDDING_IN_OPEN', reason: 'Unsafe' } as const;
    const { decision } = ready
      .and(command('declare-go-live', { ...day, targetInstanceId: 'E2', ...override }, patel))
      .when('request-migration', { ...day, sourceInstanceId: 'E1', reasons: ['Slow'] }).decided;
    expect(decision).toMatchObject({
      refusal: { code: 'SYSTEM_LEFT', because: expect.stringContaining('2009-04-30') },
    });
  });
  it('S15, A15: the system is selected as against the one returned to', () => {
    const agreed = live.and(...secondMigration('2009-04-20').slice(0, 5), rollBack);
    const select = { effectiveDate: '2009-05-01', productId: 'EMIS.EMIS-PCS' };
    agreed.when('select-system', { ...select, kind: 'FRAMEWORK' }).thenRefused('SELECTION_KIND_WRONG');
    agreed.when('select-system', { ...select, kind: 'SAME_SUPPLIER' }).thenProposed('PCT');
    live
      .and(...secondMigration('2009-04-20').slice(0, 4), rollBack)
      .when('start-selection', { effectiveDate: '2009-05-01', candidates: ['EMIS.EMIS-LV'] })
      .thenRefused('SAME_PRODUCT');
  });
  it('S19, S23: its data is that of the system returned to, whose supplier takes the extract', () => {
    const emis = { ...moss, org: 'EMIS' };
    const extract = {
      effectiveDate: '2009-05-01',
      kind: 'DOCUMENTED_DATA_EXTRACT',
      purpose: 'FINAL',
      at: '2009-05-01T18:00',
      mediaRef: 'MEDIA-0003',
      includesAuditTrail: false,
      encrypted: true,
    } as const;
    requested.when('record-extract', extract, emis).thenEvents([{ type: 'DataExtractTaken' }]);
    requested
      .when('raise-data-access-problem', { effectiveDate: '2009-05-01', problem: 'No tape' }, reed)
      .thenEvents([{ type: 'DataAccessProblemRaised', payload: { instanceId: 'E1' } }]);
  });
  it('A15: a migration to the very system returned to cannot go live, and is to select another or to be abandoned', () => {
    const homeward = live.and(...returnToE1('2009-04-20'), rollBack);
    homeward
      .when('declare-go-live', { effectiveDate: '2009-05-20', targetInstanceId: 'E1' })
      .thenRefused('SAME_PRODUCT');
    expect(toldOf(homeward, '2009-05-20')?.message).toBe(
      'The migration requested on 2009-04-20 was to leave V1, and the practice returned from that on 2009-04-30 to E1, which is the system that it was to move to: select another, or abandon it.',
    );
    homeward
      .when('abandon-migration', { effectiveDate: '2009-05-20', cause: 'Back already' }, reed)
      .thenProposed('PCT');
  });
});

describe('A20: a later go-live from the same source', () => {
  const policy = (afterRollback: 'FULL' | 'REMAINDER'): Reference => ({
    ...reference,
    policy: {
      ...reference.policy,
      sets: reference.policy.sets.map((set) => ({
        ...set,
        parameters: { ...set.parameters, 'beddingIn.afterRollback': afterRollback },
      })),
    },
  });
  const again = (afterRollback: 'FULL' | 'REMAINDER') => {
    const steps = [
      ...workedUntil('live'),
      rollBack,
      ...secondMigration('2009-09-01', '2009-09-01T18:00', 'E1'),
      command('declare-go-live', { effectiveDate: '2009-09-02', targetInstanceId: 'E2' }),
    ];
    const after = inReference(policy(afterRollback), ...steps);
    return {
      after,
      beddingIn: beddingInAfter(after.state.migrations[1]!.goLive!, after.state, policy(afterRollback)),
    };
  };

  it('A20: gets a fresh full period where the policy says FULL', () =>
    expect(again('FULL').beddingIn).toMatchObject({ from: '2009-09-02', lastFundedDay: '2009-12-02' }));
  it('A20, A7: gets as many days as the first had left where it says REMAINDER, and no notice is without cost', () => {
    const { after, beddingIn } = again('REMAINDER');
    // 11 June was to be the last: 42 days after 30 April.
    expect(beddingIn).toMatchObject({ from: '2009-09-02', lastFundedDay: '2009-10-13' });
    expect(licence(after, 'E1', policy('REMAINDER')).slice(-2)).toEqual([
      ['2009-09-02', '2009-10-14', 'CENTRAL', 'BEDDING_IN', 'S25'],
      ['2009-10-14', null, 'COMMISSIONER', 'AFTER_BEDDING_IN', 'A8'],
    ]);
    const told = practiceAnswer(after.state, policy('REMAINDER'), '2009-09-02', true);
    expect(told?.beddingIn?.latestZeroCostDate).toBeNull();
  });
});
