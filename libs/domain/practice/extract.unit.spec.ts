import { given } from '#testing/decisions.js';
import { hart, idOf, moss, patel, reed } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';

const extract = {
  effectiveDate: '2009-03-02',
  kind: 'BACKUP_TAPE',
  purpose: 'TRIAL',
  at: '2009-03-02T18:30',
  mediaRef: 'MEDIA-0002',
  includesAuditTrail: false,
  encrypted: true,
} as const;
const ordered = given(...workedUntil('ordered'));
const requested = given(...workedUntil('requested'));

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
