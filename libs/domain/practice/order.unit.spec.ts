import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { idOf, moss, patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { migrationView } from './migration-view.js';

const lsp = { ...moss, sub: 'l.gray', org: 'LSP01' };
const order = {
  effectiveDate: '2009-01-26',
  trackingRef: 'TRACK-0001',
  services: [{ service: 'Deployment to an alternative system' }],
};
const planned = given(...workedUntil('planned'));

describe('place-order', () => {
  it('S18: the PCT’s order is on the Tracking Database, with the target supplier’s prices', () =>
    planned.when('place-order', order).thenEvents([
      {
        type: 'MigrationOrderPlaced',
        payload: {
          trackingRef: 'TRACK-0001',
          pricesSnapshot: [
            { row: 'SOFTWARE_LICENCE', yearlyPence: 468100 },
            { row: 'LEVEL_1_COMPLIANCE', yearlyPence: 20500 },
            { row: 'LEVEL_2_COMPLIANCE', yearlyPence: 20500 },
            { row: 'LEVEL_3_COMPLIANCE', yearlyPence: 20500 },
            { row: 'SUMMARY_CARE_RECORD_COMPLIANCE', yearlyPence: null },
            { row: 'SYSTEM_SUPPORT', yearlyPence: 66500 },
          ],
        },
      },
    ]));
  it('S32: the prices are those in force on the day of the order', () => {
    const rows = [{ row: 'SOFTWARE_LICENCE' as const, yearlyPence: 500_000 }];
    const publish = (effectiveDate: string) =>
      withSupplier(reference, 'INPS', { name: 'publish-price-list', body: { effectiveDate, rows } });
    inReference(publish('2009-01-26'), ...workedUntil('planned'))
      .when('place-order', order)
      .thenEvents([{ type: 'MigrationOrderPlaced', payload: { pricesSnapshot: rows } }]);
    const { decision } = inReference(publish('2009-01-27'), ...workedUntil('planned')).when(
      'place-order',
      order,
    ).decided;
    expect(decision).toMatchObject({ events: [{ payload: { pricesSnapshot: { length: 6 } } }] });
  });
  it('S17, S37: names the missing planned date, selection or request', () => {
    given(...workedUntil('dateProposed'))
      .when('place-order', order)
      .thenRefused('DATE_NOT_PLANNED');
    given(...workedUntil('agreed'))
      .when('place-order', order)
      .thenRefused('SYSTEM_NOT_SELECTED');
    given(...workedUntil('contacted'))
      .when('place-order', order)
      .thenRefused('MIGRATION_NOT_OPEN');
  });
  describe('A16, A17: a late order', () => {
    const live = planned.and(
      command('register-instance', {
        effectiveDate: '2009-03-04',
        instanceId: 'V1',
        productId: 'INPS.VISION-3',
        level: 3,
        contract: 'GPSOC',
        hosting: 'LOCAL_SERVER',
        chooseAndBook: true,
        etp: true,
        migrationId: workedMigrationId,
      }),
      command('record-extract', {
        effectiveDate: '2009-03-04',
        kind: 'BACKUP_TAPE',
        purpose: 'FINAL',
        at: '2009-03-04T18:30',
        mediaRef: 'MEDIA-0001',
        includesAuditTrail: false,
        encrypted: true,
      }),
      command('declare-go-live', { effectiveDate: '2009-03-05', targetInstanceId: 'V1' }),
    );
    const late = { ...order, effectiveDate: '2009-03-20' };

    it('A16, A17: is taken after go-live', () =>
      live
        .when('place-order', late)
        .thenEvents([{ type: 'MigrationOrderPlaced', payload: { migrationId: workedMigrationId } }]));
    it('A16, A21: also while a next migration has no planned date yet', () => {
      const next = live.and(...secondMigration('2009-03-19'));
      next
        .when('place-order', late)
        .thenEvents([{ type: 'MigrationOrderPlaced', payload: { migrationId: workedMigrationId } }]);
      next
        .and(command('place-order', late))
        .when('place-order', { ...late, trackingRef: 'TRACK-0002' })
        .thenRefused('DATE_NOT_PLANNED');
    });
  });
  it('S18, A16: an order for a system that another one replaced is none for that other', () => {
    const change = confirmed(
      command(
        'select-system',
        { effectiveDate: '2009-01-30', productId: 'LSP01.LSP-SOLUTION', kind: 'LSP' },
        reed,
      ),
      patel,
    );
    const changed = given(...workedUntil('ordered')).and(change);
    expect(changed.state.migrations[0]).toMatchObject({ order: null, plannedDate: null });
    expect(migrationView(changed.state, reference, '2009-01-30')).toMatchObject({
      delivery: 'SELECTED',
      plannedDate: null,
      order: null,
    });
    changed
      .and(
        command('propose-date', { effectiveDate: '2009-01-31', date: '2009-04-01' }, patel),
        command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, reed),
        command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, lsp),
      )
      .when('place-order', { ...order, effectiveDate: '2009-01-31' }, patel, '2009-02-01T12:00:00.000Z')
      .thenEvents([{ type: 'MigrationOrderPlaced' }]);
  });
  it('S18: one order', () => {
    const ordered = given(...workedUntil('ordered'));
    ordered.when('place-order', { ...order, trackingRef: 'TRACK-0002' }).thenRefused('ORDER_ALREADY_PLACED');
    ordered.when('place-order', { ...order, reason: 'Sent again' }).thenNothing();
  });
  it('C3: only the PCT orders', () => {
    planned.when('place-order', order, reed).thenRefused('ROLE_NOT_ALLOWED');
    planned.when('place-order', order, moss).thenRefused('ROLE_NOT_ALLOWED');
    expect(planned.when('place-order', order, patel).decided.decision.kind).toBe('accepted');
  });
});
