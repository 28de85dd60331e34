import { reference, withSupplier } from '#testing/fixture.js';
import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import {
  abandonedOn,
  deliveryOn,
  extractsOn,
  plannedOn,
  problemsOn,
  reportOn,
  rolledBackOn,
} from './delivery-view.js';
import { migrationView } from './migration-view.js';

const migrationId = '00000000-0000-4000-8000-000000000001';
const inMigration = (effectiveDate: string) => ({ effectiveDate, migrationId });
const migration = (...events: readonly Told[]) =>
  practiceAfter(W.registered, W.e1, W.requested, ...events).migrations[0]!;
const selected = (effectiveDate: string, productId: string) =>
  told('SystemSelected', { ...inMigration(effectiveDate), productId, kind: 'FRAMEWORK', levelAtDate: 3 });
const proposed = told('MigrationDateProposed', {
  ...inMigration('2009-01-20'),
  date: '2009-03-05',
  by: 'PCT',
});
const planned = (effectiveDate: string, date: string) =>
  told('MigrationDatePlanned', { ...inMigration(effectiveDate), proposalEventId: migrationId, date });
const signedOff = (effectiveDate: string, by: 'PR' | 'PCT') =>
  told('MigrationSignedOff', { ...inMigration(effectiveDate), by, exceptions: [] });
const live = [W.selected('FRAMEWORK'), W.v1, W.wentLive('2009-03-12')];

describe('C2: how far a delivery has come', () => {
  it('S17: what was done towards a system that another one replaced counts no more', () => {
    const one = [selected('2009-01-10', 'EMIS.EMIS-PCS'), planned('2009-01-12', '2009-03-05')];
    const other = [selected('2009-01-20', 'INPS.VISION-3'), planned('2009-01-22', '2009-04-02')];
    const again = selected('2009-01-25', 'INPS.VISION-3');
    const all = migration(...one, ...other, again);
    expect(plannedOn(all, '2009-01-12')).toMatchObject({ date: '2009-03-05', earlier: [] });
    expect(plannedOn(all, '2009-01-20')).toBeNull();
    expect(deliveryOn(all, '2009-01-20')).toBe('SELECTED');
    expect(plannedOn(all, '2009-01-25')).toStrictEqual({
      date: '2009-04-02',
      earlier: [],
      rule: 'S17',
      events: ['MigrationDatePlanned-2'],
    });
    expect(deliveryOn(all, '2009-01-25')).toBe('DATE_AGREED');
  });
  it('S17: a date that was proposed before any selection counts', () => {
    expect(deliveryOn(migration(proposed), '2009-01-19')).toBeNull();
    expect(deliveryOn(migration(proposed), '2009-01-20')).toBe('DATE_PROPOSED');
  });
  it('S25: is signed off once both have, and by neither alone', () => {
    expect(deliveryOn(migration(...live), '2009-03-30')).toBe('LIVE');
    expect(deliveryOn(migration(...live, signedOff('2009-03-27', 'PR')), '2009-03-30')).toBe('LIVE');
    expect(deliveryOn(migration(...live, signedOff('2009-03-27', 'PCT')), '2009-03-30')).toBe('LIVE');
    const both = migration(...live, signedOff('2009-03-27', 'PR'), signedOff('2009-03-30', 'PCT'));
    expect(deliveryOn(both, '2009-03-29')).toBe('LIVE');
    expect(deliveryOn(both, '2009-03-30')).toBe('SIGNED_OFF');
  });
});

describe('A20 F5: the ways out of a migration', () => {
  it('A20: the return to the source, from its day on', () => {
    expect(rolledBackOn(migration(), '2009-04-30')).toBeNull();
    expect(rolledBackOn(migration(...live), '2009-04-30')).toBeNull();
    const back = migration(...live, W.rolledBack('2009-04-30'));
    expect(rolledBackOn(back, '2009-04-29')).toBeNull();
    expect(rolledBackOn(back, '2009-04-30')).toStrictEqual({
      on: '2009-04-30',
      cause: 'prescriptions fail',
      rule: 'A20',
      events: ['MigrationRolledBack'],
    });
    expect(deliveryOn(back, '2009-04-30')).toBe('ROLLED_BACK');
  });
  it('F5: the abandonment, from its day on', () => {
    const given = migration(
      told('MigrationAbandoned', { ...inMigration('2009-02-01'), stage: 'SELECTED', cause: 'cost' }),
    );
    expect(abandonedOn(given, '2009-01-31')).toBeNull();
    expect(abandonedOn(given, '2009-02-01')).toStrictEqual({
      on: '2009-02-01',
      stage: 'SELECTED',
      cause: 'cost',
      rule: 'F5',
      events: ['MigrationAbandoned'],
    });
    expect(deliveryOn(given, '2009-02-01')).toBe('ABANDONED');
  });
});

describe('S19 S23 A18: extracts, problems and reports', () => {
  it('S19: an extract, with its rejection from that day on', () => {
    const taken = migration(
      told('DataExtractTaken', {
        ...inMigration('2009-03-09'),
        kind: 'BACKUP_TAPE',
        purpose: 'FINAL',
        at: '2009-03-09T18:30',
        mediaRef: 'M-1',
        includesAuditTrail: false,
        encrypted: true,
      }),
      told('DataExtractRejected', {
        ...inMigration('2009-03-10'),
        extractId: 'DataExtractTaken',
        grounds: ['unreadable'],
      }),
    );
    const extract = {
      extractId: 'DataExtractTaken',
      kind: 'BACKUP_TAPE',
      purpose: 'FINAL',
      at: '2009-03-09T18:30',
      rule: 'S19',
    };
    const events = ['DataExtractTaken'];
    expect(extractsOn(taken, '2009-03-08')).toEqual([]);
    expect(extractsOn(taken, '2009-03-09')).toStrictEqual([{ ...extract, rejectedOn: null, events }]);
    expect(extractsOn(taken, '2009-03-10')).toStrictEqual([
      { ...extract, rejectedOn: '2009-03-10', events: [...events, 'DataExtractRejected'] },
    ]);
  });
  it('S23 F4: a problem, from the day on which it was raised, escalated and resolved', () => {
    const ofIt = { instanceId: 'E1', problemId: 'DataAccessProblemRaised' };
    const raised = migration(
      told('DataAccessProblemRaised', { ...inMigration('2009-02-01'), instanceId: 'E1', problem: 'no tape' }),
      told('DataAccessProblemEscalated', { ...inMigration('2009-02-10'), ...ofIt }),
      told('DataAccessProblemResolved', { ...inMigration('2009-02-20'), ...ofIt, resolution: 'sent' }),
    );
    const problem = {
      problemId: 'DataAccessProblemRaised',
      problem: 'no tape',
      raisedOn: '2009-02-01',
      raisedBy: '5ZZ',
      rule: 'S23',
    };
    const [first, second, third] = [
      'DataAccessProblemRaised',
      'DataAccessProblemEscalated',
      'DataAccessProblemResolved',
    ];
    expect(problemsOn(raised, '2009-01-31')).toEqual([]);
    expect(problemsOn(raised, '2009-02-01')).toStrictEqual([
      { ...problem, escalatedOn: null, resolvedOn: null, events: [first] },
    ]);
    expect(problemsOn(raised, '2009-02-10')).toStrictEqual([
      { ...problem, escalatedOn: '2009-02-10', resolvedOn: null, events: [first, second] },
    ]);
    expect(problemsOn(raised, '2009-02-20')).toStrictEqual([
      { ...problem, escalatedOn: '2009-02-10', resolvedOn: '2009-02-20', events: [first, second, third] },
    ]);
  });
  it('A18: the latest day of go-live that a supplier reported', () => {
    const reported = migration(
      told('GoLiveReported', { ...inMigration('2009-03-11'), by: 'TARGET', cutoverTime: '08:00' }),
      told('GoLiveReported', { ...inMigration('2009-03-12'), by: 'SOURCE' }),
    );
    const rule = 'A18';
    expect(reportOn(reported, '2009-03-10')).toBeNull();
    expect(reportOn(reported, '2009-03-11')).toStrictEqual({
      on: '2009-03-11',
      by: 'TARGET',
      cutoverTime: '08:00',
      rule,
      events: ['GoLiveReported'],
    });
    expect(reportOn(reported, '2009-03-12')).toStrictEqual({
      on: '2009-03-12',
      by: 'SOURCE',
      cutoverTime: null,
      rule,
      events: ['GoLiveReported-2'],
    });
  });
});

describe('S15 S24: a migration on a day', () => {
  const view = (on: string, ...events: readonly Told[]) =>
    migrationView(practiceAfter(W.registered, W.e1, W.e1Joined(), W.requested, ...events), reference, on);

  it('S15: is told with what is not yet known as null', () => {
    expect(view('2008-11-09')).toBeNull();
    const {
      targetInstanceId,
      sourceWindDown,
      agreed,
      selected: system,
      signedOff: parties,
    } = view('2008-11-10')!;
    expect({ targetInstanceId, sourceWindDown, agreed, system, parties }).toStrictEqual({
      targetInstanceId: null,
      sourceWindDown: 'IN_SERVICE',
      agreed: null,
      system: null,
      parties: { PR: null, PCT: null },
    });
  });
  it('S15: names the agreement and the system selected', () => {
    const agreed = { ...inMigration('2008-12-19'), conditions: ['train'], decidedBy: 'J Patel' };
    const both = view('2009-01-16', told('ChangeAgreed', agreed), W.selected('FRAMEWORK'))!;
    expect(both.agreed).toStrictEqual({
      on: '2008-12-19',
      decidedBy: 'J Patel',
      conditions: ['train'],
      practicePercent: null,
      rule: 'S15',
      events: ['ChangeAgreed'],
    });
    expect(both.selected).toStrictEqual({
      productId: 'INPS.VISION-3',
      kind: 'FRAMEWORK',
      rule: 'S15',
      events: ['SystemSelected'],
    });
  });
  it('S15: names on each day the system that was selected then, whatever was selected since', () => {
    const on = (day: string) =>
      view(day, selected('2009-01-10', 'EMIS.EMIS-PCS'), selected('2009-01-20', 'INPS.VISION-3'))?.selected;
    expect(on('2009-01-09')).toBeNull();
    expect(on('2009-01-10')).toStrictEqual({
      productId: 'EMIS.EMIS-PCS',
      kind: 'FRAMEWORK',
      rule: 'S15',
      events: ['SystemSelected'],
    });
    expect(on('2009-01-19')).toMatchObject({ productId: 'EMIS.EMIS-PCS' });
    expect(on('2009-01-20')).toMatchObject({ productId: 'INPS.VISION-3' });
  });
  it('X7 S18: a go-live without an order is flagged, but not one under the LSP contract', () => {
    expect(view('2009-03-11', ...live)?.flags).toEqual([]);
    expect(view('2009-03-12', ...live)?.flags).toContain('ORDER_MISSING');
    const ordered = [W.selected('FRAMEWORK'), W.ordered(), W.v1, W.wentLive('2009-03-12')];
    expect(view('2009-03-12', ...ordered)?.flags).not.toContain('ORDER_MISSING');
    const lsp = [W.selected('LSP'), W.v1, W.wentLive('2009-03-12')];
    expect(view('2009-03-12', ...lsp)?.flags).not.toContain('ORDER_MISSING');
  });
  it('S13: a business case of before its lines were classified says so of no policy', () => {
    const submitted = {
      ...inMigration('2008-12-05'),
      version: '1.0',
      estimate: { lines: [] },
    };
    expect(view('2008-12-05', told('BusinessCaseSubmitted', submitted))?.businessCase).toStrictEqual({
      submittedOn: '2008-12-05',
      version: '1.0',
      templateVersion: null,
      policyVersion: null,
      lines: [],
      byPayer: [],
      rule: 'S13',
      events: ['BusinessCaseSubmitted'],
    });
  });
  it('F12: a withdrawal of the source’s product forces an open migration, and none that is over', () => {
    const withdrawing = withSupplier(reference, 'EMIS', {
      name: 'announce-withdrawal',
      body: { effectiveDate: '2009-01-05', productId: 'EMIS.EMIS-LV', lastDay: '2010-03-31' },
    });
    const flags = (on: string, ...events: readonly Told[]) =>
      migrationView(practiceAfter(W.registered, W.e1, W.requested, ...events), withdrawing, on)?.flags;
    expect(flags('2009-01-04')).toEqual([]);
    expect(flags('2009-01-05')).toEqual(['FORCED_MIGRATION']);
    const givenUp = { ...inMigration('2009-02-02'), stage: 'SELECTED', cause: 'cost' } as const;
    expect(flags('2009-02-01', told('MigrationAbandoned', givenUp))).toEqual(['FORCED_MIGRATION']);
    expect(flags('2009-02-02', told('MigrationAbandoned', givenUp))).toEqual([]);
  });
  it('F10: is flagged once the practice is closed, unless it had ended by then', () => {
    const closed = told('PracticeClosed', { effectiveDate: '2009-02-28' });
    const givenUp = (effectiveDate: string) =>
      told('MigrationAbandoned', { ...inMigration(effectiveDate), stage: 'SELECTED', cause: 'cost' });
    expect(view('2009-02-28', closed)?.flags).toEqual([]);
    expect(view('2009-03-01', closed)?.flags).toEqual(['PRACTICE_CLOSED']);
    expect(view('2009-03-01')?.flags).toEqual([]);
    expect(view('2009-03-01', givenUp('2009-02-28'), closed)?.flags).toEqual([]);
    expect(view('2009-03-01', givenUp('2009-03-01'), closed)?.flags).toEqual(['PRACTICE_CLOSED']);
    expect(view('2009-03-12', closed, W.ordered(), ...live)?.flags).not.toContain('PRACTICE_CLOSED');
  });
});
