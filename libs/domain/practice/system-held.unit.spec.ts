import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import {
  lastKnownSystem,
  observedSystems,
  systemIntervals,
  systemOn,
  type SystemHeld,
} from './system-held.js';

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000009'];
const instance = (instanceId: string, effectiveDate: string, migrationId?: string) =>
  told('SystemInstanceRegistered', {
    effectiveDate,
    instanceId,
    productId: 'EMIS.EMIS-LV',
    supplier: 'EMIS',
    level: 3,
    contract: 'GPSOC',
    hosting: 'LOCAL_SERVER',
    chooseAndBook: true,
    etp: true,
    ...(migrationId === undefined ? {} : { migrationId }),
  });
const requested = (migrationId: string) =>
  told('MigrationRequested', {
    effectiveDate: '2008-11-10',
    migrationId,
    ods: 'A00001',
    sourceInstanceId: 'E1',
    reasons: ['better recall'],
    yearsSinceLastGoLive: null,
  });
const live = (
  effectiveDate: string,
  migrationId: string,
  sourceInstanceId: string,
  targetInstanceId: string,
) =>
  told('GoLiveDeclared', {
    effectiveDate,
    migrationId,
    sourceInstanceId,
    targetInstanceId,
    plannedDate: null,
  });
const observed = (product: string, firstMonth: string, lastMonth: string, supplier?: string) =>
  told('SystemUseObserved', {
    ...(supplier === undefined ? {} : { supplier }),
    product,
    firstMonth,
    lastMonth,
    monthsListed: 1,
    monthsMissing: 0,
  });
const serviceEnded = (instanceId: string, effectiveDate: string) =>
  told('SourceServiceEnded', { effectiveDate, instanceId });
const closed = told('PracticeClosed', { effectiveDate: '2010-03-31' });

const line = (held: SystemHeld) =>
  held.basis === 'DECLARED'
    ? `${held.instanceId} ${held.from} ${held.until} ${held.events.join(' ')}`
    : `${held.product} ${held.firstMonth} ${held.lastMonth}`;
const held = (...events: readonly Told[]) =>
  systemIntervals(practiceAfter(W.registered, ...events)).map(line);

const e1 = instance('E1', '2008-04-01');
const v1 = instance('V1', '2009-03-09', first);
const migrated = [e1, requested(first), v1, live('2009-03-12', first, 'E1', 'V1')];

describe('O4: which system held the records, by day', () => {
  it('O4: none before the first system', () => {
    expect(held()).toEqual([]);
    expect(held(e1)).toEqual(['E1 2008-04-01 null SystemInstanceRegistered']);
  });
  it('O4: the source to the day before go-live, then the target', () => {
    expect(held(...migrated)).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'V1 2009-03-12 null SystemInstanceRegistered-2 GoLiveDeclared',
    ]);
  });
  it('O4: a target before its go-live never, though its source is in service no more', () => {
    expect(held(e1, requested(first), v1, serviceEnded('E1', '2009-03-31'))).toEqual([
      'E1 2008-04-01 2009-03-31 SystemInstanceRegistered',
    ]);
  });
  it('O4: the source no more from the day of go-live on, though the target’s service had ended by then', () => {
    expect(held(...migrated, serviceEnded('V1', '2009-03-11'))).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
    ]);
  });
  it('F6: rolled back, the target to that day and the source from the day after', () => {
    expect(held(...migrated, W.rolledBack('2009-04-30'))).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'V1 2009-03-12 2009-04-30 SystemInstanceRegistered-2 GoLiveDeclared',
      'E1 2009-05-01 null SystemInstanceRegistered MigrationRolledBack',
    ]);
  });
  it('O4: the moves in order of their days, whatever the order of their recording', () => {
    const e2 = instance('E2', '2009-08-01', second);
    const onwards = [requested(second), e2, live('2009-09-01', second, 'V1', 'E2')];
    const lines = [
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'V1 2009-03-12 2009-08-31 SystemInstanceRegistered-2 GoLiveDeclared',
      'E2 2009-09-01 null SystemInstanceRegistered-3 GoLiveDeclared-2',
    ];
    expect(held(...migrated, ...onwards)).toEqual(lines);
    const lateFirst = [
      e1,
      requested(first),
      requested(second),
      v1,
      e2,
      live('2009-09-01', first, 'V1', 'E2'),
      live('2009-03-12', second, 'E1', 'V1'),
    ];
    expect(held(...lateFirst).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      'E1 2008-04-01 2009-03-11',
      'V1 2009-03-12 2009-08-31',
      'E2 2009-09-01 null',
    ]);
  });
  it('O4: of two moves on one day the one recorded last', () => {
    const sameDay = [requested(second), instance('E2', '2009-03-09', second)];
    expect(held(...migrated, ...sameDay, live('2009-03-12', second, 'V1', 'E2'))).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'E2 2009-03-12 null SystemInstanceRegistered-3 GoLiveDeclared-2',
    ]);
  });
  it('O4: without a go-live the instance registered first, while it is in service', () => {
    const [early, late] = [instance('A1', '2008-05-01'), instance('B1', '2008-06-01')];
    expect(held(early, late)).toEqual(['A1 2008-05-01 null SystemInstanceRegistered']);
    expect(held(late, early)).toEqual(['A1 2008-05-01 null SystemInstanceRegistered-2']);
    expect(held(early, late, serviceEnded('A1', '2009-01-31'))).toEqual([
      'A1 2008-05-01 2009-01-31 SystemInstanceRegistered',
      'B1 2009-02-01 null SystemInstanceRegistered-2',
    ]);
    expect(held(early, instance('B1', '2009-01-31'), serviceEnded('A1', '2009-01-31'))[1]).toBe(
      'B1 2009-02-01 null SystemInstanceRegistered-2',
    );
    expect(held(instance('A1', '2008-05-01'), instance('B1', '2008-05-01'))).toEqual([
      'A1 2008-05-01 null SystemInstanceRegistered',
    ]);
  });
  it('O4: no system in a gap between the service of one and the next', () => {
    const gap = [e1, serviceEnded('E1', '2008-12-31'), instance('B1', '2009-02-01')];
    expect(held(...gap)).toEqual([
      'E1 2008-04-01 2008-12-31 SystemInstanceRegistered',
      'B1 2009-02-01 null SystemInstanceRegistered-2',
    ]);
    expect(systemOn(practiceAfter(W.registered, ...gap), '2009-01-15')).toBeNull();
  });
  it('O4: one that stood beside takes over where the target’s service ends, the one left does not', () => {
    const beside = instance('B1', '2008-06-01');
    expect(held(...migrated, serviceEnded('V1', '2009-12-31'))).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'V1 2009-03-12 2009-12-31 SystemInstanceRegistered-2 GoLiveDeclared',
    ]);
    expect(held(...migrated, beside, serviceEnded('V1', '2009-12-31'))).toEqual([
      'E1 2008-04-01 2009-03-11 SystemInstanceRegistered',
      'V1 2009-03-12 2009-12-31 SystemInstanceRegistered-2 GoLiveDeclared',
      'B1 2010-01-01 null SystemInstanceRegistered-3',
    ]);
  });
  it('O4: one that a go-live was onto first holds nothing before it, whoever registered it', () => {
    const moved = [e1, instance('B1', '2008-06-01'), serviceEnded('E1', '2008-12-31'), requested(first)];
    expect(held(...moved, live('2009-03-12', first, 'E1', 'B1'))).toEqual([
      'E1 2008-04-01 2008-12-31 SystemInstanceRegistered',
      'B1 2009-03-12 null SystemInstanceRegistered-2 GoLiveDeclared',
    ]);
  });
  it('F10: none after the last day on which the practice was open', () => {
    expect(held(e1, closed)).toEqual(['E1 2008-04-01 2010-03-31 SystemInstanceRegistered']);
    const thatDay = instance('B1', '2010-03-31');
    expect(held(thatDay, closed)).toEqual(['B1 2010-03-31 2010-03-31 SystemInstanceRegistered']);
    expect(held(...migrated, closed)[1]).toBe(
      'V1 2009-03-12 2010-03-31 SystemInstanceRegistered-2 GoLiveDeclared',
    );
  });
});

describe('O3 O4: what was observed', () => {
  const seen = [
    observed('Synergy', '2007-06', '2008-03'),
    observed('Vision', '2006-01', '2007-05', 'INPS'),
    observed('Ascribe', '2006-02', '2007-05'),
  ];
  const state = practiceAfter(W.registered, ...seen);

  it('O3: stands in order of its last months, then of its first, then of the product', () => {
    expect(held(...seen)).toEqual([
      'Vision 2006-01 2007-05',
      'Ascribe 2006-02 2007-05',
      'Synergy 2007-06 2008-03',
    ]);
    expect(observedSystems(state).map(({ supplier }) => supplier)).toStrictEqual(['INPS', null, null]);
    expect(held(observed('B', '2007-01', '2007-02'), observed('A', '2007-01', '2007-02'))).toEqual([
      'A 2007-01 2007-02',
      'B 2007-01 2007-02',
    ]);
  });
  it.each([
    ['2005-12-31', null],
    ['2006-01-01', 'Vision 2006-01 2007-05'],
    ['2006-02-01', 'Ascribe 2006-02 2007-05'],
    ['2007-05-31', 'Ascribe 2006-02 2007-05'],
    ['2007-06-01', 'Synergy 2007-06 2008-03'],
    ['2008-03-31', 'Synergy 2007-06 2008-03'],
    ['2008-04-01', null],
  ])('O4: on %s the latest whose months contain the day: %s', (on, expected) => {
    const system = systemOn(state, on);
    expect(system && line(system)).toBe(expected);
  });
  it('O4: what is declared goes before it on the days that it holds', () => {
    const both = practiceAfter(
      W.registered,
      e1,
      serviceEnded('E1', '2008-12-31'),
      observed('Y', '2008-01', '2009-12'),
    );
    const basisOn = (on: string) => systemOn(both, on)?.basis;
    expect(['2008-03-31', '2008-04-01', '2008-12-31', '2009-01-01'].map(basisOn)).toEqual([
      'OBSERVED',
      'DECLARED',
      'DECLARED',
      'OBSERVED',
    ]);
  });
  it('O4: as last known, the last observation of all where the day has none', () => {
    expect(lastKnownSystem(state, '2009-01-01')).toMatchObject({ product: 'Synergy', basis: 'OBSERVED' });
    expect(lastKnownSystem(state, '2006-01-10')).toMatchObject({ product: 'Vision' });
    expect(lastKnownSystem(practiceAfter(W.registered), '2009-01-01')).toBeNull();
  });
});
