import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { cole, idOf, patel, reed, reference, withParameters } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../../funding/index.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode) =>
  findings(state, reference, on).filter((one) => one.code === code);
const live = given(...workedUntil('live'));
const rollBack = (effectiveDate: string) =>
  confirmed(command('roll-back', { effectiveDate, cause: 'Repeat prescriptions fail' }, reed), patel);

describe('A20: a notice to the system that the practice returned to', () => {
  const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };

  it('A20: is told from the rollback on, also where both are of one day', () => {
    for (const day of ['2009-03-20', '2009-04-30']) {
      const back = live.and(command('give-notice', notice), rollBack(day));
      expect(told(back, '2009-03-19', 'NOTICE_AFTER_ROLLBACK')).toEqual([]);
      expect(told(back, day, 'NOTICE_AFTER_ROLLBACK')).toEqual([
        {
          code: 'NOTICE_AFTER_ROLLBACK',
          rule: 'A20',
          message: `The practice returned to E1 on ${day}, and the notice of 2009-03-20 still ends its service on 2009-06-20: withdraw it.`,
          events: [idOf(28), idOf(26)],
          instanceId: 'E1',
        },
      ]);
    }
  });

  it('A20: not where none was given, or it was withdrawn, or the system was left again', () => {
    expect(told(live.and(rollBack('2009-04-30')), '2009-05-01', 'NOTICE_AFTER_ROLLBACK')).toEqual([]);
    const back = live.and(command('give-notice', notice), rollBack('2009-04-30'));
    const again = back.and(
      ...secondMigration('2009-05-11', '2009-05-11T18:00', 'E1'),
      command('declare-go-live', { effectiveDate: '2009-05-12', targetInstanceId: 'E2' }),
    );
    expect(told(again, '2009-05-13', 'NOTICE_AFTER_ROLLBACK')).toEqual([]);
  });

  it('A20, A5: nor one of the very day that waits for the next go-live', () => {
    const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
    const back = inReference(
      contingent,
      ...workedUntil('serviceEnded'),
      ...returnToE1('2010-05-03'),
      command('declare-go-live', { effectiveDate: '2010-06-01', targetInstanceId: 'E1' }),
      ...secondMigration('2010-06-01', undefined, 'E1').slice(0, 2),
      command('give-notice', { ...notice, effectiveDate: '2010-06-01' }),
    );
    expect(back.state.notices).toHaveLength(2);
    expect(told(back, '2010-06-02', 'NOTICE_AFTER_RETURN')).toEqual([]);
  });

  it('A20, F7: nor one that was given since, by a go-live that was retracted', () => {
    const left = live
      .and(rollBack('2009-04-30'))
      .and(
        ...secondMigration('2009-05-11', '2009-05-11T18:00', 'E1'),
        command('declare-go-live', { effectiveDate: '2009-05-12', targetInstanceId: 'E2' }),
        command('give-notice', { ...notice, effectiveDate: '2009-05-13' }),
      );
    const targetEventId = left.state.migrations[1]!.goLive!.events[0]!;
    const retract = { effectiveDate: '2009-05-14', targetEventId, reason: 'By mistake' };
    const retracted = left.and(confirmed(command('retract-go-live', retract, patel), cole));
    expect(told(retracted, '2009-05-15', 'GO_LIVE_RETRACTED')).toHaveLength(1);
    expect(told(retracted, '2009-05-15', 'NOTICE_AFTER_ROLLBACK')).toEqual([]);
  });
});

describe('A20, R6: a retention option of the system that the practice returned to', () => {
  const goLive = (effectiveDate: string, targetInstanceId: 'E1' | 'E2') =>
    command('declare-go-live', { effectiveDate, targetInstanceId });
  const back = given(...workedUntil('serviceEnded')).and(
    ...returnToE1('2010-05-03'),
    goLive('2010-06-01', 'E1'),
  );
  const one = (of: Given, on: string) => told(of, on, 'RETENTION_AFTER_RETURN');
  const end = (effectiveDate: string, until: string) =>
    command('end-retention', { effectiveDate, instanceId: 'E1', until });
  const order = { effectiveDate: '2009-04-01', instanceId: 'E1', payer: 'COMMISSIONER' } as const;

  it('R6: is charged on, and from the day of the go-live that is told with what to do', () => {
    const row = fundingTimeline(back.state, reference).find(({ row }) => row === 'RETENTION_SINGLE_USER');
    expect(row).toMatchObject({ from: '2009-08-01', to: null });
    expect(one(back, '2010-05-31')).toEqual([]);
    expect(one(back, '2010-06-01')).toEqual([
      {
        code: 'RETENTION_AFTER_RETURN',
        rule: 'A20',
        message:
          'The practice returned to E1 on 2010-06-01, and the option SINGLE_USER ordered on 2009-03-20 to keep it is charged from 2009-08-01 on without end: end it.',
        events: [...back.state.migrations[1]!.goLive!.events, idOf(26, 1)],
        instanceId: 'E1',
      },
    ]);
  });

  it('A20: until it is ended, or over', () => {
    const ended = back.and(end('2010-06-10', '2010-06-30'));
    expect(one(ended, '2010-06-09')).toMatchObject([
      { message: expect.stringContaining('is charged from 2009-08-01 to 2010-06-30: end it.') },
    ]);
    expect(one(ended, '2010-06-10')).toEqual([]);
    expect(one(back.and(end('2010-06-01', '2010-06-30')), '2010-06-01')).toEqual([]);
    const ofTheDay = live.and(
      command('order-retention', {
        ...order,
        effectiveDate: '2009-04-30',
        option: 'DATR',
        from: '2009-04-30',
      }),
      rollBack('2009-04-30'),
    );
    expect(one(ofTheDay, '2009-04-30')).toHaveLength(1);
    const over = live.and(
      command('order-retention', { ...order, option: 'DATR', from: '2009-04-01', until: '2009-05-31' }),
      rollBack('2009-04-30'),
    );
    expect(one(over, '2009-05-31')).toHaveLength(1);
    expect(one(over, '2009-06-01')).toEqual([]);
    const endedBefore = live.and(
      command('order-retention', { ...order, option: 'DATR', from: '2009-04-01' }),
      end('2009-04-29', '2009-05-31'),
      rollBack('2009-04-30'),
    );
    expect(one(endedBefore, '2009-05-01')).toHaveLength(1);
    const ordered = command('order-retention', {
      ...order,
      effectiveDate: '2009-04-30',
      option: 'DATR',
      from: '2009-05-01',
    });
    const onTheDay = live.and(ordered, rollBack('2009-04-30'));
    expect(one(onTheDay, '2009-05-01')).toHaveLength(1);
    expect(one(onTheDay.and(end('2009-04-30', '2009-05-31')), '2009-05-01')).toEqual([]);
  });

  it('A20: not full retention, which charges nothing of its own, nor an option that has no first day', () => {
    const full = live.and(command('order-retention', { ...order, option: 'FULL' }), rollBack('2009-04-30'));
    expect(one(full, '2009-05-01')).toEqual([]);
    const open = live.and(command('order-retention', { ...order, option: 'DATR' }), rollBack('2009-04-30'));
    expect(one(open, '2009-05-01')).toEqual([]);
  });

  it('A20: once for the latest of two returns, and no more when the system is left again', () => {
    const twice = live.and(
      command('order-retention', { ...order, option: 'DATR', from: '2009-04-01' }),
      rollBack('2009-04-30'),
      ...secondMigration('2009-05-11', '2009-05-11T18:00', 'E1'),
      goLive('2009-05-12', 'E2'),
    );
    expect(one(twice, '2009-05-11')).toHaveLength(1);
    expect(one(twice, '2009-05-12')).toEqual([]);
    const again = twice.and(
      confirmed(command('roll-back', { effectiveDate: '2009-05-20', cause: 'Slow' }, reed), patel),
    );
    expect(one(again, '2009-05-20')).toMatchObject([
      { message: expect.stringContaining('returned to E1 on 2009-05-20') },
    ]);
    expect(one(again, '2009-05-21')).toMatchObject([
      { message: expect.stringContaining('returned to E1 on 2009-05-20') },
    ]);
  });
});
