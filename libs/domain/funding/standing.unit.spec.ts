import type { Reference } from '../reference.js';
import type { SupplierEvent } from '../supplier/events.js';
import {
  policySet,
  practiceAfter,
  priceList,
  reference,
  supplierAfter,
  told,
  withEmis,
  withPolicy,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

/** The intervals of one row of E1, a line each: from, to, payer's organisation, reason. */
const row = (events: readonly Told[], name = 'SOFTWARE_LICENCE', facts: Reference = reference) =>
  fundingTimeline(practiceAfter(...events), facts)
    .filter((interval) => interval.instanceId === 'E1' && interval.row === name)
    .map(({ from, to, payerOrg, reason }) => `${from} ${to} ${payerOrg} ${reason}`);
const eventsOf = (events: readonly Told[], reason: string, facts: Reference = reference) =>
  fundingTimeline(practiceAfter(...events), facts).find((one) => one.reason === reason)?.events;

const signed = (effectiveDate: string) => told('PctPracticeAgreementSigned', { effectiveDate, pct: '5ZZ' });
const ended = (effectiveDate: string) => told('PctPracticeAgreementEnded', { effectiveDate, pct: '5ZZ' });
const under = (effectiveDate: string, contractorType: 'GMS' | 'PCTMS') =>
  told('ContractorTypeRecorded', { effectiveDate, contractorType });
const left = (effectiveDate: string) =>
  told('PracticeLeftCallOff', { effectiveDate, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' });
const upgraded = (effectiveDate: string, level: number) =>
  told('SystemUpgraded', { effectiveDate, instanceId: 'E1', version: '5.2', level });
const inUse = [W.registered, W.e1, W.e1Joined()];
const live = [...W.beforeGoLive, W.wentLive('2009-03-12')];

describe('X1 R6: the PCT-Practice Agreement', () => {
  it('X1 R6: ends CENTRAL for the days on which it is missing, and for no other', () => {
    expect(row([...inUse, signed('2008-06-01'), ended('2009-03-31'), signed('2009-06-01')])).toEqual([
      '2008-04-01 2008-06-01 5ZZ NO_PCT_PRACTICE_AGREEMENT',
      '2008-06-01 2009-04-01 NATIONAL CALL_OFF',
      '2009-04-01 2009-06-01 5ZZ NO_PCT_PRACTICE_AGREEMENT',
      '2009-06-01 null NATIONAL CALL_OFF',
    ]);
  });
  it('X1: leaves routine support, and what is local anyway, as they are', () => {
    expect(row(inUse, 'SYSTEM_SUPPORT')).toEqual(['2008-04-01 null 5ZZ ROUTINE_SUPPORT']);
    expect(row([W.registered, W.e1])).toEqual(['2008-04-01 null 5ZZ NO_CALL_OFF']);
  });
  it('X1 R6: holds back a bedding-in’s days too, which resume with the agreement', () => {
    expect(row([...live, ended('2009-04-30'), signed('2009-06-01')]).slice(1)).toEqual([
      '2009-03-12 2009-05-01 NATIONAL BEDDING_IN',
      '2009-05-01 2009-06-01 5ZZ NO_PCT_PRACTICE_AGREEMENT',
      '2009-06-01 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('X1 R19: names the rule, and the end of the agreement', () => {
    const events = [...inUse, signed('2008-04-01'), ended('2009-03-31')];
    expect(eventsOf(events, 'NO_PCT_PRACTICE_AGREEMENT')).toEqual(['PctPracticeAgreementEnded']);
    expect(fundingTimeline(practiceAfter(...events), reference)[1]).toMatchObject({ rule: 'X1' });
  });
  it('X9: a PCTMS practice needs none, for the days on which it is one', () => {
    expect(row([...inUse, under('2008-04-01', 'PCTMS'), under('2009-04-01', 'GMS')])).toEqual([
      '2008-04-01 2009-04-01 NATIONAL CALL_OFF',
      '2009-04-01 null 5ZZ NO_PCT_PRACTICE_AGREEMENT',
    ]);
  });
});

describe('X3 R6: leaving the Call-Off', () => {
  it('X3 R6: later days are the commissioner’s, until the practice joins again', () => {
    expect(row([...inUse, W.agreement, left('2009-03-31'), W.e1Joined('2009-07-01')])).toEqual([
      '2008-04-01 2009-04-01 NATIONAL CALL_OFF',
      '2009-04-01 2009-07-01 5ZZ NO_CALL_OFF',
      '2009-07-01 null NATIONAL CALL_OFF',
    ]);
    expect(eventsOf([...inUse, W.agreement, left('2009-03-31')], 'NO_CALL_OFF')).toEqual([
      'PracticeLeftCallOff',
    ]);
  });
  it('R6 A11: a bedding-in that has begun does not end with it', () => {
    expect(row([...live, left('2009-03-12')])[1]).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
  });
  it('A12: one that left before go-live has none', () => {
    expect(row([...live, left('2009-03-11')])).toEqual([
      '2008-04-01 2009-03-12 NATIONAL CALL_OFF',
      '2009-03-12 null 5ZZ NO_CALL_OFF',
    ]);
  });
});

describe('A29: compliance lost, funding suspended', () => {
  const product = { productId: 'EMIS.EMIS-LV' };
  const prices = priceList('2008-04-01', 342772, 20464, 66508);
  const levels: SupplierEvent[] = [
    prices,
    { type: 'SystemListed', payload: { ...product, effectiveDate: '2008-04-01', name: 'EMIS LV' } },
    { type: 'LevelAchieved', payload: { ...product, effectiveDate: '2008-04-01', level: 3 } },
    { type: 'LevelWithdrawn', payload: { ...product, effectiveDate: '2009-01-01', level: 1 } },
  ];
  const decided = (type: 'CentralFundingSuspended' | 'CentralFundingRestored', effectiveDate: string) => ({
    type,
    payload: { ...product, effectiveDate },
  });
  const agreed = [W.agreement, ...inUse];
  it('A29: a lost level alone stops nothing', () => {
    expect(row(agreed, 'SOFTWARE_LICENCE', withEmis(...levels))).toEqual([
      '2008-04-01 null NATIONAL CALL_OFF',
    ]);
  });
  const suspended = withEmis(
    ...levels,
    decided('CentralFundingSuspended', '2009-02-01'),
    decided('CentralFundingRestored', '2009-05-01'),
  );
  it('A29 R19: a national decision does, from its day until it is restored', () => {
    expect(row(agreed, 'SOFTWARE_LICENCE', suspended)).toEqual([
      '2008-04-01 2009-02-01 NATIONAL CALL_OFF',
      '2009-02-01 2009-05-01 5ZZ FUNDING_SUSPENDED',
      '2009-05-01 null NATIONAL CALL_OFF',
    ]);
    expect(eventsOf(agreed, 'FUNDING_SUSPENDED', suspended)).toEqual(
      expect.arrayContaining(['PracticeJoinedCallOff', 'EMIS-5']),
    );
  });
  it('A29 R6: but not a bedding-in that has begun', () => {
    expect(row(live, 'SOFTWARE_LICENCE', suspended)).toEqual([
      '2008-04-01 2009-02-01 NATIONAL CALL_OFF',
      '2009-02-01 2009-03-12 5ZZ FUNDING_SUSPENDED',
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A29 B3: where the policy says SUSPEND, the day on which the level is lost does', () => {
    const policy = withPolicy(policySet('gpsoc-2', '2008-04-01', { 'compliance.lossEffect': 'SUSPEND' }));
    const facts = { ...policy, suppliers: withEmis(...levels).suppliers };
    expect(row(agreed, 'SOFTWARE_LICENCE', facts)).toEqual([
      '2008-04-01 2009-01-01 NATIONAL CALL_OFF',
      '2009-01-01 null 5ZZ FUNDING_SUSPENDED',
    ]);
    expect(eventsOf(agreed, 'FUNDING_SUSPENDED', facts)).toEqual(['PracticeJoinedCallOff', 'EMIS-4']);
    expect(eventsOf(agreed, 'CALL_OFF', facts)).toEqual(expect.arrayContaining(['EMIS-4']));
  });
  it('A29 A3: and it names the registration where it is the installation that was too low from the first', () => {
    const policy = withPolicy(policySet('gpsoc-2', '2008-04-01', { 'compliance.lossEffect': 'SUSPEND' }));
    const facts = { ...policy, suppliers: withEmis(...levels.slice(0, 3)).suppliers };
    const [type, payload] = W.e1;
    const events = [
      W.agreement,
      W.registered,
      [type, { ...payload, level: 1 }] as const,
      W.e1Joined('2008-05-01'),
    ];
    expect(eventsOf(events, 'FUNDING_SUSPENDED', facts)).toEqual([
      'PracticeJoinedCallOff',
      'SystemInstanceRegistered',
    ]);
  });
  it('A29 A15: so does, for every row, the day on which the installed level changes', () => {
    const policy = withPolicy(policySet('gpsoc-2', '2008-04-01', { 'compliance.lossEffect': 'SUSPEND' }));
    const facts = { ...policy, suppliers: withEmis(...levels.slice(0, 3)).suppliers };
    const events = [...agreed, upgraded('2009-01-15', 1), upgraded('2009-02-01', 2)];
    const suspended = [
      '2008-04-01 2009-01-15 NATIONAL CALL_OFF',
      '2009-01-15 2009-02-01 5ZZ FUNDING_SUSPENDED',
      '2009-02-01 null NATIONAL CALL_OFF',
    ];
    expect(row(events, 'SOFTWARE_LICENCE', facts)).toEqual(suspended);
    expect(row(events, 'LEVEL_1_COMPLIANCE', facts)).toEqual(suspended);
    expect(eventsOf(events, 'FUNDING_SUSPENDED', facts)).toEqual(
      expect.arrayContaining(['PracticeJoinedCallOff', 'SystemUpgraded']),
    );
  });
});

describe('B3 A29: the target of a migration, once live', () => {
  const v1Row = (name: string, facts: Reference) =>
    fundingTimeline(practiceAfter(...live, W.noticeGiven), facts)
      .filter(({ instanceId, row: one }) => instanceId === 'V1' && one === name)
      .map(({ from, to, payerOrg, reason, policyVersion }) => [from, to, payerOrg, reason, policyVersion]);

  it('B3: follows the who-pays table of the set in force on the day, as a system that never migrated does', () => {
    const facts = withPolicy(policySet('gpsoc-2', '2011-04-01', {}, 'CENTRAL'));
    expect(v1Row('SYSTEM_SUPPORT', facts)).toEqual([
      ['2009-03-12', '2011-04-01', '5ZZ', 'ROUTINE_SUPPORT', 'gpsoc-1'],
      ['2011-04-01', null, 'NATIONAL', 'CALL_OFF', 'gpsoc-2'],
    ]);
  });
  it('A29 B3: is suspended with its level by the set of the day', () => {
    const product = { productId: 'INPS.VISION-3' };
    const INPS = supplierAfter(
      'INPS',
      priceList('2008-04-01', 468100, 20500, 66500),
      { type: 'SystemListed', payload: { ...product, effectiveDate: '2008-04-01', name: 'Vision 3' } },
      { type: 'LevelAchieved', payload: { ...product, effectiveDate: '2008-04-01', level: 3 } },
      { type: 'LevelWithdrawn', payload: { ...product, effectiveDate: '2011-06-01', level: 1 } },
    );
    const policy = withPolicy(policySet('gpsoc-2', '2011-04-01', { 'compliance.lossEffect': 'SUSPEND' }));
    const facts = { ...policy, suppliers: { ...policy.suppliers, INPS } };
    expect(v1Row('SOFTWARE_LICENCE', facts)).toEqual([
      ['2009-03-12', '2011-06-01', 'NATIONAL', 'CALL_OFF', 'gpsoc-1'],
      ['2011-06-01', null, '5ZZ', 'FUNDING_SUSPENDED', 'gpsoc-2'],
    ]);
  });
  it('A16 B3: counts a late order by the set of its go-live, whatever a later one says', () => {
    const late = [...live.filter(([type]) => type !== 'MigrationOrderPlaced'), W.ordered('2009-06-01')];
    const facts = withPolicy(policySet('gpsoc-2', '2009-04-01', { 'funding.lateOrder': 'FROM_GO_LIVE' }));
    expect(
      fundingTimeline(practiceAfter(...late), facts)
        .filter(({ instanceId, row: one }) => instanceId === 'V1' && one === 'SOFTWARE_LICENCE')
        .map(({ from, to, reason }) => [from, to, reason]),
    ).toEqual([
      ['2009-03-12', '2009-06-01', 'UNFUNDED_NO_ORDER'],
      ['2009-06-01', null, 'CALL_OFF'],
    ]);
  });
});

describe('A9: a national exception', () => {
  const granted = (from: string, until: string) =>
    told('CentralFundingExceptionGranted', { effectiveDate: '2009-06-01', instanceId: 'E1', from, until });
  it('A9 R19: makes its days after bedding-in central, and no other', () => {
    expect(row([...live, granted('2009-06-01', '2009-06-30')]).slice(1)).toEqual([
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 2009-07-01 NATIONAL FUNDING_EXCEPTION',
      '2009-07-01 null 5ZZ AFTER_BEDDING_IN',
    ]);
    expect(row([...live, granted('2009-06-01', '2009-06-30')], 'SYSTEM_SUPPORT')).toEqual([
      '2008-04-01 null 5ZZ ROUTINE_SUPPORT',
    ]);
  });
  it('R6 X1 A9: pays no day on which the PCT-Practice Agreement is missing: the local payer of A8 does', () => {
    const state = practiceAfter(...live, ended('2009-06-20'), granted('2009-06-13', '2009-06-30'));
    const [excepted, after] = fundingTimeline(state, reference)
      .filter((one) => one.instanceId === 'E1' && one.row === 'SOFTWARE_LICENCE')
      .slice(2);
    expect(excepted).toMatchObject({ to: '2009-06-21', payer: 'CENTRAL', reason: 'FUNDING_EXCEPTION' });
    expect(excepted?.events).toEqual(
      expect.arrayContaining(['PctPracticeAgreementSigned', 'PctPracticeAgreementEnded']),
    );
    expect(after).toMatchObject({ to: null, payer: 'COMMISSIONER', reason: 'AFTER_BEDDING_IN', rule: 'A8' });
  });
});

describe('A3 A15 S3: rows that change with the installed system', () => {
  it('A15: a new level changes the rows from its day; nothing else is cut', () => {
    const events = [W.agreement, ...inUse, upgraded('2008-09-01', 2), upgraded('2009-02-01', 3)];
    expect(row(events)).toEqual(['2008-04-01 null NATIONAL CALL_OFF']);
    expect(row(events, 'LEVEL_2_COMPLIANCE')).toEqual(['2008-04-01 null NATIONAL CALL_OFF']);
    expect(row(events, 'LEVEL_3_COMPLIANCE')).toEqual([
      '2008-04-01 2008-09-01 NATIONAL CALL_OFF',
      '2009-02-01 null NATIONAL CALL_OFF',
    ]);
  });
  it('A15: a new version without a level changes no row', () => {
    const version = told('SystemUpgraded', {
      effectiveDate: '2008-09-01',
      instanceId: 'E1',
      version: '5.2',
    });
    expect(fundingTimeline(practiceAfter(...inUse, version), reference)).toEqual(
      fundingTimeline(practiceAfter(...inUse), reference),
    );
  });
  it('A3 S3: the Summary Care Record has a row from the day on which it is installed', () => {
    const summary = told('NationalFunctionInstalled', {
      effectiveDate: '2009-02-01',
      instanceId: 'E1',
      function: 'SUMMARY_CARE_RECORD',
    });
    expect(row([W.agreement, ...inUse], 'SUMMARY_CARE_RECORD_COMPLIANCE')).toEqual([]);
    expect(row([W.agreement, ...inUse, summary], 'SUMMARY_CARE_RECORD_COMPLIANCE')).toEqual([
      '2009-02-01 null NATIONAL CALL_OFF',
    ]);
  });
});
