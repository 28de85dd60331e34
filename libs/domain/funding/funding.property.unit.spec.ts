import { groupBy } from '#platform/group-by.js';
import fc from 'fast-check';
import { addDays } from '../calendar/dates.js';
import { latestAnchor, periodEnd } from '../calendar/periods.js';
import { lastServiceDay } from '../practice/service-span.js';
import { cut, sumOfPence, withAmounts } from './amounts.js';
import { exposureIfNotice } from './exposure.js';
import {
  practiceAfter,
  priceList,
  reference,
  retentionTerms,
  told,
  withEmis,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

const day = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays('2008-04-01', days));
const maybe = (event: fc.Arbitrary<Told>) => fc.option(event, { nil: null });
const facts = withEmis(
  priceList('2008-09-01', 342772, 20464, 66508),
  priceList('2009-07-01', 350000, 20464, 70000),
  retentionTerms('2008-09-01', 50000, 0),
);

/** A practice with whatever of W happened, on whatever days. */
const practices = fc
  .tuple(
    maybe(day(-300, 900).map(W.e1Joined)),
    maybe(day(0, 900).map(W.ordered)),
    maybe(day(0, 900).map(W.v1Joined)),
    maybe(day(100, 700).map(W.wentLive)),
    maybe(fc.constant(W.noticeGiven)),
    maybe(day(450, 1200).map(W.extended)),
    maybe(fc.constantFrom(W.retentionOrdered)),
    maybe(day(0, 1300).map((on) => told('PracticeClosed', { effectiveDate: on }))),
    maybe(
      day(-100, 1300).map((on) =>
        told('PracticeCommissionerChanged', { effectiveDate: on, to: '99Z', legalDate: on }),
      ),
    ),
    maybe(day(1, 1300).map(W.serviceEnded)),
    maybe(fc.oneof(day(701, 1300).map(W.rolledBack), day(701, 1300).map(W.retracted))),
    maybe(day(-100, 900).map((on) => told('PctPracticeAgreementSigned', { effectiveDate: on, pct: '5ZZ' }))),
    maybe(day(0, 1300).map((on) => told('PctPracticeAgreementEnded', { effectiveDate: on, pct: '5ZZ' }))),
    maybe(
      day(0, 1300).map((on) =>
        told('PracticeLeftCallOff', { effectiveDate: on, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' }),
      ),
    ),
    maybe(
      fc.tuple(day(0, 1300), fc.nat(100)).map(([from, days]) =>
        told('CentralFundingExceptionGranted', {
          effectiveDate: from,
          instanceId: 'E1',
          from,
          until: addDays(from, days),
        }),
      ),
    ),
  )
  .map(([joined, ...rest]) =>
    practiceAfter(
      ...[W.registered, W.e1, joined, W.requested, W.v1, ...rest].filter((event) => event !== null),
    ),
  );

describe('R4 R6: the funding of any practice', () => {
  it('R6 A20 F7: every day of an instance’s life has exactly one payer a row: no gap, no overlap, no end before the last', () => {
    fc.assert(
      fc.property(practices, (state) => {
        const timeline = fundingTimeline(state, facts).filter(({ reason }) => reason !== 'RETENTION');
        const groups = groupBy(timeline, ({ instanceId, row }) => `${instanceId} ${row}`);
        for (const intervals of groups.values()) {
          const { instanceId } = intervals[0] ?? { instanceId: '' };
          const goLiveOn = state.migrations[0]?.goLive?.on;
          expect(intervals[0]?.from).toBe(instanceId === 'E1' ? '2008-04-01' : goLiveOn);
          intervals.slice(1).forEach(({ from }, index) => expect(from).toBe(intervals[index]?.to));
          const lastDay =
            instanceId === 'E1'
              ? (lastServiceDay(state, 'E1') ?? undefined)
              : state.migrations[0]?.goLive?.rolledBack?.effectiveDate;
          expect(intervals.at(-1)?.to).toBe(lastDay === undefined ? null : addDays(lastDay, 1));
        }
        const instances = new Set(timeline.map(({ instanceId }) => instanceId));
        expect(instances).toEqual(new Set(state.migrations[0]?.goLive ? ['E1', 'V1'] : ['E1']));
      }),
    );
  });
  it('R4: neighbours differ, so that each interval is the longest run', () => {
    fc.assert(
      fc.property(practices, (state) => {
        const timeline = fundingTimeline(state, facts);
        timeline.slice(1).forEach((next, index) => {
          const one = timeline[index];
          if (one?.instanceId !== next.instanceId || one.row !== next.row || one.to !== next.from) return;
          const key = ({ payer, payerOrg, yearlyPence, reason }: typeof next) =>
            [payer, payerOrg, yearlyPence, reason].join();
          expect(key(one)).not.toBe(key(next));
        });
      }),
    );
  });
  it('R4 A33: however a question cuts them, the parts add up to the whole', () => {
    fc.assert(
      fc.property(practices, fc.array(day(-10, 1500), { maxLength: 8 }), (state, cuts) => {
        const bounds = ['1990-01-01', ...cuts.sort(), null];
        for (const interval of fundingTimeline(state, facts)) {
          const whole = withAmounts(interval, '2012-12-31');
          const parts = bounds
            .slice(1)
            .flatMap((to, index) => cut(interval, bounds[index] ?? '', to, '2012-12-31') ?? []);
          expect(sumOfPence(parts)).toBe(whole.pence);
          expect(parts.reduce((sum, { days }) => sum + days, 0)).toBe(whole.days);
        }
      }),
    );
  });
});

describe('A4 A7 S34: exposure', () => {
  const liveOn = (goLive: string) => practiceAfter(...W.beforeGoLive, W.wentLive(goLive));
  const local = (goLive: string, noticeOn: string) =>
    exposureIfNotice(liveOn(goLive), reference, 'E1', noticeOn)?.localPence ?? NaN;
  it('A7 S34: is 0 if and only if notice is given by the latest zero-cost date', () => {
    fc.assert(
      fc.property(day(100, 1500), fc.integer({ min: 0, max: 12 }), (goLive, wait) => {
        const noticeOn = addDays(goLive, wait);
        const rule = { months: 3, endConvention: 'CORRESPONDING_DATE' } as const;
        expect(local(goLive, noticeOn) === 0).toBe(noticeOn <= latestAnchor(periodEnd(goLive, rule), rule));
      }),
    );
  });
  it('A7 A9 A11: no day is local if and only if notice is given by it, whatever is excepted or closed', () => {
    const excepted = (goLive: string) =>
      maybe(
        fc.tuple(fc.nat(120), fc.nat(60)).map(([after, days]) => {
          const from = addDays(goLive, after);
          const until = addDays(from, days);
          return told('CentralFundingExceptionGranted', {
            effectiveDate: from,
            instanceId: 'E1',
            from,
            until,
          });
        }),
      );
    const closed = (goLive: string) =>
      maybe(fc.nat(400).map((days) => told('PracticeClosed', { effectiveDate: addDays(goLive, days) })));
    const cases = day(100, 1500).chain((goLive) =>
      fc.tuple(fc.constant(goLive), fc.nat(140), excepted(goLive), closed(goLive)),
    );
    fc.assert(
      fc.property(cases, ([goLive, wait, ...events]) => {
        const happened = events.filter((event) => event !== null);
        const state = practiceAfter(...W.beforeGoLive, W.wentLive(goLive), ...happened);
        const noticeOn = addDays(goLive, wait);
        const exposure = exposureIfNotice(state, reference, 'E1', noticeOn);
        expect(exposure?.localDays === 0).toBe(noticeOn <= (exposure?.latestZeroCostNotice ?? ''));
      }),
    );
  });
  it('A4: never decreases as notice is delayed', () => {
    fc.assert(
      fc.property(day(100, 1500), fc.nat(400), fc.nat(400), (goLive, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(local(goLive, addDays(goLive, late))).toBeGreaterThanOrEqual(
          local(goLive, addDays(goLive, early)),
        );
      }),
    );
  });
  it('A9: never decreases as the notice is extended', () => {
    const spent = (endsOn: string) =>
      sumOfPence(
        fundingTimeline(practiceAfter(...W.asKnownOn3April, W.extended(endsOn)), reference)
          .filter(({ reason }) => reason === 'AFTER_BEDDING_IN')
          .map((interval) => withAmounts(interval, endsOn)),
      ) ?? NaN;
    fc.assert(
      fc.property(fc.nat(800), fc.nat(800), (one, other) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        expect(spent(addDays('2009-06-21', long))).toBeGreaterThanOrEqual(
          spent(addDays('2009-06-21', short)),
        );
      }),
    );
  });
});
