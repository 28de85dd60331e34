import { command, given } from '#testing/decisions.js';
import { hart, idOf, moss, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './findings/index.js';
import { migrationView } from './migration-view.js';

const extract = {
  effectiveDate: '2009-03-02',
  kind: 'BACKUP_TAPE',
  purpose: 'TRIAL',
  at: '2009-03-02T18:30',
  mediaRef: 'MEDIA-0002',
  reason: 'EMIS offers no other',
  includesAuditTrail: false,
  encrypted: true,
} as const;
const ordered = given(...workedUntil('ordered'));
const requested = given(...workedUntil('requested'));

describe('reject-extract, of one of two', () => {
  it('S19: leaves the other as it was', () => {
    const { state } = ordered.and(
      command('record-extract', extract, reed),
      command('record-extract', { ...extract, at: '2009-03-02T20:00', mediaRef: 'MEDIA-0003' }, reed),
      command(
        'reject-extract',
        { effectiveDate: '2009-03-03', extractId: idOf(19), grounds: ['unreadable'] },
        moss,
      ),
    );
    expect(migrationView(state, reference, '2009-03-03')?.extracts).toMatchObject([
      { extractId: idOf(19), rejectedOn: '2009-03-03' },
      { extractId: idOf(20), rejectedOn: null },
    ]);
  });
});

describe('record-extract', () => {
  it('S20: a backup tape or a documented data extract', () => {
    for (const kind of ['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT'] as const)
      ordered
        .when('record-extract', { ...extract, kind }, reed)
        .thenEvents([{ type: 'DataExtractTaken', payload: { kind, migrationId: idOf(7) } }]);
    expect(() =>
      ordered.when('record-extract', { ...extract, kind: 'PAPER' as 'BACKUP_TAPE' }, reed),
    ).toThrow('kind');
  });
  it('S37: needs a migration requested, and no more', () => {
    requested
      .when('record-extract', { ...extract, effectiveDate: '2008-11-20', at: '2008-11-20T18:30' }, reed)
      .thenEvents([{ type: 'DataExtractTaken' }]);
    given(...workedUntil('contacted'))
      .when('record-extract', extract, reed)
      .thenRefused('MIGRATION_NOT_OPEN');
  });
  it('C3: by the practice or the supplier of the source or of the target, by no other', () => {
    ordered.when('record-extract', extract, hart).thenEvents([{ type: 'DataExtractTaken' }]);
    ordered.when('record-extract', extract, moss).thenEvents([{ type: 'DataExtractTaken' }]);
    ordered.when('record-extract', extract, { ...moss, org: 'Microtest' }).thenRefused('NOT_YOUR_SYSTEM');
    requested
      .when('record-extract', { ...extract, effectiveDate: '2008-11-20', at: '2008-11-20T18:30' }, moss)
      .thenRefused('NOT_YOUR_SYSTEM');
    ordered.when('record-extract', extract, patel).thenRefused('ROLE_NOT_ALLOWED');
  });
  it('S19: its day is the day on which it was taken', () =>
    ordered
      .when('record-extract', { ...extract, at: '2009-03-01T23:59' }, reed)
      .thenRefused('EXTRACT_TIME_DIFFERS'));
  it('C3: to a supplier no migration is shown that is not its own', () =>
    given(...workedUntil('contacted'))
      .when('record-extract', extract, moss)
      .thenRefused('NOT_YOUR_SYSTEM'));
  it('R1: one taken after go-live is accepted and flagged, on the day itself it is not', () => {
    const live = given(...workedUntil('live'));
    live
      .when('record-extract', { ...extract, effectiveDate: '2009-03-12', at: '2009-03-12T09:00' }, reed)
      .thenEvents([{ type: 'DataExtractTaken', payload: { flags: ['EXTRACT_AFTER_GO_LIVE'] } }]);
    const onTheDay = { ...extract, effectiveDate: '2009-03-11', at: '2009-03-11T09:00' };
    const { decision } = live.when('record-extract', onTheDay, reed).decided;
    expect(decision).toMatchObject({ kind: 'accepted' });
    expect(decision).not.toHaveProperty('events.0.payload.flags');
  });
});

describe('S21: a backup tape', () => {
  const { reason: _, ...silent } = extract;
  const told = (of: typeof ordered, on: string) =>
    findings(of.state, reference, on).find(({ code }) => code === 'TAPE_WITHOUT_REASON');

  it('S21: without a reason is accepted, flagged, and a finding asks why and tells what a documented extract is for', () => {
    ordered
      .when('record-extract', silent, reed)
      .thenEvents([{ type: 'DataExtractTaken', payload: { flags: ['TAPE_WITHOUT_REASON'] } }]);
    expect(told(ordered.and(command('record-extract', silent, reed)), '2009-03-02')).toMatchObject({
      rule: 'S21',
      message:
        'The extract MEDIA-0002 of 2009-03-02 is a backup tape, and why is not on record: a documented data extract tells the new supplier how the data is structured, and makes it easier to translate it correctly.',
      events: [idOf(19)],
    });
  });
  it('S21: with one, or a documented data extract, is neither', () => {
    const documented = { ...silent, kind: 'DOCUMENTED_DATA_EXTRACT' } as const;
    for (const body of [extract, documented]) {
      expect(ordered.when('record-extract', body, reed).decided.decision).not.toHaveProperty(
        'events.0.payload.flags',
      );
      expect(told(ordered.and(command('record-extract', body, reed)), '2009-03-02')).toBeUndefined();
    }
  });
  it('S21: is asked about until go-live', () => {
    const taped = given(...workedUntil('extracted')).and(
      command('record-extract', { ...silent, effectiveDate: '2009-03-10', at: '2009-03-10T07:00' }, reed),
    );
    const live = taped.and(
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }, reed),
    );
    expect(told(live, '2009-03-10')).toBeDefined();
    expect(told(live, '2009-03-11')).toBeUndefined();
  });
});

describe('reject-extract', () => {
  /** The extract of W is the event of its 24th command. */
  const rejection = { effectiveDate: '2009-03-10', extractId: idOf(24), grounds: ['Unreadable'] };
  const extracted = given(...workedUntil('extracted'));
  const rejected = extracted.and(command('reject-extract', rejection, moss));
  const goLive = { effectiveDate: '2009-03-11', targetInstanceId: 'V1' };

  it('C3: by the practice or the supplier of the target, with the grounds', () => {
    for (const by of [reed, moss])
      extracted
        .when('reject-extract', rejection, by)
        .thenEvents([
          { type: 'DataExtractRejected', payload: { extractId: idOf(24), grounds: ['Unreadable'] } },
        ]);
    extracted.when('reject-extract', rejection, hart).thenRefused('NOT_YOUR_SYSTEM');
    extracted.when('reject-extract', rejection, patel).thenRefused('ROLE_NOT_ALLOWED');
  });
  it('S19: one that was taken, once, on or after its day', () => {
    extracted
      .when('reject-extract', { ...rejection, extractId: idOf(23) }, reed)
      .thenRefused('EXTRACT_UNKNOWN');
    extracted
      .when('reject-extract', { ...rejection, effectiveDate: '2009-03-08' }, reed)
      .thenRefused('DATE_ORDER');
    rejected
      .when('reject-extract', { ...rejection, grounds: ['Incomplete'] }, reed)
      .thenRefused('EXTRACT_ALREADY_REJECTED');
  });
  it('S19: one of several, on the very day on which it was taken too', () => {
    const both = ordered.and(
      command('record-extract', extract, reed),
      command('record-extract', { ...extract, effectiveDate: '2009-03-03', at: '2009-03-03T18:30' }, reed),
    );
    both
      .when('reject-extract', { ...rejection, effectiveDate: '2009-03-03', extractId: idOf(19) }, moss)
      .thenEvents([{ type: 'DataExtractRejected', payload: { extractId: idOf(19) } }]);
    both
      .when('reject-extract', { ...rejection, effectiveDate: '2009-03-03', extractId: idOf(20) }, moss)
      .thenEvents([{ type: 'DataExtractRejected', payload: { migrationId: idOf(7) } }]);
  });
  it('C2: from its day the delivery has no extract', () => {
    expect(migrationView(rejected.state, reference, '2009-03-09')).toMatchObject({
      delivery: 'EXTRACTED',
      extracts: [{ extractId: idOf(24), rejectedOn: null }],
    });
    expect(migrationView(rejected.state, reference, '2009-03-10')).toMatchObject({
      delivery: 'ORDERED',
      extracts: [{ extractId: idOf(24), rejectedOn: '2009-03-10', events: [idOf(24), idOf(25)] }],
    });
  });
  it('R1, S19: a go-live that rests on rejected extracts alone is accepted, flagged and told', () => {
    rejected
      .when('declare-go-live', goLive, reed)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['EXTRACT_REJECTED'] } }]);
    rejected
      .when('declare-go-live', { ...goLive, effectiveDate: '2009-03-10' }, reed, '2009-03-11T12:00:00.000Z')
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['EXTRACT_REJECTED'] } }]);
    const live = rejected.and(command('declare-go-live', goLive, reed));
    expect(findings(live.state, reference, '2009-03-11')).toContainEqual({
      code: 'EXTRACT_REJECTED',
      rule: 'R1',
      message: 'The go-live of 2009-03-11 rests on rejected extracts alone: MEDIA-0001.',
      events: [idOf(26), idOf(24), idOf(25)],
      instanceId: 'V1',
    });
  });
  it('R1: one that rests on another extract too, or was rejected later, is not flagged', () => {
    const both = rejected.and(
      command('record-extract', { ...extract, effectiveDate: '2009-03-10', at: '2009-03-10T18:30' }, reed),
    );
    for (const before of [both, extracted])
      expect(before.when('declare-go-live', goLive, reed).decided.decision).not.toHaveProperty(
        'events.0.payload.flags',
      );
    both
      .when('declare-go-live', { ...goLive, finalExtractId: idOf(24) }, reed)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['EXTRACT_REJECTED'] } }]);
  });
});
