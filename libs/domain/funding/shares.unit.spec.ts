import type { PolicyParameters } from '../policy/events.js';
import { withAmounts } from './amounts.js';
import {
  policySet,
  practiceAfter,
  priceList,
  told,
  withEmis,
  withPolicy,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

const agreed = (practicePercent?: number): Told =>
  told('ChangeAgreed', {
    effectiveDate: '2008-12-19',
    migrationId: '00000000-0000-4000-8000-000000000001',
    conditions: [],
    decidedBy: 'J Patel',
    ...(practicePercent !== undefined && { localPayerSplit: { practicePercent } }),
  });
const rows = (events: readonly Told[], parameters: Partial<PolicyParameters> = {}) =>
  fundingTimeline(practiceAfter(...events), withPolicy(policySet('gpsoc-1b', '2007-04-01', parameters))).map(
    (interval) => withAmounts(interval, '2009-12-31'),
  );
const licence = (events: readonly Told[], parameters: Partial<PolicyParameters> = {}, instanceId = 'E1') =>
  rows(events, parameters)
    .filter((one) => one.instanceId === instanceId && one.row === 'SOFTWARE_LICENCE')
    .map(({ from, to, payer, payerOrg, reason, sharePercent, pence }) =>
      [from, to, payer, payerOrg, reason, sharePercent ?? '-', pence].join(' '),
    );
const withSplit = (percent: number, ...changes: readonly Told[]) => [
  ...W.w.flatMap((event) => (event[0] === 'MigrationRequested' ? [event, agreed(percent)] : [event])),
  ...changes,
];

describe('R5: a split between PCT and practice', () => {
  it('R5: makes two rows: the practice’s share is rounded half-up, the commissioner’s is the rest', () => {
    expect(licence(withSplit(33))).toEqual([
      '2008-04-01 2009-03-12 CENTRAL NATIONAL CALL_OFF - 323990',
      '2009-03-12 2009-06-13 CENTRAL NATIONAL BEDDING_IN - 87336',
      '2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN 67 30831',
      '2009-06-13 2009-08-01 PRACTICE A00001 AFTER_BEDDING_IN 33 15185',
    ]);
  });
  it('R5: of half a penny each the practice pays the whole one', () => {
    const pennyADay = withEmis(priceList('2008-04-01', 365, 365, 365));
    const shares = fundingTimeline(practiceAfter(...withSplit(50)), pennyADay)
      .filter(({ row, reason }) => row === 'SOFTWARE_LICENCE' && reason === 'AFTER_BEDDING_IN')
      .map((interval) => [interval.payer, withAmounts(interval, '2009-12-31').pence]);
    expect(shares).toEqual([
      ['COMMISSIONER', 24],
      ['PRACTICE', 25],
    ]);
  });
  it('R5 A8: both shares together are what one payer would pay, row by row', () => {
    const sum = (percent: number) =>
      rows(withSplit(percent))
        .filter(({ reason }) => reason === 'AFTER_BEDDING_IN')
        .reduce((total, { pence }) => total + (pence ?? 0), 0);
    expect([0, 1, 33, 50, 99, 100].map(sum)).toEqual([54257, 54257, 54257, 54257, 54257, 54257]);
  });
  it('A8: all of it or nothing of it is one row, and routine support is not shared', () => {
    expect(licence(withSplit(100)).at(-1)).toBe(
      '2009-06-13 2009-08-01 PRACTICE A00001 AFTER_BEDDING_IN - 46016',
    );
    expect(licence(withSplit(0)).at(-1)).toBe(
      '2009-06-13 2009-08-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN - 46016',
    );
    const support = rows(withSplit(50)).filter(
      ({ instanceId, row }) => instanceId === 'E1' && row === 'SYSTEM_SUPPORT',
    );
    expect(support.map(({ payer }) => payer)).toEqual(['COMMISSIONER']);
  });
  it('R4: a change of commissioner cuts the commissioner’s share alone', () => {
    const moved = told('PracticeCommissionerChanged', {
      effectiveDate: '2009-07-01',
      from: '5ZZ',
      to: '5YY',
      legalDate: '2009-07-01',
    });
    expect(licence(withSplit(50, moved)).slice(2)).toEqual([
      '2009-06-13 2009-07-01 COMMISSIONER 5ZZ AFTER_BEDDING_IN 50 8452',
      '2009-07-01 2009-08-01 COMMISSIONER 5YY AFTER_BEDDING_IN 50 14556',
      '2009-06-13 2009-08-01 PRACTICE A00001 AFTER_BEDDING_IN 50 23008',
    ]);
  });
});

describe('B3: what the policy set in force at go-live says', () => {
  it('A8: local.defaultPayer=PRACTICE makes the practice pay where nothing else was agreed', () => {
    const byDefault = { 'local.defaultPayer': 'PRACTICE' } as const;
    expect(licence(W.w, byDefault).at(-1)).toBe(
      '2009-06-13 2009-08-01 PRACTICE A00001 AFTER_BEDDING_IN - 46016',
    );
    expect(licence(withSplit(0), byDefault).at(-1)).toMatch('COMMISSIONER 5ZZ AFTER_BEDDING_IN');
  });
  it('A16: funding.lateOrder=FROM_GO_LIVE funds the target from go-live, though ordered later', () => {
    const late = [
      ...W.beforeGoLive.filter(({ 0: type }) => type !== 'MigrationOrderPlaced'),
      W.wentLive('2009-03-12'),
      W.ordered('2009-05-01'),
    ];
    expect(licence(late, {}, 'V1').map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
      '2009-03-12 2009-05-01 COMMISSIONER 5ZZ UNFUNDED_NO_ORDER',
      '2009-05-01  CENTRAL NATIONAL CALL_OFF',
    ]);
    expect(licence(late, { 'funding.lateOrder': 'FROM_GO_LIVE' }, 'V1')).toHaveLength(1);
  });
  it('A16: funding.beddingInRequiresOrder=true funds bedding-in from the order on', () => {
    const late = [
      ...W.beforeGoLive.filter(({ 0: type }) => type !== 'MigrationOrderPlaced'),
      W.wentLive('2009-03-12'),
      W.ordered('2009-05-01'),
    ];
    const days = licence(late, { 'funding.beddingInRequiresOrder': true }).map((line) =>
      line.split(' ').slice(0, 5).join(' '),
    );
    expect(days.slice(1)).toEqual([
      '2009-03-12 2009-05-01 COMMISSIONER 5ZZ UNFUNDED_NO_ORDER',
      '2009-05-01 2009-06-13 CENTRAL NATIONAL BEDDING_IN',
      '2009-06-13  COMMISSIONER 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A33: accrual.basis=ACT_ACT counts the days of 2008 as parts of 366', () => {
    const [first] = rows(W.w, { 'accrual.basis': 'ACT_ACT' });
    expect(first).toMatchObject({
      from: '2008-04-01',
      to: '2009-03-12',
      accrualBasis: 'ACT_ACT',
      pence: 323284,
    });
  });
});
