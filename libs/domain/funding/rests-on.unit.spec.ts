import type { Reference } from '../reference.js';
import {
  policySet,
  practiceAfter,
  priceList,
  reference,
  retentionTerms,
  told,
  withEmis,
  withPolicy,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

const row = (events: readonly Told[], id: string, name: string, facts: Reference = reference) =>
  fundingTimeline(practiceAfter(...events), facts).filter(
    (interval) => interval.instanceId === id && interval.row === name,
  );
const licence = (events: readonly Told[], id = 'E1', facts: Reference = reference) =>
  row(events, id, 'SOFTWARE_LICENCE', facts);
const live = [...W.beforeGoLive, W.wentLive('2009-03-12')];

describe('R4: the events that an interval rests on', () => {
  it('R4 S7 X1: central funding rests on the Call-Off and the agreement, and so does the end of what went before', () => {
    const [before, after] = licence([W.registered, W.agreement, W.e1, W.e1Joined('2008-07-01')]);
    const cover = ['PracticeJoinedCallOff', 'PctPracticeAgreementSigned'];
    expect(before?.events).toEqual(['SystemInstanceRegistered', ...cover]);
    expect(after?.events).toEqual(cover);
  });
  it('R4: a commissioner’s interval ends, and its successor’s begins, with the change', () => {
    const support = row([W.registered, W.e1, W.successorFrom2013], 'E1', 'SYSTEM_SUPPORT');
    expect(support.map(({ events }) => events)).toEqual([
      ['SystemInstanceRegistered', 'PracticeCommissionerChanged'],
      ['PracticeCommissionerChanged'],
    ]);
  });
  it('R4 A16: bedding-in without the order that the policy asks for rests on join and go-live', () => {
    const asking = withPolicy(
      policySet('gpsoc-1b', '2007-04-01', { 'funding.beddingInRequiresOrder': true }),
    );
    const events = live.filter(([type]) => type !== 'MigrationOrderPlaced');
    expect(licence(events, 'E1', asking)[1]).toMatchObject({
      rule: 'A16',
      payer: 'COMMISSIONER',
      from: '2009-03-12',
      to: '2009-06-13',
      events: ['PracticeJoinedCallOff', 'GoLiveDeclared'],
    });
  });
  it('R9: a retention with a stated start rests on its order alone', () => {
    const [type, ordered] = W.retentionOrdered;
    const stated: Told = [type, { ...ordered, from: '2009-06-21' }];
    expect(row([...live, W.noticeGiven, stated], 'E1', 'RETENTION_SINGLE_USER')[0]?.events).toEqual([
      'RetentionOrdered',
    ]);
    expect(
      row([...live, W.noticeGiven, W.retentionOrdered], 'E1', 'RETENTION_SINGLE_USER')[0]?.events,
    ).toEqual(['RetentionOrdered', 'NoticeGiven']);
  });
  it('S32: a retention’s price rests on the terms in force, from their very day on', () => {
    const facts = withEmis(
      priceList('2008-04-01', 342772, 20464, 66508),
      retentionTerms('2008-04-01', 50000, 0),
      retentionTerms('2010-06-21', 60000, 0),
    );
    const charges = row([...live, W.noticeGiven, W.retentionOrdered], 'E1', 'RETENTION_SINGLE_USER', facts);
    expect(charges.map(({ from, yearlyPence, priceEvents }) => [from, yearlyPence, priceEvents])).toEqual([
      ['2009-06-21', 50000, ['EMIS-2']],
      ['2010-06-21', 60000, ['EMIS-3']],
    ]);
  });
});

describe('R6: the rule that each payer rests on', () => {
  const rulesOf = (events: readonly Told[], id: string) => licence(events, id).map(({ rule }) => rule);

  it('S7: without a Call-Off and on it', () =>
    expect(rulesOf([W.registered, W.agreement, W.e1, W.e1Joined('2008-07-01')], 'E1')).toEqual(['S7', 'S7']));
  it('S25 A8: in bedding-in and after it', () => expect(rulesOf(live, 'E1')).toEqual(['S7', 'S25', 'A8']));
  it('A16 A17: of the target before its order and after it', () =>
    expect(
      rulesOf(
        live.map((event) => (event[0] === 'MigrationOrderPlaced' ? W.ordered('2009-04-02') : event)),
        'V1',
      ),
    ).toEqual(['A17', 'A16']));
});

describe('R6 R19: rows without a price', () => {
  const [, e1] = W.e1;

  it('R19: an LSP’s has none even where its supplier has published one, and needs none', () => {
    const lsp: Told = ['SystemInstanceRegistered', { ...e1, contract: 'LSP' }];
    const [interval] = licence([W.registered, lsp]);
    expect(interval).toMatchObject({ rule: 'A14', yearlyPence: null });
    expect(interval?.priceEvents).toEqual([]);
    expect(interval).not.toHaveProperty('penceReason');
  });
  it('R6: a supplier without any price list leaves NO_PRICE on every row, and no event of a price', () => {
    const unlisted: Told = ['SystemInstanceRegistered', { ...e1, supplier: 'Seetec' }];
    const intervals = fundingTimeline(practiceAfter(W.registered, unlisted), reference);
    expect(intervals).toHaveLength(5);
    for (const { yearlyPence, penceReason, priceEvents } of intervals)
      expect({ yearlyPence, penceReason, priceEvents }).toStrictEqual({
        yearlyPence: null,
        penceReason: 'NO_PRICE',
        priceEvents: [],
      });
  });
});

describe('R4: days at the edge of what is on record', () => {
  const [, e1] = W.e1;

  it('B3: the days before the first policy set go by the first', () => {
    const early: Told = ['SystemInstanceRegistered', { ...e1, effectiveDate: '2006-12-01' }];
    expect(licence([W.registered, early])).toMatchObject([
      { from: '2006-12-01', to: '2008-04-01', policyVersion: 'gpsoc-1', penceReason: 'NO_PRICE' },
      { from: '2008-04-01', to: null, policyVersion: 'gpsoc-1', yearlyPence: 342772 },
    ]);
  });
  it('O2: after the last day of a published membership no commissioner is on file', () => {
    const left = told('PracticeCommissionerChanged', {
      effectiveDate: '2006-10-01',
      to: '5ZZ',
      legalDate: '2006-10-01',
      left: '2010-03-31',
    });
    const [, registered] = W.registered as readonly [string, { readonly commissioner: string }];
    const { commissioner: _commissioner, ...known } = registered;
    const support = row([['PracticeRegistered', known], left, W.e1], 'E1', 'SYSTEM_SUPPORT');
    expect(support.map(({ from, to, payerOrg }) => [from, to, payerOrg])).toEqual([
      ['2008-04-01', '2010-04-01', '5ZZ'],
      ['2010-04-01', null, null],
    ]);
  });
  it('A24: a retention that would begin after its last day, or the day after it, is not charged', () => {
    const [type, ordered] = W.retentionOrdered;
    const until = (day: string): Told => [type, { ...ordered, until: day }];
    const rows = (day: string) =>
      row([...live, W.noticeGiven, until(day), W.extended('2009-07-31')], 'E1', 'RETENTION_SINGLE_USER');
    expect(rows('2009-06-30')).toEqual([]);
    expect(rows('2009-07-31')).toEqual([]);
    expect(rows('2009-08-01')).toMatchObject([{ from: '2009-08-01', to: '2009-08-02' }]);
  });
  it('I11 R4: two retentions of one option with days between them stay two intervals', () => {
    const [type, ordered] = W.retentionOrdered;
    const brief: Told = [type, { ...ordered, until: '2009-12-31' }];
    const later: Told = [type, { ...ordered, effectiveDate: '2010-01-04', from: '2010-01-05' }];
    expect(
      row([...live, W.noticeGiven, brief, later], 'E1', 'RETENTION_SINGLE_USER').map(({ from, to }) => [
        from,
        to,
      ]),
    ).toEqual([
      ['2009-06-21', '2010-01-01'],
      ['2010-01-05', null],
    ]);
  });
});
