import fc from 'fast-check';
import { addDays } from '../calendar/dates.js';
import { command, confirmed, given } from '#testing/decisions.js';
import { cole, importer, patel, reference } from '#testing/fixture.js';
import { workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceStateIntervals, practiceStateOn } from './practice-states.js';
import type { Instance, PracticeState } from './state.js';
import { goLiveFrom } from './state.js';
import { lastKnownSystem, systemIntervals, systemOn } from './system-held.js';
import { beddingInAfter, windDownOn } from './wind-down.js';

const live = given(...workedUntil('live'));
const ended = given(...workedUntil('serviceEnded'));
const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };

const statesOf = ({ state }: typeof live) =>
  practiceStateIntervals(state, reference).map((one) => [one.state, one.from, one.until]);

const beddingInOf = (state: PracticeState) => {
  const goLive = goLiveFrom(state, 'E1');
  return goLive ? beddingInAfter(goLive, state, reference) : null;
};

const withE1 = (state: PracticeState, change: Partial<Instance>): PracticeState => ({
  ...state,
  instances: { ...state.instances, E1: { ...(state.instances.E1 as Instance), ...change } },
});

describe('The bedding-in of a source', () => {
  it('S25, S33, A3: runs from Business Go Live to the corresponding date three months on', () => {
    expect(beddingInOf(ended.state)).toEqual({
      sourceInstanceId: 'E1',
      from: '2009-03-12',
      lastFundedDay: '2009-06-12',
      policyVersion: 'gpsoc-1',
    });
  });

  it('A11: ends with the source’s service if that is earlier', () => {
    const early = live.and(command('end-source-service', { effectiveDate: '2009-05-20', instanceId: 'E1' }));
    expect(beddingInOf(early.state)?.lastFundedDay).toBe('2009-05-20');
  });

  it('A11, R8: ends with a notice that a correction made short, where the charges stop', () => {
    const short = given(...workedUntil('noticeGiven')).and(
      confirmed(
        command(
          'correct-go-live',
          { effectiveDate: '2009-03-25', reason: 'Cutover log' },
          patel,
          '2009-04-02T09:50:00.000Z',
        ),
        cole,
      ),
    );
    expect(beddingInOf(short.state)?.lastFundedDay).toBe('2009-06-20');
  });

  it('A11: ends with the practice’s closure if that is earlier', () => {
    expect(beddingInOf({ ...live.state, closedOn: '2009-04-30' })?.lastFundedDay).toBe('2009-04-30');
  });

  it('A12: a source that was on no Call-Off on the day of go-live has none', () => {
    expect(beddingInOf(withE1(live.state, { callOffs: [] }))).toBeNull();
    const { callOffs } = live.state.instances.E1 as Instance;
    const joined = (effectiveDate: string) =>
      withE1(live.state, { callOffs: callOffs.map((span) => ({ ...span, effectiveDate })) });
    expect(beddingInOf(joined('2009-03-12'))).toBeNull();
    expect(beddingInOf(joined('2009-03-11'))?.lastFundedDay).toBe('2009-06-11');
  });

  it('A13: an LSP’s source has none, and its contract, not a notice, ends it', () => {
    const lsp = withE1(live.state, { contract: 'LSP' });
    const goLive = goLiveFrom(lsp, 'E1');
    expect(beddingInOf(lsp)).toBeNull();
    expect(goLive && windDownOn(goLive, lsp, reference, '2010-01-01')).toBe('IN_SERVICE');
  });
});

describe('The practice’s state by day', () => {
  it('S24, A9, R8: W goes through migrating, bedding-in and its extended notice', () => {
    expect(statesOf(ended)).toEqual([
      ['IN_SERVICE', '2006-10-01', '2008-11-09'],
      ['MIGRATING', '2008-11-10', '2009-03-11'],
      ['BEDDING_IN', '2009-03-12', '2009-06-12'],
      ['NOTICE_RUNNING', '2009-06-13', '2009-07-31'],
      ['IN_SERVICE', '2009-08-01', null],
    ]);
  });

  it('A10: without notice the state after bedding-in is local cost without end', () => {
    expect(statesOf(live).slice(2)).toEqual([
      ['BEDDING_IN', '2009-03-11', '2009-06-11'],
      ['NO_NOTICE_LOCAL_COST', '2009-06-12', null],
    ]);
    const late = live.and(command('give-notice', { ...notice, effectiveDate: '2009-12-31' }));
    expect(statesOf(late).slice(3)).toEqual([
      ['NO_NOTICE_LOCAL_COST', '2009-06-12', '2009-12-30'],
      ['NOTICE_RUNNING', '2009-12-31', '2010-03-31'],
      ['IN_SERVICE', '2010-04-01', null],
    ]);
  });

  it('R8: a recorded end replaces the notice’s end', () => {
    const early = live
      .and(command('give-notice', notice))
      .and(command('end-source-service', { effectiveDate: '2009-06-15', instanceId: 'E1' }));
    expect(statesOf(early).slice(3)).toEqual([
      ['NOTICE_RUNNING', '2009-06-12', '2009-06-15'],
      ['IN_SERVICE', '2009-06-16', null],
    ]);
  });

  it('F1, I1: a refusal ends the migrating until the practice submits again', () => {
    const refused = given(
      ...workedUntil('submitted'),
      command('refuse-change', { effectiveDate: '2008-12-15', grounds: ['No budget'] }),
    );
    expect(statesOf(refused)).toEqual([
      ['IN_SERVICE', '2006-10-01', '2008-11-09'],
      ['MIGRATING', '2008-11-10', '2008-12-14'],
      ['IN_SERVICE', '2008-12-15', null],
    ]);
  });

  it('F1: on the days between a refusal and the case submitted again it was not migrating', () => {
    const again = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-10', grounds: ['Cost'] }),
      command('submit-business-case', {
        effectiveDate: '2008-12-20',
        version: '2.0',
        estimate: {
          lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
        },
      }),
    );
    expect(statesOf(again)).toEqual([
      ['IN_SERVICE', '2006-10-01', '2008-11-09'],
      ['MIGRATING', '2008-11-10', '2008-12-09'],
      ['IN_SERVICE', '2008-12-10', '2008-12-19'],
      ['MIGRATING', '2008-12-20', null],
    ]);
  });

  it('A21: a source’s wind-down is told before the next migration', () => {
    const next = live.and(
      command('record-contact', {
        effectiveDate: '2009-05-01',
        participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
        optionsConsidered: ['EMIS PCS'],
      }),
      command('request-migration', {
        effectiveDate: '2009-05-01',
        sourceInstanceId: 'V1',
        reasons: ['Slow'],
        reason: 'Within three years',
      }),
    );
    expect(practiceStateOn(next.state, reference, '2009-05-02')).toBe('BEDDING_IN');
    const over = next.and(command('end-source-service', { effectiveDate: '2009-06-01', instanceId: 'E1' }));
    expect(practiceStateOn(over.state, reference, '2009-06-02')).toBe('MIGRATING');
  });

  it('O2: is CLOSED from the day after closure', () => {
    const closed = { ...ended.state, closedOn: '2012-03-31' };
    expect(practiceStateOn(closed, reference, '2012-03-31')).toBe('IN_SERVICE');
    expect(practiceStateOn(closed, reference, '2012-04-01')).toBe('CLOSED');
    expect(practiceStateIntervals(closed, reference).at(-1)).toEqual({
      state: 'CLOSED',
      from: '2012-04-01',
      until: null,
    });
  });

  it('A19: follows a correction of go-live', () => {
    const to25 = { effectiveDate: '2009-03-25', reason: 'Cutover was on 25 March' };
    const moved = live.and(
      confirmed(command('correct-go-live', to25, patel, '2009-03-26T09:00:00.000Z'), cole),
    );
    expect(statesOf(moved).slice(1, 3)).toEqual([
      ['MIGRATING', '2008-11-10', '2009-03-24'],
      ['BEDDING_IN', '2009-03-25', '2009-06-25'],
    ]);
  });

  it('gives each day from the first on exactly one state, and the same as asked for the day', () => {
    const all = practiceStateIntervals(ended.state, reference);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const day = addDays('2006-10-01', days);
        const held = all.filter(({ from, until }) => from <= day && (until === null || day <= until));
        expect(held.map(({ state }) => state)).toEqual([practiceStateOn(ended.state, reference, day)]);
      }),
    );
  });

  it('is empty while nothing is on record', () => {
    expect(practiceStateIntervals(given().state, reference)).toEqual([]);
  });
});

describe('Which system the practice had', () => {
  const observed = (product: string, firstMonth: string, lastMonth: string) => ({
    supplier: 'TPP',
    product,
    firstMonth,
    lastMonth,
    monthsListed: 12,
    monthsMissing: 0,
    eventId: `${product}${firstMonth}`,
    recordedAt: '2019-05-01T09:00:00.000Z',
    recordedBy: importer,
  });
  const watched: PracticeState = {
    ...given(...workedUntil('registered')).state,
    observations: [observed('SystmOne', '2016-01', '2018-12'), observed('EMIS Web', '2014-02', '2015-12')],
  };

  it('A31, S26: the source holds the records until the day before go-live, the target from it', () => {
    expect(systemIntervals(ended.state)).toMatchObject([
      {
        basis: 'DECLARED',
        instanceId: 'E1',
        productId: 'EMIS.EMIS-LV',
        from: '2008-04-01',
        until: '2009-03-11',
      },
      { basis: 'DECLARED', instanceId: 'V1', productId: 'INPS.VISION-3', from: '2009-03-12', until: null },
    ]);
  });

  it('R6: a target that is registered early holds nothing before its go-live', () => {
    const registered = given(...workedUntil('targetInstalled'));
    expect(systemOn(registered.state, '2009-03-10')).toMatchObject({ instanceId: 'E1' });
    expect(registered.state.migrations[0]?.migrationId).toBe(workedMigrationId);
  });

  it('O4: observations answer where nothing is declared, by months, and say so', () => {
    expect(systemOn(watched, '2015-12-31')).toMatchObject({ basis: 'OBSERVED', product: 'EMIS Web' });
    expect(systemOn(watched, '2016-01-01')).toMatchObject({ basis: 'OBSERVED', product: 'SystmOne' });
    expect(systemOn(watched, '2019-01-01')).toBeNull();
    expect(systemOn(watched, '2014-01-31')).toBeNull();
  });

  it('O4: without a day the last observation answers, with its last month', () => {
    expect(lastKnownSystem(watched, '2024-01-01')).toMatchObject({
      basis: 'OBSERVED',
      product: 'SystmOne',
      lastMonth: '2018-12',
    });
    expect(
      lastKnownSystem({ ...ended.state, observations: watched.observations }, '2024-01-01'),
    ).toMatchObject({ basis: 'DECLARED', instanceId: 'V1' });
  });

  it('R6: an instance whose service has ended holds no more records', () => {
    const gone = given(
      ...workedUntil('installed'),
      command('end-source-service', { effectiveDate: '2008-06-30', instanceId: 'E1' }),
    );
    expect(systemOn(gone.state, '2008-06-30')).toMatchObject({ instanceId: 'E1' });
    expect(systemOn(gone.state, '2008-07-01')).toBeNull();
  });
});
