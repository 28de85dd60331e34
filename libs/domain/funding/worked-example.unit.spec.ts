import type { CivilDate } from '../calendar/dates.js';
import { sumOfPence, withAmounts } from './amounts.js';
import { practiceAfter, reference, type Told } from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import { asKnownOn25March, asKnownOn3April, w, withoutNotice } from './worked-example.fixture.js';

const rowsOf = (events: readonly Told[], until: CivilDate) =>
  fundingTimeline(practiceAfter(...events), reference).map((interval) => withAmounts(interval, until));

/** The centrally funded rows of E1 after bedding-in: their days, pence and sum. */
const local = (events: readonly Told[], until: CivilDate) => {
  const rows = rowsOf(events, until).filter(({ reason }) => reason === 'AFTER_BEDDING_IN');
  return { days: rows.map(({ days }) => days), pence: sumOfPence(rows) };
};

describe('the local cost of W', () => {
  it('A8 A9 A33: with the extension to 31 July it is 49 days and £542.57, each of four rows rounded by itself', () => {
    expect(local(w, '2013-12-31')).toEqual({ days: [49, 49, 49, 49], pence: 54257 });
  });
  it('A19 A33: as known on 25 March 2009, go-live 11 March, it is 9 days and £99.67', () => {
    expect(local(asKnownOn25March, '2009-03-25')).toEqual({ days: [9, 9, 9, 9], pence: 9967 });
  });
  it('A19: as known on 3 April 2009, go-live corrected to 12 March, it is 8 days and £88.60', () => {
    expect(local(asKnownOn3April, '2009-04-03')).toEqual({ days: [8, 8, 8, 8], pence: 8860 });
  });
  it('A10 R7: without a notice it runs on: 202 days and £2,236.73 by 31 December 2009', () => {
    expect(local(withoutNotice, '2009-12-31')).toEqual({ days: [202, 202, 202, 202], pence: 223673 });
  });
  it('R7: before it starts it is 0 days and 0 pence, and a closed one that lies ahead is counted in full', () => {
    expect(local(withoutNotice, '2009-04-30')).toEqual({ days: [0, 0, 0, 0], pence: 0 });
    expect(local(w, '2009-04-30').pence).toBe(54257);
  });
});

describe('the intervals of W', () => {
  it('A8 R19: the licence after bedding-in is the interval of domain P2, with the events that it rests on', () => {
    const interval = rowsOf(w, '2013-12-31').find(
      ({ row, from }) => row === 'SOFTWARE_LICENCE' && from === '2009-06-13',
    );
    expect(interval).toEqual({
      instanceId: 'E1',
      row: 'SOFTWARE_LICENCE',
      from: '2009-06-13',
      to: '2009-08-01',
      payer: 'COMMISSIONER',
      payerOrg: '5ZZ',
      yearlyPence: 342772,
      days: 49,
      pence: 46016,
      reason: 'AFTER_BEDDING_IN',
      rule: 'A8',
      policyVersion: 'gpsoc-1',
      why: 'After bedding-in end, before the notice end as extended',
      events: ['GoLiveCorrected', 'NoticeGiven', 'NoticeExtended', 'SourceServiceEnded'],
      priceEvents: ['EMIS-1'],
    });
  });
  it('A3 R4 R6 R19: every row of both instances, from the first day to the last, is cut by nothing else', () => {
    const lines = rowsOf(w, '2013-12-31').map(
      ({ instanceId, row, from, to, payer, payerOrg, reason, rule, pence }) =>
        [instanceId, row, from, to, payer, payerOrg, reason, rule, pence].join(' '),
    );
    expect(lines).toEqual([
      'E1 SOFTWARE_LICENCE 2008-04-01 2009-03-12 CENTRAL NATIONAL CALL_OFF S7 323990',
      'E1 SOFTWARE_LICENCE 2009-03-12 2009-06-13 CENTRAL NATIONAL BEDDING_IN S25 87336',
      'E1 SOFTWARE_LICENCE 2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN A8 46016',
      'E1 LEVEL_1_COMPLIANCE 2008-04-01 2009-03-12 CENTRAL NATIONAL CALL_OFF S7 19343',
      'E1 LEVEL_1_COMPLIANCE 2009-03-12 2009-06-13 CENTRAL NATIONAL BEDDING_IN S25 5214',
      'E1 LEVEL_1_COMPLIANCE 2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN A8 2747',
      'E1 LEVEL_2_COMPLIANCE 2008-04-01 2009-03-12 CENTRAL NATIONAL CALL_OFF S7 19343',
      'E1 LEVEL_2_COMPLIANCE 2009-03-12 2009-06-13 CENTRAL NATIONAL BEDDING_IN S25 5214',
      'E1 LEVEL_2_COMPLIANCE 2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN A8 2747',
      'E1 LEVEL_3_COMPLIANCE 2008-04-01 2009-03-12 CENTRAL NATIONAL CALL_OFF S7 19343',
      'E1 LEVEL_3_COMPLIANCE 2009-03-12 2009-06-13 CENTRAL NATIONAL BEDDING_IN S25 5214',
      'E1 LEVEL_3_COMPLIANCE 2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN A8 2747',
      'E1 SYSTEM_SUPPORT 2008-04-01 2009-08-01 COMMISSIONER 5ZZ ROUTINE_SUPPORT A8 88738',
      'E1 RETENTION_SINGLE_USER 2009-08-01 2011-10-01 COMMISSIONER 5ZZ RETENTION S28 ',
      'E1 RETENTION_DATR 2011-10-01 2013-04-01 COMMISSIONER 5ZZ RETENTION S28 ',
      'E1 RETENTION_DATR 2013-04-01  COMMISSIONER 99Z RETENTION S28 ',
      'V1 SOFTWARE_LICENCE 2009-03-12  CENTRAL NATIONAL CALL_OFF A16 2252010',
      'V1 LEVEL_1_COMPLIANCE 2009-03-12  CENTRAL NATIONAL CALL_OFF A16 98625',
      'V1 LEVEL_2_COMPLIANCE 2009-03-12  CENTRAL NATIONAL CALL_OFF A16 98625',
      'V1 LEVEL_3_COMPLIANCE 2009-03-12  CENTRAL NATIONAL CALL_OFF A16 98625',
      'V1 SYSTEM_SUPPORT 2009-03-12 2013-04-01 COMMISSIONER 5ZZ ROUTINE_SUPPORT A8 269826',
      'V1 SYSTEM_SUPPORT 2013-04-01  COMMISSIONER 99Z ROUTINE_SUPPORT A8 50103',
    ]);
  });
  it('R4 R19: each names the events of its start, its payer and its end', () => {
    const events = Object.fromEntries(
      fundingTimeline(practiceAfter(...w), reference).map(({ instanceId, row, from, events }) => [
        `${instanceId} ${row} ${from}`,
        events.join(' '),
      ]),
    );
    expect(events['E1 SOFTWARE_LICENCE 2008-04-01']).toBe(
      'SystemInstanceRegistered PracticeJoinedCallOff PctPracticeAgreementSigned GoLiveCorrected',
    );
    expect(events['E1 SOFTWARE_LICENCE 2009-03-12']).toBe(
      'PracticeJoinedCallOff GoLiveCorrected PctPracticeAgreementSigned',
    );
    expect(events['E1 SYSTEM_SUPPORT 2008-04-01']).toBe(
      'SystemInstanceRegistered NoticeGiven NoticeExtended SourceServiceEnded',
    );
    expect(events['E1 RETENTION_SINGLE_USER 2009-08-01']).toBe(
      'RetentionOrdered NoticeGiven NoticeExtended SourceServiceEnded RetentionOptionChanged',
    );
    expect(events['E1 RETENTION_DATR 2013-04-01']).toBe('PracticeCommissionerChanged RetentionOptionChanged');
    expect(events['V1 SOFTWARE_LICENCE 2009-03-12']).toBe(
      'SystemInstanceRegistered-2 GoLiveCorrected PracticeJoinedCallOff-2 MigrationOrderPlaced PctPracticeAgreementSigned',
    );
  });
});
