import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { hart, patel, reed, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { practiceStateIntervals } from './practice-states.js';
import { beddingInAfter, windDownOn } from './wind-down.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const ended = given(...workedUntil('serviceEnded'));
const rollBackOn = (effectiveDate: string) =>
  confirmed(command('roll-back', { effectiveDate, cause: 'Repeat prescriptions fail' }, reed), patel);
const endOn = (effectiveDate: string) => command('end-source-service', { effectiveDate, instanceId: 'E1' });
/** The go-live of the nth migration (from 0), also one that was rolled back. */
const goLiveOf = ({ state }: Given, nth = 0) => {
  const goLive = state.migrations[nth]?.goLive;
  if (!goLive) throw new Error(`migration ${nth} is not live`);
  return goLive;
};
const windDown = (of: Given, on: string) => windDownOn(goLiveOf(of), of.state, reference, on);
const statesOf = ({ state }: Given) =>
  practiceStateIntervals(state, reference).map((one) => [one.state, one.from, one.until]);

describe('C2, S24: the state of a source by day', () => {
  it('R8: has ended from the day after the last day of its service on', () => {
    expect(['2009-03-11', '2009-03-12', '2009-06-13'].map((on) => windDown(ended, on))).toEqual([
      'IN_SERVICE',
      'BEDDING_IN',
      'NOTICE_RUNNING',
    ]);
    expect(windDown(ended, '2009-07-31')).toBe('NOTICE_RUNNING');
    expect(windDown(ended, '2009-08-01')).toBe('SERVICE_ENDED');
  });
  it('A11: its last day is one of bedding-in still where it ends within that', () => {
    const early = live.and(endOn('2009-05-20'));
    expect(windDown(early, '2009-05-20')).toBe('BEDDING_IN');
    expect(windDown(early, '2009-05-21')).toBe('SERVICE_ENDED');
  });
  it('A20: is in service again after a rollback, to its last day and no longer', () => {
    const back = live.and(rollBackOn('2009-04-30'), endOn('2009-12-31'));
    expect(['2009-04-30', '2009-05-01', '2009-12-31', '2010-01-01'].map((on) => windDown(back, on))).toEqual([
      'BEDDING_IN',
      'IN_SERVICE',
      'IN_SERVICE',
      'SERVICE_ENDED',
    ]);
  });
  it('F8: the practice’s state turns to local cost on the day on which a notice is withdrawn', () => {
    const withdrawn = noticed.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-18', instanceId: 'E1' }), hart),
    );
    expect(statesOf(withdrawn).slice(2)).toEqual([
      ['BEDDING_IN', '2009-03-11', '2009-06-11'],
      ['NOTICE_RUNNING', '2009-06-12', '2009-06-17'],
      ['NO_NOTICE_LOCAL_COST', '2009-06-18', null],
    ]);
  });
  it('A20: a return by a go-live of its own ends the wind-down of the one and begins that of the other', () => {
    const returned = live.and(
      ...returnToE1('2009-07-01'),
      command('declare-go-live', { effectiveDate: '2009-07-06', targetInstanceId: 'E1' }),
    );
    expect(statesOf(returned).slice(2)).toEqual([
      ['BEDDING_IN', '2009-03-11', '2009-06-11'],
      ['NO_NOTICE_LOCAL_COST', '2009-06-12', '2009-07-05'],
      ['BEDDING_IN', '2009-07-06', '2009-10-06'],
      ['NO_NOTICE_LOCAL_COST', '2009-10-07', null],
    ]);
  });
});

describe('A11: a bedding-in’s days', () => {
  it('A11, A20: one that is rolled back on the day of go-live is of that day', () => {
    const back = live.and(rollBackOn('2009-03-11'));
    expect(beddingInAfter(goLiveOf(back), back.state, reference)).toMatchObject({
      from: '2009-03-11',
      lastFundedDay: '2009-03-11',
    });
  });
  it('F5: a migration that was abandoned before has no part in it', () => {
    const second = given(
      ...workedUntil('agreed'),
      confirmed(command('abandon-migration', { effectiveDate: '2009-01-05', cause: 'Moves' }, patel), reed),
      ...secondMigration('2009-02-02', '2009-02-02T18:00', 'E1'),
      command('declare-go-live', { effectiveDate: '2009-02-03', targetInstanceId: 'E2' }),
    );
    expect(beddingInAfter(goLiveOf(second, 1), second.state, reference)).toMatchObject({
      from: '2009-02-03',
      lastFundedDay: '2009-05-03',
    });
  });
});
