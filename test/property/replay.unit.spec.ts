import { addDays } from '#domain/calendar/dates.js';
import { fundingTimeline, type FundingInterval } from '#domain/funding/index.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { brokenInvariants } from '#domain/practice/invariants.js';
import { installedLevelOn, isInstalled } from '#domain/practice/installed.js';
import { isInLife, lastServiceDay } from '#domain/practice/notice-end.js';
import { initialPractice, lifeStart, type Instance, type PracticeState } from '#domain/practice/state.js';
import { groupBy } from '#platform/group-by.js';
import { given } from '#testing/decisions.js';
import type { History } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { afterDraw, beginnings, draws } from './random-practice.js';

/**
 * What is wrong with the funding: R6 asks for exactly one payer a row on every day of an instance's life, and no other;
 * the closure of the practice ends no charge (A11). The rows of a day are those of A3.
 */
const unfunded = (state: PracticeState, timeline: readonly FundingInterval[]): string[] => {
  const wrong: string[] = [];
  for (const instance of Object.values(state.instances)) {
    const { instanceId } = instance;
    const own = timeline.filter((one) => one.instanceId === instanceId && one.reason !== 'RETENTION');
    for (const [row, intervals] of groupBy(own, (one) => one.row)) {
      if (intervals.some(({ from, to }) => to !== null && to <= from))
        wrong.push(`${instanceId} ${row} has an empty interval`);
    }
    for (const day of cutDays(state, instance, own)) {
      const paid = own.filter(({ from, to }) => from <= day && (to === null || day < to));
      const rows = paid.map(({ row }) => row).sort();
      const expected = [...rowsOn(state, instance, day)].sort();
      if (rows.join() !== expected.join()) wrong.push(`${instanceId} on ${day}: ${rows.join()}`);
    }
  }
  return wrong;
};

/** Every day on which something may change for an instance, the day before it, and the day after. */
const cutDays = (state: PracticeState, instance: Instance, own: readonly FundingInterval[]) => {
  const days = [
    ...own.flatMap(({ from, to }) => [from, to]),
    lifeStart(state, instance),
    lastServiceDay(state, instance.instanceId),
    ...[...instance.upgrades, ...instance.functions].map(({ effectiveDate }) => effectiveDate),
  ].filter((day) => day !== null);
  return new Set([...days, '2030-01-01'].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]));
};

const rowsOn = (state: PracticeState, instance: Instance, day: string): readonly string[] => {
  if (!isInLife(state, instance, day)) return [];
  if (instance.contract === 'LSP') return ['SOFTWARE_LICENCE'];
  const levels = [1, 2, 3].filter((level) => level <= installedLevelOn(instance, day));
  const hasSummary = isInstalled(instance, 'SUMMARY_CARE_RECORD', day);
  return [
    ...['SOFTWARE_LICENCE', 'SYSTEM_SUPPORT', ...levels.map((level) => `LEVEL_${level}_COMPLIANCE`)],
    ...(hasSummary ? ['SUMMARY_CARE_RECORD_COMPLIANCE'] : []),
  ];
};

const runs = fc.tuple(beginnings, fc.array(draws, { minLength: 25, maxLength: 35 }));

describe('I1 I9 I10 I11 R6: whatever thirty commands a practice, its PCT and its suppliers give', () => {
  it('the invariants hold after each, funding is whole, and replaying the events gives the same state', () => {
    let accepted = 0;
    fc.assert(
      fc.property(runs, ([beginning, drawn]) => {
        const check = (history: History) => {
          expect(brokenInvariants(history.state)).toEqual([]);
          const timeline = fundingTimeline(history.state, history.reference);
          expect(unfunded(history.state, timeline)).toEqual([]);
        };
        const end = drawn.reduce((history, draw) => {
          const after = afterDraw(history, draw);
          if (after === history) return history;
          accepted++;
          check(after);
          return after;
        }, beginning);
        expect(end.events.map(({ revision }) => revision)).toEqual(end.events.map((_, index) => index));
        expect(end.events.reduce(evolvePractice, initialPractice)).toEqual(end.state);
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });
});

describe('a planted fault is caught:', () => {
  const { state, history } = given(...workedUntil('extended'));
  const timeline = fundingTimeline(state, history.reference);
  const [migration, notice] = [state.migrations[0]!, state.notices[0]!];

  it('W has none', () => {
    expect(brokenInvariants(state)).toEqual([]);
    expect(unfunded(state, timeline)).toEqual([]);
  });
  it('I1: two open migrations', () => {
    const open = { ...migration, status: 'OPEN' as const };
    expect(brokenInvariants({ ...state, migrations: [open, open] })).toEqual(['I1']);
  });
  it('I9: a second notice while one runs, and an extension that shortens', () => {
    const { extensions: _, ...rest } = notice;
    const second = { ...rest, effectiveDate: '2009-07-31', endsOn: '2009-10-31', extensions: [] };
    expect(brokenInvariants({ ...state, notices: [notice, second] })).toEqual(['I9']);
    expect(brokenInvariants({ ...state, notices: [{ ...notice, endsOn: '2009-08-31' }] })).toEqual(['I9']);
  });
  it('I10 I11: full retention beside a notice, and beside another option', () => {
    const [standing] = state.retentions;
    const full = { ...standing!, option: 'FULL' as const, from: '2009-07-01', lastDay: null };
    expect(brokenInvariants({ ...state, retentions: [full] })).toEqual(['I10']);
    expect(
      brokenInvariants({ ...state, retentions: [standing!, { ...standing!, from: '2009-09-01' }] }),
    ).toEqual(['I11']);
  });
  it('R6: a day without a payer, and a day with two', () => {
    const [first, ...others] = timeline;
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, -1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, 1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, others)).not.toEqual([]);
  });
});
