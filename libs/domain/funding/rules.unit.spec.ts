import { in90Days } from '#testing/fixture.js';
import type { Reference } from '../reference.js';
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
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

/** The practice after these events, with the agreement that central funding asks for (X1). */
const agreed = (events: readonly Told[]) =>
  practiceAfter(...(events.includes(W.agreement) ? events : [W.agreement, ...events]));
/** The intervals of one row of an instance, a line each: from, to, payer's organisation, reason. */
const row = (events: readonly Told[], id: string, name: string, facts: Reference = reference) =>
  fundingTimeline(agreed(events), facts)
    .filter((interval) => interval.instanceId === id && interval.row === name)
    .map(({ from, to, payerOrg, reason }) => `${from} ${to} ${payerOrg} ${reason}`);
const licence = (events: readonly Told[], id = 'E1', facts: Reference = reference) =>
  row(events, id, 'SOFTWARE_LICENCE', facts);
const closing = (effectiveDate: string) => told('PracticeClosed', { effectiveDate });
const [, e1Payload] = W.e1;
const lsp = (event: Told): Told => [event[0], { ...event[1], contract: 'LSP', supplier: 'LSP01' }];

describe('S7 R6: the Call-Off', () => {
  it('S7: central funding starts on the day of the join, not earlier; before it the commissioner pays', () => {
    expect(licence([W.registered, W.e1, W.e1Joined('2008-07-01')])).toEqual([
      '2008-04-01 2008-07-01 5ZZ NO_CALL_OFF',
      '2008-07-01 null NATIONAL CALL_OFF',
    ]);
  });
  it('A28: a system that never joins stays with the commissioner', () => {
    expect(licence([W.registered, W.e1])).toEqual(['2008-04-01 null 5ZZ NO_CALL_OFF']);
  });
  it('R4: a change of commissioner cuts what the commissioner pays and leaves the Call-Off as it is', () => {
    const events = [W.registered, W.e1, W.e1Joined(), W.successorFrom2013];
    expect(licence(events)).toEqual(['2008-04-01 null NATIONAL CALL_OFF']);
    expect(row(events, 'E1', 'SYSTEM_SUPPORT')).toEqual([
      '2008-04-01 2013-04-01 5ZZ ROUTINE_SUPPORT',
      '2013-04-01 null 99Z ROUTINE_SUPPORT',
    ]);
  });
  it('R4: without a commissioner on file payerOrg is null', () => {
    expect(licence([W.e1])).toEqual(['2008-04-01 null null NO_CALL_OFF']);
  });
});

describe('A16 A17 R6: the target', () => {
  const until = [W.registered, W.e1, W.e1Joined(), W.requested];
  it('R6: has no life, so no interval, before a go-live that names it', () => {
    expect(licence(W.beforeGoLive, 'V1')).toEqual([]);
  });
  it('S18 A16 A17: a late order funds it from the order on; before that UNFUNDED_NO_ORDER', () => {
    const events = [...until, W.v1, W.v1Joined(), W.wentLive('2009-03-12'), W.ordered('2009-04-02')];
    expect(licence(events, 'V1')).toEqual([
      '2009-03-12 2009-04-02 5ZZ UNFUNDED_NO_ORDER',
      '2009-04-02 null NATIONAL CALL_OFF',
    ]);
  });
  it('A17: without an order it stays UNFUNDED_NO_ORDER, and S18 leaves its support routine', () => {
    const events = [...until, W.v1, W.v1Joined(), W.wentLive('2009-03-12')];
    expect(licence(events, 'V1')).toEqual(['2009-03-12 null 5ZZ UNFUNDED_NO_ORDER']);
    expect(row(events, 'V1', 'SYSTEM_SUPPORT')).toEqual(['2009-03-12 null 5ZZ ROUTINE_SUPPORT']);
  });
  it('A16: a late join funds it from the join on, whatever was ordered', () => {
    const events = [...until, W.ordered(), W.v1, W.wentLive('2009-03-12'), W.v1Joined('2009-05-01')];
    expect(licence(events, 'V1')).toEqual([
      '2009-03-12 2009-05-01 5ZZ NO_CALL_OFF',
      '2009-05-01 null NATIONAL CALL_OFF',
    ]);
  });
  it('A16: the order gates nothing of the source', () => {
    const events = [...until, W.v1, W.wentLive('2009-03-12')];
    expect(licence(events)[1]).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
  });
  it('A14 R19: of an LSP has one row, LSP_CONTRACT without a price, and the source its bedding-in', () => {
    const events = [...until, lsp(W.v1), W.wentLive('2009-03-12')];
    const timeline = fundingTimeline(practiceAfter(...events), reference);
    expect(timeline.filter(({ instanceId }) => instanceId === 'V1')).toMatchObject([
      { row: 'SOFTWARE_LICENCE', payer: 'LSP_CONTRACT', payerOrg: null, yearlyPence: null, reason: 'LSP' },
    ]);
    expect(licence(events)[1]).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
  });
});

describe('S16 A14: a target selected as LSP', () => {
  const asLsp = W.selected('LSP');
  const events = [W.registered, W.e1, W.e1Joined(), W.requested, asLsp, W.ordered(), W.v1, W.v1Joined()];
  it('S16 A14: is paid for by the LSP’s contract, under whatever contract it is registered', () => {
    const live = [...events, W.wentLive('2009-03-12')];
    expect(licence(live, 'V1')).toEqual(['2009-03-12 null null LSP']);
    expect(row(live, 'V1', 'SYSTEM_SUPPORT')).toEqual(['2009-03-12 null null LSP']);
    const timeline = fundingTimeline(agreed(live), reference);
    expect(timeline.find(({ instanceId }) => instanceId === 'V1')).toMatchObject({
      payer: 'LSP_CONTRACT',
      yearlyPence: null,
    });
    expect(licence(live)[1]).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
  });
  it('A14: but not once it is selected from the Framework, by a second migration onto it', () => {
    const again = ([type, payload]: Told, effectiveDate = '2009-05-04'): Told => [
      type,
      { ...payload, effectiveDate, migrationId: '00000000-0000-4000-8000-000000000009' },
    ];
    const back = [...events, W.wentLive('2009-03-12'), W.rolledBack('2009-04-20')];
    const onto = [again(W.requested), again(W.selected('FRAMEWORK')), again(W.wentLive(''), '2009-06-02')];
    expect(licence([...back, ...onto], 'V1')).toEqual([
      '2009-03-12 2009-04-21 null LSP',
      '2009-06-02 null 5ZZ UNFUNDED_NO_ORDER',
    ]);
  });
  it('A13: and stays so as the source of the next migration', () => {
    const [, went] = W.wentLive('2009-09-01');
    const [, request] = W.requested;
    const migrationId = '00000000-0000-4000-8000-000000000009';
    const next = { migrationId, sourceInstanceId: 'V1' };
    const left: readonly Told[] = [
      ...[...events, W.wentLive('2009-03-12')],
      ['MigrationRequested', { ...request, ...next, effectiveDate: '2009-07-01' }],
      ['GoLiveDeclared', { ...went, ...next, targetInstanceId: 'E1' }],
    ];
    expect(licence(left, 'V1')).toEqual(['2009-03-12 null null LSP']);
  });
});

describe('S24 S25 S33 A11: bedding-in', () => {
  const live = [...W.beforeGoLive, W.wentLive('2009-03-12')];
  it('S24 S25 S33 A3: three months from Business Go Live, the corresponding day included', () => {
    expect(licence(live)).toEqual([
      '2008-04-01 2009-03-12 NATIONAL CALL_OFF',
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A3: its last day is still central where a new price starts on that very day', () => {
    const priced = withEmis(
      priceList('2008-04-01', 342772, 20464, 66508),
      priceList('2009-06-12', 350000, 20464, 66508),
    );
    expect(licence(live, 'E1', priced).slice(1)).toEqual([
      '2009-03-12 2009-06-12 NATIONAL BEDDING_IN',
      '2009-06-12 2009-06-13 NATIONAL BEDDING_IN',
      '2009-06-13 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A11: ends with the source service where that ends first', () => {
    expect(licence([...live, W.serviceEnded('2009-04-30')])).toEqual([
      '2008-04-01 2009-03-12 NATIONAL CALL_OFF',
      '2009-03-12 2009-05-01 NATIONAL BEDDING_IN',
    ]);
  });
  it('A11: ends with the practice, whose charges run on', () => {
    expect(licence([...live, closing('2009-04-15')]).slice(1)).toEqual([
      '2009-03-12 2009-04-16 NATIONAL BEDDING_IN',
      '2009-04-16 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A9 A11: but not the days that a national exception covers', () => {
    const granted = told('CentralFundingExceptionGranted', {
      effectiveDate: '2009-04-01',
      instanceId: 'E1',
      from: '2009-05-01',
      until: '2009-05-31',
    });
    expect(licence([...live, closing('2009-04-15'), granted]).slice(2)).toEqual([
      '2009-04-16 2009-05-01 5ZZ AFTER_BEDDING_IN',
      '2009-05-01 2009-06-01 NATIONAL FUNDING_EXCEPTION',
      '2009-06-01 null 5ZZ AFTER_BEDDING_IN',
    ]);
  });
  it('A11 S7: on the practice’s last day a Call-Off still funds it, where a new price starts on that very day', () => {
    const priced = withEmis(
      priceList('2008-04-01', 342772, 20464, 66508),
      priceList('2009-04-30', 350000, 20464, 66508),
    );
    expect(licence([W.registered, W.e1, W.e1Joined(), closing('2009-04-30')], 'E1', priced)).toEqual([
      '2008-04-01 2009-04-30 NATIONAL CALL_OFF',
      '2009-04-30 2009-05-01 NATIONAL CALL_OFF',
      '2009-05-01 null 5ZZ NO_CALL_OFF',
    ]);
  });
  it('A11 S7: so does what a Call-Off funds, of a system that was never left and of a target', () => {
    expect(licence([W.registered, W.e1, W.e1Joined(), closing('2009-04-30')])).toEqual([
      '2008-04-01 2009-05-01 NATIONAL CALL_OFF',
      '2009-05-01 null 5ZZ NO_CALL_OFF',
    ]);
    expect(licence([...live, closing('2009-04-30')], 'V1')).toEqual([
      '2009-03-12 2009-05-01 NATIONAL CALL_OFF',
      '2009-05-01 null 5ZZ NO_CALL_OFF',
    ]);
    expect(
      fundingTimeline(agreed([W.registered, W.e1, W.e1Joined(), closing('2009-04-30')]), reference)[1],
    ).toMatchObject({ rule: 'A11', why: 'The practice has closed', events: ['PracticeClosed'] });
  });
  it('A12: none for a source that was not on a Call-Off on the go-live date, even if it joins later', () => {
    const events = [W.registered, W.e1, W.requested, W.v1, W.wentLive('2009-03-12')];
    expect(licence(events)).toEqual(['2008-04-01 null 5ZZ NO_CALL_OFF']);
    expect(licence([...events, W.e1Joined('2009-03-13')])).toEqual(['2008-04-01 null 5ZZ NO_CALL_OFF']);
    expect(licence([...events, W.e1Joined('2009-03-12')])[1]).toBe(
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
    );
  });
  it('A13: none for an LSP source, which its contract pays for throughout', () => {
    const events = [W.registered, lsp(W.e1), W.requested, W.v1, W.wentLive('2009-03-12')];
    expect(licence(events)).toEqual(['2008-04-01 null null LSP']);
  });
  it('B3: its length and its payers are those of the policy set in force on the go-live date', () => {
    const later = withPolicy(policySet('gpsoc-2', '2009-03-13', { 'period.months': 1 }, 'CENTRAL'));
    expect(licence(live, 'E1', later)[1]).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
    expect(row(live, 'E1', 'SYSTEM_SUPPORT', later)).toEqual(['2008-04-01 null 5ZZ ROUTINE_SUPPORT']);
    const before = withPolicy(policySet('gpsoc-2', '2009-03-12', { 'period.endConvention': 'DAY_BEFORE' }));
    expect(licence(live, 'E1', before)[1]).toBe('2009-03-12 2009-06-12 NATIONAL BEDDING_IN');
    expect(fundingTimeline(practiceAfter(...live), before).map(({ policyVersion }) => policyVersion)).toEqual(
      expect.arrayContaining(['gpsoc-1', 'gpsoc-2']),
    );
  });
  it('B3 A1: of 90 days it ends on 10 June 2009, after a go-live on 12 March, or on 9 June by the day before', () => {
    const of90Days = policySet('gpsoc-2', '2009-03-12', in90Days);
    expect(licence(live, 'E1', withPolicy(of90Days))[1]).toBe('2009-03-12 2009-06-11 NATIONAL BEDDING_IN');
    const dayBefore = { ...in90Days, 'period.endConvention': 'DAY_BEFORE' } as const;
    expect(licence(live, 'E1', withPolicy(policySet('gpsoc-2', '2009-03-12', dayBefore)))[1]).toBe(
      '2009-03-12 2009-06-10 NATIONAL BEDDING_IN',
    );
    expect(
      licence(
        live,
        'E1',
        withPolicy({ ...of90Days, payload: { ...of90Days.payload, effectiveDate: '2009-03-13' } }),
      )[1],
    ).toBe('2009-03-12 2009-06-13 NATIONAL BEDDING_IN');
  });
});

describe('S34 A9 A30 R8: the notice', () => {
  it('S34: given on the day of go-live leaves no local day', () => {
    const [type, given] = W.noticeGiven;
    const today: Told = [type, { ...given, effectiveDate: '2009-03-12', endsOn: '2009-06-12' }];
    expect(licence([...W.beforeGoLive, W.wentLive('2009-03-12'), today])).toEqual([
      '2008-04-01 2009-03-12 NATIONAL CALL_OFF',
      '2009-03-12 2009-06-13 NATIONAL BEDDING_IN',
    ]);
  });
  it('A9 R4: an extension lengthens the local interval and cuts nothing', () => {
    const extended = [...W.asKnownOn3April, W.extended()];
    expect(licence(extended)[2]).toBe('2009-06-13 2009-08-01 5ZZ AFTER_BEDDING_IN');
    expect(licence(extended)).toHaveLength(3);
  });
  it('R8: a recorded end of service replaces the notice end, earlier or later', () => {
    expect(licence([...W.asKnownOn3April, W.serviceEnded('2009-06-15')])[2]).toContain(
      '2009-06-13 2009-06-16',
    );
    expect(licence([...W.asKnownOn3April, W.serviceEnded('2009-06-30')])[2]).toContain(
      '2009-06-13 2009-07-01',
    );
  });
  it('A30: it covers one instance; the target’s rows run on', () => {
    expect(licence(W.asKnownOn3April, 'V1')).toEqual(['2009-03-12 null NATIONAL CALL_OFF']);
  });
  it('A8 A10: why says whether there is no notice, one, an extended one, or an end without any', () => {
    const why = (events: readonly Told[]) =>
      fundingTimeline(practiceAfter(...events), reference).find(({ reason }) => reason === 'AFTER_BEDDING_IN')
        ?.why;
    expect(why(W.withoutNotice)).toBe('After bedding-in end; no notice is on record, so the charge runs on');
    expect(why(W.asKnownOn3April)).toBe('After bedding-in end, before the notice end');
    expect(why(W.w)).toBe('After bedding-in end, before the notice end as extended');
    expect(why([...W.withoutNotice, W.serviceEnded()])).toBe(
      'After bedding-in end, before the recorded end of the service; no notice is on record',
    );
  });
});

describe('A3 R4 R6: rows and prices', () => {
  it('A3: a Level 2 system has licence, levels 1 and 2, and support', () => {
    const levelTwo: Told = ['SystemInstanceRegistered', { ...e1Payload, level: 2 }];
    expect(fundingTimeline(practiceAfter(W.registered, levelTwo), reference).map((one) => one.row)).toEqual([
      'SOFTWARE_LICENCE',
      'LEVEL_1_COMPLIANCE',
      'LEVEL_2_COMPLIANCE',
      'SYSTEM_SUPPORT',
    ]);
  });
  it('R4 S32: a new price list cuts only the rows whose yearly charge it changes', () => {
    const facts = withEmis(
      priceList('2008-04-01', 342772, 20464, 66508),
      priceList('2009-04-01', 350000, 20464, 66508),
    );
    const timeline = fundingTimeline(practiceAfter(W.registered, W.e1, W.e1Joined()), facts);
    expect(
      timeline.map(({ row: name, from, yearlyPence, priceEvents }) => [name, from, yearlyPence, priceEvents]),
    ).toEqual([
      ['SOFTWARE_LICENCE', '2008-04-01', 342772, ['EMIS-1']],
      ['SOFTWARE_LICENCE', '2009-04-01', 350000, ['EMIS-2']],
      ['LEVEL_1_COMPLIANCE', '2008-04-01', 20464, ['EMIS-1', 'EMIS-2']],
      ['LEVEL_2_COMPLIANCE', '2008-04-01', 20464, ['EMIS-1', 'EMIS-2']],
      ['LEVEL_3_COMPLIANCE', '2008-04-01', 20464, ['EMIS-1', 'EMIS-2']],
      ['SYSTEM_SUPPORT', '2008-04-01', 66508, ['EMIS-1', 'EMIS-2']],
    ]);
  });
  it('R6 R19: no price on file is null with NO_PRICE, never 0', () => {
    const facts = withEmis(priceList('2008-04-01', null, 20464, 66508));
    expect(fundingTimeline(practiceAfter(W.registered, W.e1), facts)[0]).toMatchObject({
      row: 'SOFTWARE_LICENCE',
      yearlyPence: null,
      penceReason: 'NO_PRICE',
    });
  });
  it('R14: before a policy set is on record there is nothing to answer from', () => {
    expect(
      fundingTimeline(practiceAfter(...W.w), { ...reference, policy: { sets: [], templates: [] } }),
    ).toEqual([]);
  });
});
