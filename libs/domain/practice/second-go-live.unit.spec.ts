import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { idOf, patel, reed, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { beddingInAfter } from './wind-down.js';

const next = given(...workedUntil('live')).and(...secondMigration('2009-05-19'));
const second = { effectiveDate: '2009-05-20', targetInstanceId: 'E2' };
const overridden = {
  ...second,
  override: 'BEDDING_IN_OPEN',
  reason: 'Vision 3 loses repeat prescriptions',
} as const;

describe('A21: a second go-live while a bedding-in is open', () => {
  it('A21: is refused unless the PCT overrides it', () => {
    next.when('declare-go-live', second, patel).thenRefused('BEDDING_IN_OPEN');
    next.when('declare-go-live', overridden, reed).thenRefused('OVERRIDE_NOT_ALLOWED');
    next.when('declare-go-live', overridden, patel).thenEvents([
      {
        type: 'GoLiveDeclared',
        payload: { sourceInstanceId: 'V1', targetInstanceId: 'E2', override: 'BEDDING_IN_OPEN' },
      },
    ]);
  });
  it('A21: the override needs its reason', () => {
    const { reason: _, ...silent } = overridden;
    next.when('declare-go-live', silent, patel).thenRefused('REASON_REQUIRED');
  });
  it('A21: overrides nothing where no bedding-in is open, and then is not recorded', () => {
    const { decision } = given(...workedUntil('extracted')).when(
      'declare-go-live',
      {
        effectiveDate: '2009-03-11',
        targetInstanceId: 'V1',
        override: 'BEDDING_IN_OPEN',
        reason: 'To be sure',
      },
      patel,
    ).decided;
    expect(decision.kind === 'accepted' && decision.events[0]?.payload).not.toHaveProperty('override');
  });
  it('A21: no override lets a system go live before the go-live that it follows', () =>
    next
      .and(
        command(
          'record-extract',
          {
            effectiveDate: '2009-03-09',
            kind: 'BACKUP_TAPE',
            purpose: 'FINAL',
            at: '2009-03-09T19:00',
            mediaRef: 'MEDIA-0003',
            includesAuditTrail: false,
            encrypted: true,
            reason: 'Found late',
          },
          reed,
          '2009-05-19T14:00:00.000Z',
        ),
      )
      .when(
        'declare-go-live',
        { ...overridden, effectiveDate: '2009-03-10' },
        patel,
        '2009-05-20T12:00:00.000Z',
      )
      .thenRefused('BEDDING_IN_OPEN'));
  it('A12, A21: none is open of a source that was on no Call-Off', () =>
    given(
      ...workedUntil('extracted'),
      command('leave-call-off', { effectiveDate: '2009-03-09', instanceId: 'E1' }),
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }),
      ...secondMigration('2009-05-19'),
    )
      .when('declare-go-live', second)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { sourceInstanceId: 'V1' } }]));
  it('A21: nor is one corrected to the very day of the go-live that it follows', () =>
    given(...workedUntil('live'))
      .and(
        ...secondMigration('2009-05-19', '2009-03-11T07:00'),
        command('declare-go-live', overridden, patel),
      )
      .when(
        'correct-go-live',
        { effectiveDate: '2009-03-11', reason: 'As the log says' },
        patel,
        '2009-05-22T12:00:00.000Z',
      )
      .thenRefused('BEDDING_IN_OPEN'));
  it('A21: while two are open, a third go-live is told of the first', () => {
    const third = next.and(command('declare-go-live', overridden, patel), ...returnToE1('2009-05-25', 'E2'));
    const { decision } = third.when('declare-go-live', {
      effectiveDate: '2009-06-01',
      targetInstanceId: 'E1',
    }).decided;
    expect(decision).toMatchObject({
      refusal: { because: 'The bedding-in that began on 2009-03-11 is open until 2009-06-11.' },
    });
  });
  it('A11, A21: each source is bedded in by itself, to its own end', () => {
    const { state } = next.and(command('declare-go-live', overridden, patel));
    const [first, other] = state.migrations.map(
      ({ goLive }) => goLive && beddingInAfter(goLive, state, reference),
    );
    expect(first).toMatchObject({ sourceInstanceId: 'E1', from: '2009-03-11', lastFundedDay: '2009-06-11' });
    expect(other).toMatchObject({ sourceInstanceId: 'V1', from: '2009-05-20', lastFundedDay: '2009-08-20' });
    const beddingIn = fundingTimeline(state, reference)
      .filter(({ row, reason }) => row === 'SOFTWARE_LICENCE' && reason === 'BEDDING_IN')
      .map(({ instanceId, from, to }) => [instanceId, from, to]);
    expect(beddingIn).toEqual([
      ['E1', '2009-03-11', '2009-06-12'],
      ['V1', '2009-05-20', '2009-08-21'],
    ]);
  });
  it('A19, A21: the override holds for a correction of the go-live’s day', () =>
    next
      .and(command('declare-go-live', overridden, patel))
      .when(
        'correct-go-live',
        { effectiveDate: '2009-05-21', reason: 'First entries' },
        patel,
        '2009-05-22T12:00:00.000Z',
      )
      .thenProposed('PCT'));
  describe('A19, A21: the correction of the go-live before another', () => {
    const june = given(...workedUntil('live')).and(
      ...secondMigration('2009-06-10'),
      command('declare-go-live', { effectiveDate: '2009-06-12', targetInstanceId: 'E2' }, patel),
    );
    const first = (of: Given, effectiveDate: string) =>
      of.when(
        'correct-go-live',
        { effectiveDate, targetEventId: idOf(25), reason: 'As the log says' },
        patel,
        '2009-06-15T12:00:00.000Z',
      );
    it('A21: is refused where its bedding-in would reach the day of the other', () => {
      first(june, '2009-03-12').thenRefused('BEDDING_IN_REACHES_NEXT');
      expect(first(june, '2009-03-12').decided.decision).toMatchObject({
        refusal: {
          because:
            'The bedding-in from 2009-03-12 would last until 2009-06-12, and the go-live of 2009-06-12 lies in it.',
        },
      });
      first(june, '2009-03-10').thenProposed('PCT');
    });
    it('A20, A21: of two whose days it would reach, the first is told', () => {
      const ofJune = given(...workedUntil('live')).and(
        ...secondMigration('2009-06-10'),
        command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
        confirmed(command('roll-back', { effectiveDate: '2009-06-20', cause: 'Slow' }, reed), patel),
        ...secondMigration('2009-06-22').filter(({ name }) => name !== 'register-instance'),
        command('declare-go-live', { effectiveDate: '2009-06-25', targetInstanceId: 'E2' }),
      );
      expect(first(ofJune, '2009-04-01').decided.decision).toMatchObject({
        refusal: {
          because:
            'The bedding-in from 2009-04-01 would last until 2009-07-01, and the go-live of 2009-06-15 lies in it.',
        },
      });
    });
    it('A21: and that of the other, where it would lie in the bedding-in of the first', () =>
      june
        .when(
          'correct-go-live',
          { effectiveDate: '2009-06-11', reason: 'As the log says' },
          patel,
          '2009-06-15T12:00:00.000Z',
        )
        .thenRefused('BEDDING_IN_OPEN'));
    it('A21: is not where the PCT had overridden that for the other', () => {
      const overrode = next.and(command('declare-go-live', overridden, patel));
      first(overrode, '2009-03-12').thenProposed('PCT');
      first(overrode, '2009-03-10').thenProposed('PCT');
    });
    it('A20, A21: is not where it was rolled back before the other', () => {
      const back = given(...workedUntil('live')).and(
        confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause: 'Slow' }, reed), patel),
        ...secondMigration('2009-05-19', undefined, 'E1'),
        command('declare-go-live', second, patel),
      );
      first(back, '2009-03-12').thenProposed('PCT');
    });
  });
});
