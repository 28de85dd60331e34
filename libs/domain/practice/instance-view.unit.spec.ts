import { reference as ofW, withSupplier } from '#testing/fixture.js';
import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import { emptyReference } from '../reference.js';
import type { SupplierCommand } from '../supplier/commands.js';
import { instanceViews, productName } from './instance-view.js';

const view = (events: readonly Told[], on: string, instanceId = 'E1', reference = ofW) =>
  instanceViews(practiceAfter(W.registered, ...events), reference, on).find(
    (one) => one.instanceId === instanceId,
  );
const ofE1 = { pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' };
const functionInstalled = (name: 'CHOOSE_AND_BOOK' | 'GP2GP' | 'ETP', effectiveDate: string) =>
  told('NationalFunctionInstalled', { effectiveDate, instanceId: 'E1', function: name });
const upgraded = (effectiveDate: string, version: string, level?: number) =>
  told('SystemUpgraded', {
    effectiveDate,
    instanceId: 'E1',
    version,
    ...(level === undefined ? {} : { level }),
  });
const left = (effectiveDate: string) => told('PracticeLeftCallOff', { effectiveDate, ...ofE1 });
const withEmis = (...commands: readonly SupplierCommand[]) =>
  commands.reduce((facts, one) => withSupplier(facts, 'EMIS', one), ofW);

describe('S3: an installed system on a day', () => {
  it('S3: is told whole from the day of its registration on', () => {
    expect(view([W.e1], '2008-03-31')).toBeUndefined();
    expect(view([W.e1], '2008-04-01')).toStrictEqual({
      instanceId: 'E1',
      productId: 'EMIS.EMIS-LV',
      product: 'EMIS LV',
      supplier: 'EMIS',
      level: 3,
      chooseAndBook: true,
      etp: true,
      version: null,
      functions: [
        {
          function: 'CHOOSE_AND_BOOK',
          from: '2008-04-01',
          rule: 'S3',
          events: ['SystemInstanceRegistered'],
        },
        { function: 'ETP', from: '2008-04-01', rule: 'S3', events: ['SystemInstanceRegistered'] },
      ],
      contract: 'GPSOC',
      hosting: 'LOCAL_SERVER',
      migrationId: null,
      callOff: null,
      optedOut: null,
      fundingExceptions: [],
      flags: [],
      life: { from: '2008-04-01', until: null, rule: 'R6', events: ['SystemInstanceRegistered'] },
      serviceEnd: null,
      rule: 'S3',
      events: ['SystemInstanceRegistered'],
    });
  });
  it('S4: a product that is not on the register goes by its id', () => {
    expect(productName(ofW, 'EMIS.EMIS-LV', 'EMIS')).toBe('EMIS LV');
    expect(productName(ofW, 'EMIS.OTHER', 'EMIS')).toBe('EMIS.OTHER');
    expect(productName(emptyReference, 'EMIS.EMIS-LV', 'EMIS')).toBe('EMIS.EMIS-LV');
  });
  it('S3: a function names the day from which it is installed, and what confirmed it', () => {
    const bare = told('SystemInstanceRegistered', {
      effectiveDate: '2008-04-01',
      instanceId: 'E1',
      productId: 'EMIS.EMIS-LV',
      supplier: 'EMIS',
      level: 3,
      contract: 'GPSOC',
      hosting: 'LOCAL_SERVER',
      chooseAndBook: false,
      etp: true,
    });
    const events = [
      bare,
      functionInstalled('CHOOSE_AND_BOOK', '2008-06-01'),
      functionInstalled('GP2GP', '2008-06-01'),
      functionInstalled('GP2GP', '2008-05-01'),
      functionInstalled('GP2GP', '2008-05-01'),
    ];
    expect(view(events, '2008-04-30')?.functions.map((one) => one.function)).toEqual(['ETP']);
    expect(view(events, '2008-06-01')).toMatchObject({
      chooseAndBook: true,
      etp: true,
      functions: [
        { function: 'CHOOSE_AND_BOOK', from: '2008-06-01', events: ['NationalFunctionInstalled'] },
        { function: 'ETP', from: '2008-04-01', events: ['SystemInstanceRegistered'] },
        { function: 'GP2GP', from: '2008-05-01', events: ['NationalFunctionInstalled-3'] },
      ],
    });
    expect(view(events, '2008-05-31')?.chooseAndBook).toBe(false);
  });
  it('A15: has the version and the level of the last upgrade by the day', () => {
    const events = [
      W.e1,
      upgraded('2009-01-01', '5.1', 4),
      upgraded('2009-06-01', '5.2'),
      upgraded('2010-01-01', '6'),
    ];
    expect(view(events, '2008-12-31')).toMatchObject({ version: null, level: 3 });
    expect(view(events, '2009-01-01')).toMatchObject({ version: '5.1', level: 4 });
    expect(view(events, '2009-06-01')).toMatchObject({ version: '5.2', level: 4 });
    expect(view(events, '2009-12-31')).toMatchObject({ version: '5.2', level: 4 });
  });
});

describe('S7 X3 A9: what covers and funds it', () => {
  it('S7: names the join of its Call-Off, and the leave where there is one', () => {
    const from = '2008-04-01';
    expect(view([W.e1, W.e1Joined()], '2008-04-01')?.callOff).toStrictEqual({
      pct: '5ZZ',
      from,
      until: null,
      rule: 'S7',
      events: ['PracticeJoinedCallOff'],
    });
    const over = [W.e1, W.e1Joined(), left('2009-03-31')];
    expect(view(over, '2009-03-31')?.callOff).toStrictEqual({
      pct: '5ZZ',
      from,
      until: '2009-03-31',
      rule: 'S7',
      events: ['PracticeJoinedCallOff', 'PracticeLeftCallOff'],
    });
    expect(view(over, '2009-04-01')?.callOff).toBeNull();
  });
  it('X3: is opted out from that day to the next join', () => {
    const optedOut = [W.e1, told('PracticeOptedOut', { effectiveDate: '2008-06-01', ...ofE1 })];
    expect(view(optedOut, '2008-05-31')?.optedOut).toBeNull();
    expect(view(optedOut, '2008-06-01')?.optedOut).toStrictEqual({
      on: '2008-06-01',
      rule: 'X3',
      events: ['PracticeOptedOut'],
    });
    expect(view([...optedOut, W.e1Joined('2008-09-01')], '2008-08-31')?.optedOut).not.toBeNull();
    expect(view([...optedOut, W.e1Joined('2008-09-01')], '2008-09-01')?.optedOut).toBeNull();
  });
  it('A9: a funding exception is told from the day on which it was granted', () => {
    const days = { from: '2009-07-01', until: '2009-07-31' };
    const granted = told('CentralFundingExceptionGranted', {
      effectiveDate: '2009-06-15',
      instanceId: 'E1',
      ...days,
    });
    expect(view([W.e1, granted], '2009-06-14')?.fundingExceptions).toEqual([]);
    expect(view([W.e1, granted], '2009-06-15')?.fundingExceptions).toStrictEqual([
      { ...days, rule: 'A9', events: ['CentralFundingExceptionGranted'] },
    ]);
  });
});

describe('F12 F13 A29: what its supplier or the national team did to it', () => {
  const flagsOn = (on: string, reference: typeof ofW) => view([W.e1], on, 'E1', reference)?.flags;
  const lv = { productId: 'EMIS.EMIS-LV' };

  it('F12: a withdrawal is flagged from its announcement on', () => {
    const withdrawn = withEmis({
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2009-01-01', lastDay: '2010-03-31' },
    });
    expect(flagsOn('2008-12-31', withdrawn)).toEqual([]);
    expect(flagsOn('2009-01-01', withdrawn)).toEqual(['WITHDRAWAL_ANNOUNCED']);
  });
  it('F13: a supplier that ceased is flagged from that day on', () => {
    const ceased = withEmis({ name: 'cease-supplier', body: { effectiveDate: '2009-01-01' } });
    expect(flagsOn('2008-12-31', ceased)).toEqual([]);
    expect(flagsOn('2009-01-01', ceased)).toEqual(['SUPPLIER_CEASED']);
  });
});

describe('R6 R8: its life', () => {
  const toGoLive = [W.e1, W.requested, W.v1];
  it('R6: a target’s begins with the go-live, which it names', () => {
    expect(view(toGoLive, '2009-03-12', 'V1')).toMatchObject({
      migrationId: '00000000-0000-4000-8000-000000000001',
      life: null,
    });
    const live = [...toGoLive, W.wentLive('2009-03-12')];
    expect(view(live, '2009-03-11', 'V1')?.life).toBeNull();
    expect(view(live, '2009-03-12', 'V1')?.life).toStrictEqual({
      from: '2009-03-12',
      until: null,
      rule: 'R6',
      events: ['SystemInstanceRegistered-2', 'GoLiveDeclared'],
    });
    expect(view([...live, W.rolledBack('2009-04-30')], '2009-05-30', 'V1')?.life).toMatchObject({
      until: '2009-04-30',
      events: ['SystemInstanceRegistered-2', 'GoLiveDeclared', 'MigrationRolledBack'],
    });
  });
  it('R6: a source’s names its notice, the extension and the end of its service', () => {
    const events = [...toGoLive, W.wentLive('2009-03-12'), W.noticeGiven, W.extended(), W.serviceEnded()];
    expect(view(events, '2009-07-30')).toMatchObject({ serviceEnd: null });
    expect(view(events, '2009-07-31')).toMatchObject({
      life: {
        from: '2008-04-01',
        until: '2009-07-31',
        events: ['SystemInstanceRegistered', 'NoticeGiven', 'NoticeExtended', 'SourceServiceEnded'],
      },
      serviceEnd: { on: '2009-07-31', rule: 'R8', events: ['SourceServiceEnded'] },
    });
  });
});
