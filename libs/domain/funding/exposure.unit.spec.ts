import { exposureIfNotice } from './exposure.js';
import { practiceAfter, reference, withEmis, priceList, type Told } from './funding.fixture.js';
import * as W from './worked-example.fixture.js';

const exposure = (noticeOn: string, events: readonly Told[] = W.withoutNotice, facts = reference) =>
  exposureIfNotice(practiceAfter(...events), facts, 'E1', noticeOn);

describe('A4 A7 A10: the local cost of giving notice on a day (P3)', () => {
  it('A4 A7: on the day of go-live nothing', () => {
    expect(exposure('2009-03-12')).toEqual({
      earliestEndsOn: '2009-06-12',
      localDays: 0,
      localPence: 0,
      routineSupportPence: 0,
      latestZeroCostNotice: '2009-03-12',
    });
  });
  it('A4 A33: on 20 March 8 days, £88.60, and £14.57 of routine support', () => {
    expect(exposure('2009-03-20')).toEqual({
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
  it('A10: a notice or an end already on record is put aside for the question', () => {
    expect(exposure('2009-03-20', W.w)).toMatchObject({ localDays: 8, localPence: 8860 });
  });
  it('A12: null without a go-live, or without bedding-in funding', () => {
    expect(exposure('2009-03-20', W.beforeGoLive)).toBeNull();
    expect(
      exposure('2009-03-20', [W.registered, W.e1, W.requested, W.v1, W.wentLive('2009-03-12')]),
    ).toBeNull();
  });
  it('R6: pence are null where a price is not on file', () => {
    const facts = withEmis(priceList('2008-04-01', null, 20464, 66508));
    expect(exposure('2009-03-20', W.withoutNotice, facts)).toMatchObject({ localDays: 8, localPence: null });
  });
});
