import { in90Days } from '#testing/fixture.js';
import { accruedBy, exposureIfNotice } from './exposure.js';
import {
  policySet,
  practiceAfter,
  priceList,
  reference,
  told,
  withEmis,
  withPolicy,
  type Told,
} from './funding.fixture.js';
import * as W from './worked-example.fixture.js';

const exposure = (noticeOn: string, events: readonly Told[] = W.withoutNotice, facts = reference) =>
  exposureIfNotice(practiceAfter(...events), facts, 'E1', noticeOn);

const granted = (from: string, until: string) =>
  told('CentralFundingExceptionGranted', { effectiveDate: '2009-06-15', instanceId: 'E1', from, until });

const w = { fundedUntil: '2009-06-12', dailyPence: 1107, policyVersion: 'gpsoc-1' };

describe('A4 A7 A10: the local cost of giving notice on a day (P3)', () => {
  it('A4 A7: on the day of go-live nothing', () => {
    expect(exposure('2009-03-12')).toEqual({
      ...w,
      earliestEndsOn: '2009-06-12',
      localDays: 0,
      localPence: 0,
      routineSupportPence: 0,
      latestZeroCostNotice: '2009-03-12',
    });
  });
  it('A4 A33: on 20 March 8 days, £88.60, and £14.57 of routine support', () => {
    expect(exposure('2009-03-20')).toEqual({
      ...w,
      earliestEndsOn: '2009-06-20',
      localDays: 8,
      localPence: 8860,
      routineSupportPence: 1457,
      latestZeroCostNotice: '2009-03-12',
    });
  });
  it('A10: on 31 December 292 days, £3,233.31, and £532.06 of routine support', () => {
    expect(exposure('2009-12-31')).toMatchObject({
      earliestEndsOn: '2010-03-31',
      localDays: 292,
      localPence: 323331,
      routineSupportPence: 53206,
    });
  });
  it('A4: before go-live the period counts from go-live', () => {
    expect(exposure('2009-03-01')).toMatchObject({ earliestEndsOn: '2009-06-12', localPence: 0 });
  });
  it('A7: after a go-live on 28 November the latest day without cost is 30 November', () => {
    const events = [...W.beforeGoLive, W.wentLive('2009-11-28')];
    expect(exposure('2009-11-30', events)).toMatchObject({
      localPence: 0,
      latestZeroCostNotice: '2009-11-30',
    });
    expect(exposure('2009-12-01', events)).toMatchObject({ localDays: 1, localPence: 1107 });
  });
  it('A7 B3: the latest day without cost is counted by the policy set in force on each day of notice', () => {
    const events = [...W.beforeGoLive, W.wentLive('2009-11-28')];
    const longer = withPolicy(policySet('gpsoc-2', '2009-11-29', { 'period.months': 4 }));
    expect(exposure('2009-11-28', events, longer)).toMatchObject({
      localDays: 0,
      latestZeroCostNotice: '2009-11-28',
    });
    expect(exposure('2009-11-29', events, longer)).toMatchObject({ localDays: 29, localPence: 32112 });
    const shorter = withPolicy(policySet('gpsoc-2', '2009-12-15', { 'period.months': 2 }));
    expect(exposure('2009-12-31', events, shorter)).toMatchObject({
      localDays: 0,
      latestZeroCostNotice: '2009-12-31',
    });
    expect(exposure('2010-01-01', events, shorter)).toMatchObject({ localDays: 1 });
    const tooLate = withPolicy(policySet('gpsoc-2', '2009-07-01', { 'period.months': 2 }));
    expect(exposure('2009-03-12', W.withoutNotice, tooLate)).toMatchObject({
      latestZeroCostNotice: '2009-03-12',
    });
  });
  it('A7 A1: of 90 days only that of go-live is without cost, where three months had others', () => {
    const events = [...W.beforeGoLive, W.wentLive('2009-11-28')];
    const of90Days = withPolicy(policySet('gpsoc-2', '2009-11-28', in90Days));
    expect(exposure('2009-11-28', events, of90Days)).toMatchObject({
      fundedUntil: '2010-02-26',
      earliestEndsOn: '2010-02-26',
      localDays: 0,
      latestZeroCostNotice: '2009-11-28',
    });
    expect(exposure('2009-11-30', events, of90Days)).toMatchObject({ localDays: 2 });
  });
  it('A7 A11: no day is without cost where the practice’s closure ends bedding-in before any notice can end', () => {
    const closed = [...W.withoutNotice, told('PracticeClosed', { effectiveDate: '2009-04-30' })];
    expect(exposure('2009-03-12', closed)).toMatchObject({
      fundedUntil: '2009-04-30',
      localDays: 43,
      localPence: 47614,
      latestZeroCostNotice: null,
    });
  });
  it('A7 A9: days that a national exception adds to bedding-in are without cost too', () => {
    const excepted = [...W.withoutNotice, granted('2009-06-13', '2009-07-10')];
    expect(exposure('2009-04-10', excepted)).toMatchObject({
      localDays: 0,
      latestZeroCostNotice: '2009-04-10',
    });
    expect(exposure('2009-04-11', excepted)).toMatchObject({ localDays: 1 });
    const oneDay = [...W.withoutNotice, granted('2009-06-13', '2009-06-13')];
    expect(exposure('2009-03-13', oneDay)).toMatchObject({
      localDays: 0,
      latestZeroCostNotice: '2009-03-13',
    });
    const lapsed = told('PctPracticeAgreementEnded', { effectiveDate: '2009-06-30', pct: '5ZZ' });
    expect(exposure('2009-04-10', [...excepted, lapsed])).toMatchObject({
      localDays: 10,
      latestZeroCostNotice: '2009-03-31',
    });
  });
  it('A10 R4: the daily rate is that of the day’s prices, rounded once, shared or not', () => {
    const dearer = withEmis(
      priceList('2008-04-01', 468100, 20500, 66508),
      priceList('2009-10-01', 500000, 20500, 66508),
    );
    expect(exposure('2009-03-20', W.withoutNotice, dearer)).toMatchObject({ dailyPence: 1451 });
    expect(exposure('2009-10-01', W.withoutNotice, dearer)).toMatchObject({ dailyPence: 1538 });
    const split = withPolicy(policySet('gpsoc-1b', '2007-04-01', { 'local.defaultPayer': 'PRACTICE' }));
    expect(exposure('2009-10-01', W.withoutNotice, split)).toMatchObject({ dailyPence: 1107 });
    const unpriced = withEmis(priceList('2008-04-01', null, 20464, 66508));
    expect(exposure('2009-03-20', W.withoutNotice, unpriced)).toMatchObject({ dailyPence: null });
  });
  it('A10: a notice or an end already on record is put aside for the question', () => {
    expect(exposure('2009-03-20', W.w)).toMatchObject({ localDays: 8, localPence: 8860 });
  });
  it('A12: null without a go-live, or without bedding-in funding', () => {
    expect(exposure('2009-03-20', W.beforeGoLive)).toBeNull();
    expect(exposureIfNotice(practiceAfter(...W.beforeGoLive), reference, 'V1', '2009-03-20')).toBeNull();
    expect(
      exposure('2009-03-20', [W.registered, W.e1, W.requested, W.v1, W.wentLive('2009-03-12')]),
    ).toBeNull();
  });
  it('R14: null before a policy set is on record', () =>
    expect(
      exposure('2009-03-20', W.withoutNotice, { ...reference, policy: { sets: [], templates: [] } }),
    ).toBeNull());
  it('R6: pence are null where a price is not on file', () => {
    const facts = withEmis(priceList('2008-04-01', null, 20464, 66508));
    expect(exposure('2009-03-20', W.withoutNotice, facts)).toMatchObject({ localDays: 8, localPence: null });
  });
});

describe('A10: what has fallen locally by the end of a day (P3)', () => {
  const accrued = (until: string, events: readonly Told[] = W.withoutNotice) =>
    accruedBy(practiceAfter(...events), reference, 'E1', until);

  it('A10: without notice by 31 December 202 days, £2,236.73, and £368.07 of routine support', () =>
    expect(accrued('2009-12-31')).toEqual({
      localDays: 202,
      localPence: 223673,
      routineSupportPence: 36807,
    }));
  it('A9: with W’s extension 49 days, £542.57, and £89.28 of routine support, however late it is asked', () =>
    expect(accrued('2013-12-31', W.w)).toEqual({
      localDays: 49,
      localPence: 54257,
      routineSupportPence: 8928,
    }));
  it('A10: within a notice only the days so far', () =>
    expect(accrued('2009-06-15', W.asKnownOn3April)).toMatchObject({ localDays: 3, localPence: 3321 }));
  it('A9 A10: but no day that a national exception covers, once where two do, in neither figure', () => {
    const events = [...W.w, granted('2009-07-01', '2009-07-10'), granted('2009-06-20', '2009-07-05')];
    expect(accrued('2009-12-31', events)).toEqual({
      localDays: 28,
      localPence: 31002,
      routineSupportPence: 8928,
    });
    expect(exposure('2009-04-30', events)).toMatchObject({ localDays: 27, localPence: 29895 });
    expect(accrued('2009-06-25', events)).toMatchObject({ localDays: 7, localPence: 7750 });
    expect(accrued('2009-06-12', [...events, granted('2009-06-01', '2009-06-12')])).toMatchObject({
      localDays: 0,
    });
  });
  it('A9 R6 X1: a day that one covers is local all the same without a PCT-Practice Agreement', () => {
    const ended = told('PctPracticeAgreementEnded', { effectiveDate: '2009-06-24', pct: '5ZZ' });
    expect(accrued('2009-07-31', [...W.w, granted('2009-06-20', '2009-07-10'), ended])).toMatchObject({
      localDays: 44,
      localPence: 48719,
    });
  });
  it('A8 R5: a day that practice and commissioner share is one day', () => {
    const [agreement, ...rest] = W.w;
    const shared = told('ChangeAgreed', {
      effectiveDate: '2008-12-19',
      migrationId: '00000000-0000-4000-8000-000000000001',
      conditions: [],
      decidedBy: 'J Patel',
      localPayerSplit: { practicePercent: 40 },
    });
    const at = rest.findIndex(([type]) => type === 'MigrationRequested') + 1;
    const events = [agreement as Told, ...rest.slice(0, at), shared, ...rest.slice(at)];
    expect(accrued('2009-12-31', events)).toMatchObject({ localDays: 49, localPence: 54257 });
  });
  it('S25: nothing while bedding-in lasts', () =>
    expect(accrued('2009-06-12')).toEqual({ localDays: 0, localPence: 0, routineSupportPence: 0 }));
  it('A10: nothing to tell before a go-live', () => expect(accrued('2009-12-31', W.beforeGoLive)).toBeNull());
});
