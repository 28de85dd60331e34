import {
  policySet,
  practiceAfter,
  reference,
  told,
  withEmis,
  withPolicy,
  type Told,
} from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

/** The intervals of one row: from, to, reason, rule and the events that each rests on. */
const row = (events: readonly Told[], name = 'SOFTWARE_LICENCE', id = 'E1', facts = reference) =>
  fundingTimeline(practiceAfter(...events), facts)
    .filter((interval) => interval.instanceId === id && interval.row === name)
    .map(({ from, to, reason, rule, events: ids }) => [from, to, reason, rule, ids]);

const inUse = [W.registered, W.e1];
const live = [...W.beforeGoLive, W.wentLive('2009-03-12')];
const upgraded = (effectiveDate: string, level: number) =>
  told('SystemUpgraded', { effectiveDate, instanceId: 'E1', version: '5.2', level });
const summaryCareRecord = (effectiveDate: string) =>
  told('NationalFunctionInstalled', { effectiveDate, instanceId: 'E1', function: 'SUMMARY_CARE_RECORD' });
const ended = (effectiveDate: string) => told('PctPracticeAgreementEnded', { effectiveDate, pct: '5ZZ' });
const left = (effectiveDate: string) =>
  told('PracticeLeftCallOff', { effectiveDate, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' });
const cancelled = (effectiveDate: string) =>
  told('MigrationOrderCancelled', {
    effectiveDate,
    migrationId: '00000000-0000-4000-8000-000000000001',
    trackingRef: 'T-0001',
  });
const granted = (from: string, until: string) =>
  told('CentralFundingExceptionGranted', { effectiveDate: '2009-06-01', instanceId: 'E1', from, until });

describe('R4 A15: a row of a level rests on what brings and ends the level', () => {
  const [level1, level2] = ['LEVEL_1_COMPLIANCE', 'LEVEL_2_COMPLIANCE'];
  const events = [
    ...inUse,
    upgraded('2008-09-01', 0),
    upgraded('2009-02-01', 1),
    W.serviceEnded('2009-07-31'),
  ];

  it('R4 A15: begins with the registration, ends and begins anew with an upgrade, ends with the service', () => {
    expect(row(events, level1)).toEqual([
      ['2008-04-01', '2008-09-01', 'NO_CALL_OFF', 'S7', ['SystemInstanceRegistered', 'SystemUpgraded']],
      ['2009-02-01', '2009-08-01', 'NO_CALL_OFF', 'S7', ['SystemUpgraded-2', 'SourceServiceEnded']],
    ]);
    expect(row(events, level2)).toEqual([
      ['2008-04-01', '2008-09-01', 'NO_CALL_OFF', 'S7', ['SystemInstanceRegistered', 'SystemUpgraded']],
    ]);
  });
  it('R4 A15: an upgrade on the first day or after the last cuts nothing', () => {
    const atTheEdges = [
      ...inUse,
      upgraded('2008-04-01', 3),
      W.serviceEnded('2009-07-31'),
      upgraded('2009-08-01', 1),
    ];
    expect(row(atTheEdges, level1)).toEqual([
      ['2008-04-01', '2009-08-01', 'NO_CALL_OFF', 'S7', ['SystemInstanceRegistered', 'SourceServiceEnded']],
    ]);
  });
  it('A15: a system at level 1 has no row of level 2, and at level 0 none of level 1', () => {
    const [type, payload] = W.e1;
    const at = (level: number): Told => [type, { ...payload, level }];
    const rowsAt = (level: number) =>
      fundingTimeline(practiceAfter(W.registered, at(level)), reference).map((one) => one.row);
    expect(rowsAt(1)).toEqual(['SOFTWARE_LICENCE', 'LEVEL_1_COMPLIANCE', 'SYSTEM_SUPPORT']);
    expect(rowsAt(0)).toEqual(['SOFTWARE_LICENCE', 'SYSTEM_SUPPORT']);
  });
});

describe('R4 S3: the row of the Summary Care Record', () => {
  const name = 'SUMMARY_CARE_RECORD_COMPLIANCE';

  it('R4 S3: rests on the registration, the first confirmation and the end of the service', () => {
    const other = told('NationalFunctionInstalled', {
      effectiveDate: '2008-05-01',
      instanceId: 'E1',
      function: 'GP2GP',
    });
    const events = [...inUse, other, summaryCareRecord('2009-02-01'), summaryCareRecord('2009-03-01')];
    expect(row([...events, W.serviceEnded('2009-07-31')], name)).toEqual([
      [
        '2009-02-01',
        '2009-08-01',
        'NO_CALL_OFF',
        'S7',
        ['SystemInstanceRegistered', 'NationalFunctionInstalled-2', 'SourceServiceEnded'],
      ],
    ]);
  });
  it('R4 S3: is of one day where it is installed on the last, and none where it is after it', () => {
    const days = (day: string) =>
      row([...inUse, summaryCareRecord(day), W.serviceEnded('2009-07-31')], name).map(([from, to]) => [
        from,
        to,
      ]);
    expect(days('2009-07-31')).toEqual([['2009-07-31', '2009-08-01']]);
    expect(days('2009-08-01')).toEqual([]);
    expect(days('2009-08-02')).toEqual([]);
  });
});

describe('R4 R6: what the payer of a day rests on', () => {
  const joined = ['PracticeJoinedCallOff', 'PctPracticeAgreementSigned'];

  it('R4 X3: after the Call-Off was left, on the leaving', () => {
    expect(row([W.agreement, ...inUse, W.e1Joined(), left('2009-03-31')])).toEqual([
      [
        '2008-04-01',
        '2009-04-01',
        'CALL_OFF',
        'S7',
        ['SystemInstanceRegistered', ...joined, 'PracticeLeftCallOff'],
      ],
      ['2009-04-01', null, 'NO_CALL_OFF', 'S7', ['PracticeLeftCallOff']],
    ]);
  });
  it('R4 X3: after the second leaving, on the second alone; between them, on the first', () => {
    const events = [
      W.agreement,
      ...inUse,
      W.e1Joined(),
      left('2009-03-31'),
      W.e1Joined('2009-07-01'),
      left('2009-09-30'),
    ];
    expect(row(events).filter(([, , reason]) => reason === 'NO_CALL_OFF')).toEqual([
      [
        '2009-04-01',
        '2009-07-01',
        'NO_CALL_OFF',
        'S7',
        ['PracticeLeftCallOff', 'PracticeJoinedCallOff-2', 'PctPracticeAgreementSigned'],
      ],
      ['2009-10-01', null, 'NO_CALL_OFF', 'S7', ['PracticeLeftCallOff-2']],
    ]);
  });
  it('R4 X1: after the first end of an agreement, on the first, and on the second alone after that', () => {
    const again = told('PctPracticeAgreementSigned', { effectiveDate: '2009-06-01', pct: '5ZZ' });
    const events = [W.agreement, ...inUse, W.e1Joined(), ended('2009-03-31'), again, ended('2009-08-31')];
    const lacking = row(events).filter(([, , reason]) => reason === 'NO_PCT_PRACTICE_AGREEMENT');
    expect(lacking.map(([from, to, , , ids]) => [from, to, ids])).toEqual([
      [
        '2009-04-01',
        '2009-06-01',
        ['PctPracticeAgreementEnded', 'PracticeJoinedCallOff', 'PctPracticeAgreementSigned-2'],
      ],
      ['2009-09-01', null, ['PctPracticeAgreementEnded-2']],
    ]);
  });
  it('R4 X9: of a PCTMS practice, which has no agreement, on the Call-Off alone', () => {
    const pctms = told('ContractorTypeRecorded', { effectiveDate: '2008-04-01', contractorType: 'PCTMS' });
    expect(row([...inUse, pctms, W.e1Joined()])).toEqual([
      ['2008-04-01', null, 'CALL_OFF', 'S7', ['SystemInstanceRegistered', 'PracticeJoinedCallOff']],
    ]);
  });
  it('R4 X1 A8: after bedding-in without an exception, not on the end of an agreement', () =>
    expect(row([...live, ended('2009-07-31')]).slice(2)).toEqual([
      ['2009-06-13', null, 'AFTER_BEDDING_IN', 'A8', ['GoLiveDeclared']],
    ]));
  it('R4 A16 S18: by a policy that counts a late order from go-live, on the order of each day', () => {
    const early = withPolicy(policySet('gpsoc-1b', '2007-04-01', { 'funding.lateOrder': 'FROM_GO_LIVE' }));
    const events = [...live, cancelled('2009-05-01'), W.ordered('2009-06-01')];
    const placed = row(events, 'SOFTWARE_LICENCE', 'V1', early).map(([from, to, , , ids]) => [
      from,
      to,
      (ids as string[]).filter((id) => id.startsWith('MigrationOrderPlaced')),
    ]);
    expect(placed).toEqual([['2009-03-12', null, ['MigrationOrderPlaced', 'MigrationOrderPlaced-2']]]);
  });
  it('R4 A16 S18: from the day on which the order is cancelled, on the cancellation', () => {
    expect(row([...live, cancelled('2009-05-01')], 'SOFTWARE_LICENCE', 'V1').slice(1)).toEqual([
      [
        '2009-05-01',
        null,
        'UNFUNDED_NO_ORDER',
        'A17',
        ['PracticeJoinedCallOff-2', 'GoLiveDeclared', 'MigrationOrderCancelled'],
      ],
    ]);
  });
  it('R4 A16 S18: between two orders, on the first cancellation; after both, on the last', () => {
    const events = [...live, cancelled('2009-05-01'), W.ordered('2009-06-01'), cancelled('2009-08-01')];
    expect(
      row(events, 'SOFTWARE_LICENCE', 'V1').map(([from, , reason, , ids]) => [
        from,
        reason,
        (ids as string[]).filter((id) => id.startsWith('MigrationOrderCancelled')),
      ]),
    ).toEqual([
      ['2009-03-12', 'CALL_OFF', ['MigrationOrderCancelled']],
      ['2009-05-01', 'UNFUNDED_NO_ORDER', ['MigrationOrderCancelled']],
      ['2009-06-01', 'CALL_OFF', ['MigrationOrderCancelled-2']],
      ['2009-08-01', 'UNFUNDED_NO_ORDER', ['MigrationOrderCancelled-2']],
    ]);
  });
  it('R4 A9: to the last granted day, on the exception', () => {
    expect(row([...live, granted('2009-06-13', '2009-06-30')]).slice(2)).toEqual([
      [
        '2009-06-13',
        '2009-07-01',
        'FUNDING_EXCEPTION',
        'A9',
        ['CentralFundingExceptionGranted', 'PctPracticeAgreementSigned', 'GoLiveDeclared'],
      ],
      ['2009-07-01', null, 'AFTER_BEDDING_IN', 'A8', ['GoLiveDeclared']],
    ]);
  });
  it('R4 A9: on a day that two exceptions cover, on the one granted first; an exception may be of one day', () => {
    const two = [granted('2009-06-18', '2009-06-20'), granted('2009-06-13', '2009-06-30')];
    expect(row([...live, ...two, granted('2009-07-05', '2009-07-05')]).slice(2)).toEqual([
      [
        '2009-06-13',
        '2009-07-01',
        'FUNDING_EXCEPTION',
        'A9',
        [
          'CentralFundingExceptionGranted-2',
          'PctPracticeAgreementSigned',
          'CentralFundingExceptionGranted',
          'GoLiveDeclared',
        ],
      ],
      [
        '2009-07-01',
        '2009-07-05',
        'AFTER_BEDDING_IN',
        'A8',
        ['GoLiveDeclared', 'CentralFundingExceptionGranted-3', 'PctPracticeAgreementSigned'],
      ],
      [
        '2009-07-05',
        '2009-07-06',
        'FUNDING_EXCEPTION',
        'A9',
        ['CentralFundingExceptionGranted-3', 'PctPracticeAgreementSigned', 'GoLiveDeclared'],
      ],
      ['2009-07-06', null, 'AFTER_BEDDING_IN', 'A8', ['GoLiveDeclared']],
    ]);
  });
  it('R6 A29: a suspension names its rule', () => {
    const suspended = withEmis(
      {
        type: 'SystemListed',
        payload: { productId: 'EMIS.EMIS-LV', effectiveDate: '2008-04-01', name: 'EMIS LV' },
      },
      {
        type: 'CentralFundingSuspended',
        payload: { productId: 'EMIS.EMIS-LV', effectiveDate: '2009-02-01' },
      },
    );
    expect(row([W.agreement, ...inUse, W.e1Joined()], 'SOFTWARE_LICENCE', 'E1', suspended).slice(1)).toEqual([
      ['2009-02-01', null, 'FUNDING_SUSPENDED', 'A29', ['PracticeJoinedCallOff', 'EMIS-2']],
    ]);
  });
  it('R6 A20: on the day of a rollback bedding-in still pays, from the next day the Call-Off again', () => {
    expect(row([...live, W.rolledBack('2009-04-20')]).slice(1)).toEqual([
      ['2009-03-12', '2009-04-21', 'BEDDING_IN', 'S25', expect.arrayContaining(['GoLiveDeclared'])],
      [
        '2009-04-21',
        null,
        'CALL_OFF',
        'A20',
        ['PracticeJoinedCallOff', 'MigrationRolledBack', 'PctPracticeAgreementSigned'],
      ],
    ]);
  });
  it('R4 A20: after a second rollback, on the second alone', () => {
    const again = ([type, payload]: Told): Told => [
      type,
      { ...payload, migrationId: '00000000-0000-4000-8000-000000000009' },
    ];
    const twice = [...live, W.rolledBack('2009-04-20'), again(W.requested), again(W.wentLive('2009-06-02'))];
    expect(row([...twice, again(W.rolledBack('2009-07-01'))]).slice(-1)).toEqual([
      [
        '2009-07-02',
        null,
        'CALL_OFF',
        'A20',
        ['PracticeJoinedCallOff', 'MigrationRolledBack-2', 'PctPracticeAgreementSigned'],
      ],
    ]);
  });
});
