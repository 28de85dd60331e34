import { endOfLondonDay } from '#domain/calendar/dates.js';
import { useProjections } from '#testing/projecting.js';
import { command, confirmed, given } from '#testing/decisions.js';
import { cole, patel } from '#testing/fixture.js';
import { positioned, referenceEvents, workedRegister } from '#testing/register-events.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { fundingProjection } from './projection.js';
import { commissionerFunding, practiceFunding } from './query.js';

const now = '2014-05-14T09:00:00.000Z';
const database = useProjections([fundingProjection]);
const register = workedRegister('rehomed');
const ofA00001 = async (knownAt: string, more: { on?: string; until?: string } = {}) =>
  (await practiceFunding(database.sql, { ods: 'A00001', knownAt, ...more }))!;
const exposureOfE1 = async (knownAt: string) =>
  (await ofA00001(knownAt)).totals.byInstance.find(({ instance }) => instance === 'E1')?.afterBeddingIn;

describe('funding of the worked data set W', () => {
  beforeAll(() => database.project(fundingProjection, register, 7));

  it('A8, A33: 49 days of local payment come to £542.57, routine support apart, with everything known', async () => {
    expect(await exposureOfE1(now)).toEqual({
      from: '2009-06-13',
      to: '2009-08-01',
      days: 49,
      pence: 542_57,
      routinePence: 89_28,
    });
  });

  it('A19: as known at 25 Mar 2009, before the correction, 9 days and £99.67', async () => {
    expect(await exposureOfE1(endOfLondonDay('2009-03-25'))).toMatchObject({
      from: '2009-06-12',
      to: '2009-06-21',
      days: 9,
      pence: 99_67,
    });
  });

  it('A9: as known at 3 Apr 2009, before the extension, 8 days and £88.60, routine support £14.57', async () => {
    expect(await exposureOfE1(endOfLondonDay('2009-04-03'))).toMatchObject({
      days: 8,
      pence: 88_60,
      routinePence: 14_57,
    });
  });

  it('R14: the instant of a recording is included, the millisecond before it is not', async () => {
    expect(await exposureOfE1('2009-04-02T10:05:00.000Z')).toMatchObject({ days: 8 });
    expect(await exposureOfE1('2009-04-02T10:04:59.999Z')).toMatchObject({ days: 9 });
  });

  it('R15: with on= the intervals that contain the day, each with rule, policy version and events', async () => {
    const { intervals } = await ofA00001(now, { on: '2009-06-20' });
    expect(
      intervals.map(({ instance, row, payer, reason }) => `${instance} ${row} ${payer} ${reason}`),
    ).toEqual([
      'E1 LEVEL_1_COMPLIANCE COMMISSIONER AFTER_BEDDING_IN',
      'E1 LEVEL_2_COMPLIANCE COMMISSIONER AFTER_BEDDING_IN',
      'E1 LEVEL_3_COMPLIANCE COMMISSIONER AFTER_BEDDING_IN',
      'E1 SOFTWARE_LICENCE COMMISSIONER AFTER_BEDDING_IN',
      'E1 SYSTEM_SUPPORT COMMISSIONER ROUTINE_SUPPORT',
      'V1 LEVEL_1_COMPLIANCE CENTRAL CALL_OFF',
      'V1 LEVEL_2_COMPLIANCE CENTRAL CALL_OFF',
      'V1 LEVEL_3_COMPLIANCE CENTRAL CALL_OFF',
      'V1 SOFTWARE_LICENCE CENTRAL CALL_OFF',
      'V1 SYSTEM_SUPPORT COMMISSIONER ROUTINE_SUPPORT',
    ]);
    expect(intervals[3]).toMatchObject({
      from: '2009-06-13',
      to: '2009-08-01',
      payerOrg: '5ZZ',
      yearlyPence: 342772,
      days: 49,
      pence: 46016,
      rule: 'A8',
      policyVersion: 'gpsoc-1',
    });
    expect(intervals[3]?.events.length).toBeGreaterThan(0);
  });

  it('R7: an open interval runs to the end of until=, a closed one is counted in full', async () => {
    const { intervals, until } = await ofA00001(now, { until: '2009-06-30' });
    expect(until).toBe('2009-06-30');
    const of = (instance: string, row: string) =>
      intervals.find(
        (interval) => interval.instance === instance && interval.row === row && interval.to === null,
      );
    expect(of('V1', 'SOFTWARE_LICENCE')).toMatchObject({ from: '2009-03-12', to: null, days: 111 });
    const closed = intervals.find(({ reason }) => reason === 'AFTER_BEDDING_IN');
    expect(closed).toMatchObject({ to: '2009-08-01', days: 49 });
  });

  it('R14: a practice not yet on record at knownAt has nothing on record; an unknown one is undefined', async () => {
    const before = await ofA00001('2008-03-31T12:00:00.000Z');
    expect(before).toMatchObject({ nothingOnRecord: true, intervals: [] });
    expect(await practiceFunding(database.sql, { ods: 'Z99999', knownAt: now })).toBeUndefined();
  });

  it('R4: a commissioner has the days on which the practice was its own, and the parts add up', async () => {
    const until = '2013-12-31';
    const [pct, ccg, whole] = await Promise.all([
      commissionerFunding(database.sql, { code: '5ZZ', knownAt: now, until }),
      commissionerFunding(database.sql, { code: '99Z', knownAt: now, until }),
      ofA00001(now, { until }),
    ]);
    expect(pct.practices.map(({ ods }) => ods)).toEqual(['A00001']);
    const support = (answer: typeof pct) =>
      answer.practices[0]?.intervals.filter(
        ({ instance, row }) => instance === 'V1' && row === 'SOFTWARE_LICENCE',
      );
    expect(support(pct)).toMatchObject([{ from: '2009-03-12', to: '2013-04-01', payer: 'CENTRAL' }]);
    expect(support(ccg)).toMatchObject([{ from: '2013-04-01', to: null, payer: 'CENTRAL' }]);
    const sum = (answer: { totals: { byPayer: readonly { pence: number }[] } }) =>
      answer.totals.byPayer.reduce((total, { pence }) => total + pence, 0);
    expect(sum(pct) + sum(ccg)).toBe(sum(whole));
  });

  it('R4: before the change of commissioner was recorded the practice was 5ZZ’s alone', async () => {
    const knownAt = '2013-03-31T12:00:00.000Z';
    const ccg = await commissionerFunding(database.sql, { code: '99Z', knownAt });
    expect(ccg).toMatchObject({ practices: [], next: null });
  });
});

describe('funding without a notice', () => {
  const corrected = confirmed(
    command(
      'correct-go-live',
      { effectiveDate: '2009-03-12', reason: 'Wrong day' },
      patel,
      '2009-04-02T09:50:00.000Z',
    ),
    cole,
    '2009-04-02T10:05:00.000Z',
  );
  const events = positioned([...referenceEvents, ...given(...workedUntil('live'), corrected).history.events]);
  beforeAll(() => database.project(fundingProjection, events));

  it('A10: the local cost runs on: as at 31 Dec 2009 202 days, £2,236.73, routine support £368.07', async () => {
    const { totals, intervals } = await ofA00001(now, { until: '2009-12-31' });
    expect(totals.byInstance[0]?.afterBeddingIn).toEqual({
      from: '2009-06-13',
      to: null,
      days: 202,
      pence: 2_236_73,
      routinePence: 368_07,
    });
    expect(intervals.find(({ reason }) => reason === 'AFTER_BEDDING_IN')).toMatchObject({
      to: null,
      days: 202,
    });
  });
});

describe('the funding projection', () => {
  const builtWith = async (...sizes: readonly number[]) => {
    await database.project(fundingProjection, register, ...sizes);
    return database.rowsOf(fundingProjection);
  };

  it('has the same rows live, event by event, as rebuilt in batches of any size', async () => {
    const live = await builtWith(1);
    expect(live.length).toBeGreaterThan(100);
    expect(await builtWith()).toEqual(live);
    expect(await builtWith(3, 11, 2)).toEqual(live);
  });

  it('has the same rows when batches are delivered twice', async () => {
    const once = await builtWith(5);
    await database.apply(fundingProjection, register.slice(-20));
    await database.apply(fundingProjection, register);
    expect(await database.rowsOf(fundingProjection)).toEqual(once);
  });

  it('has the same rows when reference events arrive after the practice’s, whenever they were recorded', async () => {
    const usual = await builtWith();
    const [reference, practice] = [
      register.filter(({ stream }) => stream !== 'practice-A00001'),
      register.filter(({ stream }) => stream === 'practice-A00001'),
    ];
    await database.project(fundingProjection, [...practice, ...reference], 4);
    const strip = (rows: readonly string[]) => rows.filter((row) => !/^(practice|reference)_event/.test(row));
    expect(strip(await database.rowsOf(fundingProjection))).toEqual(strip(usual));
  });

  it('keeps no two rows for one day and instant: the database itself refuses an overlap', async () => {
    await builtWith();
    const twice = database.sql`
      insert into funding_v2.funding_row select * from funding_v2.funding_row limit 1`;
    await expect(twice).rejects.toThrow(/exclusion constraint/);
  });
});
