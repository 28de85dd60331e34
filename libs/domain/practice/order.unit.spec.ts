import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { cole, idOf, moss, patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { findings } from './findings/index.js';
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
    const arrival = [
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
    ];
    const live = planned.and(...arrival);
    const late = { ...order, effectiveDate: '2009-03-20' };

    it('A16, A17: is taken after go-live', () =>
      live
        .when('place-order', late)
        .thenEvents([{ type: 'MigrationOrderPlaced', payload: { migrationId: workedMigrationId } }]));
    it('A17, R1: also of a go-live that had no planned date, which is flagged for it', () => {
      const undated = given(...workedUntil('selected')).and(...arrival);
      undated
        .when('place-order', late)
        .thenEvents([{ type: 'MigrationOrderPlaced', payload: { migrationId: workedMigrationId } }]);
    });
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
  describe('S18, F5: once another system is selected', () => {
    const change = confirmed(
      command(
        'select-system',
        { effectiveDate: '2009-01-30', productId: 'LSP01.LSP-SOLUTION', kind: 'LSP' },
        reed,
      ),
      patel,
    );
    const changed = given(...workedUntil('ordered')).and(change);
    const planned = changed.and(
      command('propose-date', { effectiveDate: '2009-01-31', date: '2009-04-01' }, patel),
      command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, reed),
      command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, lsp),
    );
    const second = { ...order, effectiveDate: '2009-01-31', trackingRef: 'TRACK-0002' };
    const cancellation = { effectiveDate: '2009-02-02', trackingRef: 'TRACK-0001', chargePence: 25_000 };
    const view = ({ state }: typeof changed, on: string) => migrationView(state, reference, on);
    const told = ({ state }: typeof changed, on: string) =>
      findings(state, reference, on).filter(({ code }) => code === 'ORDER_NOT_CANCELLED');

    it('S18, A16: an order for the former is none for that other', () => {
      expect(view(changed, '2009-01-30')).toMatchObject({
        delivery: 'SELECTED',
        plannedDate: null,
        order: null,
      });
      planned.when('place-order', second).thenEvents([{ type: 'MigrationOrderPlaced' }]);
    });
    it('S18, F5: the order with the former supplier is still told, and as standing before', () => {
      expect(view(changed, '2009-01-29')).toMatchObject({
        delivery: 'ORDERED',
        order: { trackingRef: 'TRACK-0001' },
      });
      expect(view(changed, '2009-01-25')?.orders).toEqual([]);
      expect(view(changed, '2009-01-26')?.orders).toMatchObject([{ on: '2009-01-26' }]);
      expect(view(changed, '2009-01-30')?.orders).toMatchObject([
        { trackingRef: 'TRACK-0001', productId: 'INPS.VISION-3', cancelledOn: null, chargePence: null },
      ]);
    });
    it('F5: it is to be cancelled, and may be, before and after the next order', () => {
      expect(told(changed, '2009-01-29')).toEqual([]);
      expect(told(changed, '2009-01-30')).toMatchObject([
        {
          rule: 'F5',
          message:
            'LSP01.LSP-SOLUTION was selected on 2009-01-30, and the order TRACK-0001 for INPS.VISION-3 still stands on the Tracking Database: cancel it.',
          events: [idOf(20), idOf(18)],
        },
      ]);
      for (const before of [changed, planned.and(command('place-order', second))]) {
        before.when('cancel-order', cancellation).thenEvents([{ type: 'MigrationOrderCancelled' }]);
        expect(told(before.and(command('cancel-order', cancellation)), '2009-02-02')).toEqual([]);
      }
    });
    it('F5: its charge is told for ever, beside the order for the other', () => {
      const both = planned.and(command('place-order', second), command('cancel-order', cancellation));
      expect(view(both, '2019-02-02')).toMatchObject({
        order: { trackingRef: 'TRACK-0002' },
        orders: [
          {
            ...{ trackingRef: 'TRACK-0001', cancelledOn: '2009-02-02', chargePence: 25_000 },
            events: [idOf(18), idOf(25)],
          },
          { trackingRef: 'TRACK-0002', cancelledOn: null, chargePence: null },
        ],
      });
    });
    it('F5: so is the charge of an order that was cancelled before', () => {
      const early = { ...cancellation, effectiveDate: '2009-01-29' };
      const before = given(...workedUntil('ordered')).and(command('cancel-order', early), change);
      expect(view(before, '2009-01-30')?.orders).toMatchObject([{ chargePence: 25_000 }]);
      before.when('cancel-order', early).thenNothing();
    });
    it('F5: an abandonment tells of each order that stands', () => {
      const abandoned = planned.and(
        command('place-order', second),
        confirmed(
          command('abandon-migration', { effectiveDate: '2009-02-20', cause: 'Too dear' }, reed),
          patel,
        ),
      );
      expect(told(abandoned, '2009-02-20').map(({ events }) => events[1])).toEqual([idOf(18), idOf(24)]);
    });
    it('S17, R3: selected again of another day, the same system keeps its planned date', () => {
      const again = { effectiveDate: '2009-01-24', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' } as const;
      given(...workedUntil('planned'))
        .and(confirmed(command('select-system', again), patel))
        .when('place-order', order)
        .thenEvents([{ type: 'MigrationOrderPlaced' }]);
    });
    it('S18: a reference names one order that stands', () => {
      planned.when('place-order', { ...second, trackingRef: 'TRACK-0001' }).thenRefused('TRACKING_REF_TAKEN');
      planned
        .and(command('cancel-order', { ...cancellation, effectiveDate: '2009-01-31' }))
        .when('place-order', { ...second, trackingRef: 'TRACK-0001' })
        .thenEvents([{ type: 'MigrationOrderPlaced' }]);
    });
    it('S18, A16: selected again, the system has its order still', () => {
      const again = changed.and(
        confirmed(
          command('select-system', {
            effectiveDate: '2009-01-31',
            productId: 'INPS.VISION-3',
            kind: 'FRAMEWORK',
          }),
          patel,
        ),
      );
      expect(view(again, '2009-01-31')?.order).toMatchObject({ trackingRef: 'TRACK-0001' });
      expect(told(again, '2009-01-30')).toHaveLength(1);
      expect(told(again, '2009-01-31')).toEqual([]);
    });
    it('I14: a correction of its reference leaves what became of each order', () => {
      const both = planned.and(
        command('place-order', second),
        command('cancel-order', cancellation),
        confirmed(
          command(
            'correct-record',
            {
              effectiveDate: '2009-02-03',
              reason: 'Typed wrongly',
              targetEventId: idOf(18),
              field: 'trackingRef',
              was: 'TRACK-0001',
              now: 'TRACK-0009',
            },
            patel,
          ),
          cole,
        ),
      );
      expect(view(both, '2009-02-03')).toMatchObject({
        order: { trackingRef: 'TRACK-0002' },
        orders: [{ trackingRef: 'TRACK-0009', chargePence: 25_000 }, { trackingRef: 'TRACK-0002' }],
      });
    });
  });
  it('I14: an amendment whose reference is corrected to that of no order stays one of the order that stands', () => {
    const services = [{ service: 'Training' }];
    const amended = given(...workedUntil('ordered')).and(
      command('amend-order', { effectiveDate: '2009-02-02', trackingRef: 'TRACK-0001', services }),
      confirmed(
        command(
          'correct-record',
          {
            effectiveDate: '2009-02-03',
            reason: 'Typed wrongly',
            targetEventId: idOf(19),
            field: 'trackingRef',
            was: 'TRACK-0001',
            now: 'TRACK-0009',
          },
          patel,
        ),
        cole,
      ),
    );
    expect(migrationView(amended.state, reference, '2009-02-03')?.order).toMatchObject({ services });
  });
  it('I14: of two orders that a correction gives one reference, an amendment is of the later', () => {
    const services = [{ service: 'Training' }];
    const lspSelected = {
      effectiveDate: '2009-01-30',
      productId: 'LSP01.LSP-SOLUTION',
      kind: 'LSP',
    } as const;
    const both = given(...workedUntil('ordered')).and(
      confirmed(command('select-system', lspSelected, reed), patel),
      command('propose-date', { effectiveDate: '2009-01-31', date: '2009-04-01' }, patel),
      command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, reed),
      command('agree-date', { effectiveDate: '2009-01-31', proposalEventId: idOf(21) }, lsp),
      command('place-order', { ...order, effectiveDate: '2009-01-31', trackingRef: 'TRACK-0002' }),
      command('amend-order', { effectiveDate: '2009-02-02', trackingRef: 'TRACK-0002', services }),
    );
    const correction = {
      ...{ effectiveDate: '2009-02-03', reason: 'Typed wrongly', targetEventId: idOf(24) },
      ...{ field: 'trackingRef', was: 'TRACK-0002', now: 'TRACK-0001' },
    };
    const { state } = both.and(confirmed(command('correct-record', correction, patel), cole));
    expect(migrationView(state, reference, '2009-02-03')?.order).toMatchObject({
      productId: 'LSP01.LSP-SOLUTION',
      services,
    });
  });
  it('S18: one order', () => {
    const ordered = given(...workedUntil('ordered'));
    ordered.when('place-order', { ...order, trackingRef: 'TRACK-0002' }).thenRefused('ORDER_ALREADY_PLACED');
    ordered.when('place-order', { ...order, reason: 'Sent again' }).thenNothing();
    given(...workedUntil('live'))
      .when('place-order', { ...order, effectiveDate: '2009-03-20', trackingRef: 'TRACK-0002' })
      .thenRefused('ORDER_ALREADY_PLACED');
  });
  it('C3: only the PCT orders', () => {
    planned.when('place-order', order, reed).thenRefused('ROLE_NOT_ALLOWED');
    planned.when('place-order', order, moss).thenRefused('ROLE_NOT_ALLOWED');
    expect(planned.when('place-order', order, patel).decided.decision.kind).toBe('accepted');
  });
});

describe('amend-order', () => {
  const ordered = given(...workedUntil('ordered'));
  const services = [{ service: 'Deployment to an alternative system' }, { service: 'Training' }];
  const amendment = { effectiveDate: '2009-02-02', trackingRef: 'TRACK-0001', services };

  it('S18: changes what is ordered; the order stands from its first day', () => {
    ordered
      .when('amend-order', amendment)
      .thenEvents([{ type: 'MigrationOrderAmended', payload: { migrationId: workedMigrationId, services } }]);
    const amended = ordered.and(command('amend-order', amendment));
    expect(migrationView(amended.state, reference, '2009-02-01')?.order).toMatchObject({
      on: '2009-01-26',
      services: [{ service: 'Deployment to an alternative system' }],
      events: [idOf(18)],
    });
    expect(migrationView(amended.state, reference, '2009-02-02')?.order).toEqual({
      trackingRef: 'TRACK-0001',
      productId: 'INPS.VISION-3',
      on: '2009-01-26',
      services,
      cancelledOn: null,
      chargePence: null,
      rule: 'S18',
      events: [idOf(18), idOf(19)],
    });
  });
  it('R13: to what it is already: nothing; back to what it was: an amendment of its own', () => {
    const amended = ordered.and(command('amend-order', amendment));
    amended.when('amend-order', { ...amendment, effectiveDate: '2009-02-03' }).thenNothing();
    amended.when('place-order', { ...order, services }).thenNothing();
    amended.when('place-order', order).thenRefused('ORDER_ALREADY_PLACED');
    const back = { ...amendment, services: order.services };
    amended.when('amend-order', back).thenEvents([{ type: 'MigrationOrderAmended' }]);
    amended
      .and(command('amend-order', back))
      .when('amend-order', amendment)
      .thenEvents([{ type: 'MigrationOrderAmended' }]);
  });
  it('S18: only an order that stands, from its day on, and only by the PCT', () => {
    planned.when('amend-order', amendment).thenRefused('ORDER_UNKNOWN');
    ordered.when('amend-order', { ...amendment, trackingRef: 'TRACK-0002' }).thenRefused('ORDER_UNKNOWN');
    ordered
      .when('amend-order', { ...amendment, effectiveDate: '2009-01-25', reason: 'Found late' })
      .thenRefused('DATE_ORDER');
    ordered.when('amend-order', amendment, reed).thenRefused('ROLE_NOT_ALLOWED');
  });
});

describe('cancel-order', () => {
  const ordered = given(...workedUntil('ordered'));
  const cancellation = { effectiveDate: '2009-02-27', trackingRef: 'TRACK-0001', chargePence: 25_000 };
  const cancelled = ordered.and(command('cancel-order', cancellation));

  it('S18, F5: with its charge; from that day on no order stands', () => {
    ordered
      .when('cancel-order', cancellation)
      .thenEvents([{ type: 'MigrationOrderCancelled', payload: { chargePence: 25_000 } }]);
    expect(migrationView(cancelled.state, reference, '2009-02-26')).toMatchObject({ delivery: 'ORDERED' });
    expect(migrationView(cancelled.state, reference, '2009-02-27')).toMatchObject({
      delivery: 'DATE_AGREED',
      order: null,
    });
  });
  it('S18: another may be placed, the same one too, and cancelled again', () => {
    const again = { ...order, effectiveDate: '2009-02-27' };
    cancelled.when('place-order', again).thenEvents([{ type: 'MigrationOrderPlaced' }]);
    cancelled
      .and(command('place-order', again))
      .when('cancel-order', cancellation)
      .thenEvents([{ type: 'MigrationOrderCancelled' }]);
    cancelled.when('cancel-order', { ...cancellation, chargePence: 1 }).thenRefused('ORDER_UNKNOWN');
  });
  it('S18, R10: of two that stood on one day, as told late, the first is told', () => {
    const second = { ...order, effectiveDate: '2009-02-25', trackingRef: 'TRACK-0002' };
    const both = cancelled.and(command('place-order', second, patel, '2009-02-28T12:00:00.000Z'));
    const told = (on: string) => migrationView(both.state, reference, on)?.order?.trackingRef;
    expect(told('2009-02-26')).toBe('TRACK-0001');
    expect(told('2009-02-27')).toBe('TRACK-0002');
  });
  it('F5: no correction makes it earlier than the order', () =>
    cancelled
      .when(
        'correct-record',
        {
          effectiveDate: '2009-02-28',
          reason: 'Letter',
          targetEventId: idOf(19),
          field: 'effectiveDate',
          was: '2009-02-27',
          now: '2009-01-25',
        },
        patel,
      )
      .thenRefused('CORRECTION_BREAKS_RULE'));
  it('F5: the order of an abandoned migration is to be cancelled, and may be', () => {
    const abandoned = ordered.and(
      confirmed(
        command('abandon-migration', { effectiveDate: '2009-02-20', cause: 'Too dear' }, reed),
        patel,
      ),
    );
    const told = (of: typeof abandoned) =>
      findings(of.state, reference, '2009-02-27').find(({ code }) => code === 'ORDER_NOT_CANCELLED');
    expect(told(abandoned)?.message).toBe(
      'The migration was abandoned on 2009-02-20, and the order TRACK-0001 for INPS.VISION-3 still stands on the Tracking Database: cancel it.',
    );
    expect(told(abandoned.and(command('cancel-order', cancellation)))).toBeUndefined();
  });
  it('A17, S18: a live target has no central funding from its cancellation to the next order', () => {
    const live = given(...workedUntil('live')).and(
      command('cancel-order', { ...cancellation, effectiveDate: '2009-04-01' }),
    );
    const licence = ({ state }: typeof live) =>
      fundingTimeline(state, reference)
        .filter(({ instanceId, row }) => instanceId === 'V1' && row === 'SOFTWARE_LICENCE')
        .map(({ from, to, payer, reason }) => [from, to, payer, reason]);
    expect(licence(live)).toEqual([
      ['2009-03-11', '2009-04-01', 'CENTRAL', 'CALL_OFF'],
      ['2009-04-01', null, 'COMMISSIONER', 'UNFUNDED_NO_ORDER'],
    ]);
    const anew = live.and(command('place-order', { ...order, effectiveDate: '2009-04-20' }));
    expect(licence(anew)).toEqual([
      ['2009-03-11', '2009-04-01', 'CENTRAL', 'CALL_OFF'],
      ['2009-04-01', '2009-04-20', 'COMMISSIONER', 'UNFUNDED_NO_ORDER'],
      ['2009-04-20', null, 'CENTRAL', 'CALL_OFF'],
    ]);
    expect(findings(live.state, reference, '2009-04-01').map(({ code }) => code)).toContain('NO_ORDER');
    expect(findings(live.state, reference, '2009-03-31').map(({ code }) => code)).not.toContain('NO_ORDER');
  });
});
