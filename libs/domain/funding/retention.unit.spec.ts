import type { Reference } from '../reference.js';
import {
  practiceAfter,
  priceList,
  reference,
  retentionTerms,
  withEmis,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

/** The intervals of a retention row of E1, a line each: from, to, payer's organisation. */
const row = (events: readonly Told[], name: string) =>
  fundingTimeline(practiceAfter(...events), reference)
    .filter((interval) => interval.row === name)
    .map(({ from, to, payerOrg }) => `${from} ${to} ${payerOrg}`);

describe('S28 S32 A24 R6 R9: retention', () => {
  const terms = withEmis(
    priceList('2008-04-01', 342772, 20464, 66508),
    retentionTerms('2008-04-01', 50000, 0),
  );
  const singleUser = 'RETENTION_SINGLE_USER';
  it('A24 R9: without a stated start it begins the day after the notice end and re-flows with it', () => {
    expect(row(W.asKnownOn3April, singleUser)).toEqual(['2009-06-21 null 5ZZ']);
    expect(row([...W.asKnownOn3April, W.extended()], singleUser)).toEqual(['2009-08-01 null 5ZZ']);
    expect(row([...W.withoutNotice, W.retentionOrdered], singleUser)).toEqual([]);
  });
  it('R9: a stated start does not move, and the payer and the last day are as ordered', () => {
    const [type, ordered] = W.retentionOrdered;
    const stated: Told = [type, { ...ordered, from: '2009-07-01', until: '2010-06-30', payer: 'PRACTICE' }];
    expect(row([...W.withoutNotice, W.noticeGiven, stated, W.extended()], singleUser)).toEqual([
      '2009-07-01 2010-07-01 A00001',
    ]);
  });
  it('I11: one that re-flows never runs into an option ordered before it', () => {
    const [type, ordered] = W.retentionOrdered;
    const first: Told = [type, { ...ordered, from: '2009-07-01', until: '2009-09-30' }];
    const events = [
      ...W.withoutNotice,
      W.noticeGiven,
      first,
      W.retentionOrdered,
      W.serviceEnded('2009-07-31'),
    ];
    expect(row(events, singleUser)).toEqual(['2009-07-01 null 5ZZ']);
    const byPractice: Told = [type, { ...ordered, payer: 'PRACTICE' }];
    expect(row([...events.slice(0, -2), byPractice, W.serviceEnded()], singleUser)).toEqual([
      '2009-07-01 2009-10-01 5ZZ',
      '2009-10-01 null A00001',
    ]);
  });
  it('S32 R6: its price is that of the supplier’s terms; 0 is a price and none is NO_PRICE', () => {
    const prices = (facts: Reference) =>
      fundingTimeline(practiceAfter(...W.w), facts)
        .filter(({ reason }) => reason === 'RETENTION')
        .map(({ yearlyPence, penceReason }) => [yearlyPence, penceReason]);
    expect(prices(terms)).toEqual([
      [50000, undefined],
      [0, undefined],
      [0, undefined],
    ]);
    expect(prices(reference)).toEqual([
      [null, 'NO_PRICE'],
      [null, 'NO_PRICE'],
      [null, 'NO_PRICE'],
    ]);
  });
  it('S29 R6: FULL has no row of its own', () => {
    const [type, ordered] = W.retentionOrdered;
    const full: Told = [type, { ...ordered, option: 'FULL', from: '2009-06-13' }];
    const rows = fundingTimeline(practiceAfter(...W.withoutNotice, full), terms);
    expect(rows.filter(({ reason }) => reason === 'RETENTION')).toEqual([]);
  });
});
