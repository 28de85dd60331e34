import { addDays } from '#domain/calendar/dates.js';
import { fundingTimeline, type FundingInterval } from '#domain/funding/index.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { retentionSpans } from '#domain/practice/retention-span.js';
import { initialPractice, lastServiceDay, lifeStart, type PracticeState } from '#domain/practice/state.js';
import { groupBy } from '#platform/group-by.js';
import { given } from '#testing/decisions.js';
import type { History } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { afterDraw, beginnings, draws } from './random-practice.js';

interface Span {
  readonly from: string;
  readonly until: string | null;
}
const meet = (one: Span, other: Span): boolean =>
  one.from <= (other.until ?? '9999') && other.from <= (one.until ?? '9999');

const pairsOf = <Value>(values: readonly Value[]): (readonly [Value, Value])[] =>
  values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other] as const));

/** What is wrong with a practice's state by the invariants of domain C4; empty if nothing is. */
const broken = (state: PracticeState): string[] => {
  const wrong: string[] = [];
  if (state.migrations.filter(({ status }) => status === 'OPEN').length > 1) wrong.push('I1');
  for (const instanceId of Object.keys(state.instances)) {
    const notices = state.notices
      .filter((notice) => notice.instanceId === instanceId)
      .map(({ effectiveDate, currentEndsOn }) => ({ from: effectiveDate, until: currentEndsOn }));
    if (pairsOf(notices).some(([one, other]) => meet(one, other))) wrong.push('I9');
    const spans = retentionSpans(state, instanceId);
    const full = spans.filter(({ retention }) => retention.option === 'FULL');
    if (full.some((span) => notices.some((notice) => meet(span, notice)))) wrong.push('I10');
    if (pairsOf(spans).some(([one, other]) => meet(one, other))) wrong.push('I11');
  }
  for (const { endsOn, effectiveDate, extensions } of state.notices) {
    extensions.reduce((before, { newEndsOn, effectiveDate: on }) => {
      if (newEndsOn <= before || on > before || on < effectiveDate) wrong.push('I9 extension');
      return newEndsOn;
    }, endsOn);
  }
  return wrong;
};

/** What is wrong with the funding: R6 asks for exactly one payer a row on every day of an instance's life, and no other. */
const unfunded = (state: PracticeState, timeline: readonly FundingInterval[]): string[] => {
  const wrong: string[] = [];
  for (const instance of Object.values(state.instances)) {
    const { instanceId, level, contract } = instance;
    const own = timeline.filter((one) => one.instanceId === instanceId && one.reason !== 'RETENTION');
    const from = lifeStart(state, instance);
    const last = [lastServiceDay(state, instanceId), state.closedOn].filter((day) => day !== null).sort()[0];
    const isLived = from !== null && (last === undefined || from <= last);
    const rows = groupBy(own, ({ row }) => row);
    const expected = !isLived ? 0 : contract === 'LSP' ? 1 : 2 + level;
    if (rows.size !== expected) wrong.push(`${instanceId} has ${rows.size} rows of ${expected}`);
    for (const [row, intervals] of rows) {
      const to = last === undefined ? null : addDays(last, 1);
      if (intervals[0]?.from !== from || intervals.at(-1)?.to !== to) wrong.push(`${instanceId} ${row} ends`);
      if (intervals.slice(1).some((next, index) => next.from !== intervals[index]?.to))
        wrong.push(`${instanceId} ${row} has a gap or an overlap`);
      if (intervals.some((one) => one.to !== null && one.to <= one.from))
        wrong.push(`${instanceId} ${row} has an empty interval`);
    }
  }
  return wrong;
};

const runs = fc.tuple(beginnings, fc.array(draws, { minLength: 25, maxLength: 35 }));

describe('I1 I9 I10 I11 R6: whatever thirty commands a practice, its PCT and its suppliers give', () => {
  it('the invariants hold after each, funding is whole, and replaying the events gives the same state', () => {
    let accepted = 0;
    fc.assert(
      fc.property(runs, ([beginning, drawn]) => {
        const check = (history: History) => {
          expect(broken(history.state)).toEqual([]);
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
    expect(broken(state)).toEqual([]);
    expect(unfunded(state, timeline)).toEqual([]);
  });
  it('I1: two open migrations', () => {
    const open = { ...migration, status: 'OPEN' as const };
    expect(broken({ ...state, migrations: [open, open] })).toEqual(['I1']);
  });
  it('I9: a second notice while one runs, and an extension that shortens', () => {
    const { extensions: _, ...rest } = notice;
    const second = { ...rest, effectiveDate: '2009-07-31', extensions: [] };
    expect(broken({ ...state, notices: [notice, second] })).toEqual(['I9']);
    expect(broken({ ...state, notices: [{ ...notice, endsOn: '2009-08-31' }] })).toEqual(['I9 extension']);
  });
  it('I10 I11: full retention beside a notice, and beside another option', () => {
    const [standing] = state.retentions;
    const full = { ...standing!, option: 'FULL' as const, from: '2009-07-01', lastDay: null };
    expect(broken({ ...state, retentions: [full] })).toEqual(['I10']);
    expect(broken({ ...state, retentions: [standing!, { ...standing!, from: '2009-09-01' }] })).toEqual([
      'I11',
    ]);
  });
  it('R6: a day without a payer, and a day with two', () => {
    const [first, ...others] = timeline;
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, -1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, 1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, others)).not.toEqual([]);
  });
});
