import { command, given, type Given } from '#testing/decisions.js';
import { hart, idOf, moss, reed, reference } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { findings } from './findings/index.js';
import { migrationView } from './migration-view.js';
import { practiceStateOn } from './practice-states.js';

const report = { effectiveDate: '2009-03-11', cutoverTime: '08:00' };
const extracted = given(...workedUntil('extracted'));
const reported = extracted.and(command('report-go-live', report, moss));
const told = ({ state }: Given, on: string) =>
  findings(state, reference, on).find(({ code }) => code === 'GO_LIVE_REPORTED');

describe('A18: report-go-live', () => {
  it('A18: by the supplier of the target or of the source, who declares nothing', () => {
    extracted.when('report-go-live', report, moss).thenEvents([
      {
        type: 'GoLiveReported',
        payload: {
          effectiveDate: '2009-03-11',
          migrationId: workedMigrationId,
          by: 'TARGET',
          cutoverTime: '08:00',
        },
      },
    ]);
    extracted
      .when('report-go-live', report, hart)
      .thenEvents([{ type: 'GoLiveReported', payload: { by: 'SOURCE' } }]);
    extracted.when('report-go-live', report, { ...moss, org: 'Microtest' }).thenRefused('NOT_YOUR_SYSTEM');
    extracted.when('report-go-live', report, reed).thenRefused('ROLE_NOT_ALLOWED');
    extracted
      .when('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }, moss)
      .thenRefused('ROLE_NOT_ALLOWED');
  });
  it('A18, I7: of a past or present day, once a system is selected', () => {
    extracted
      .when('report-go-live', report, moss, '2009-03-10T12:00:00.000Z')
      .thenRefused('GO_LIVE_IN_FUTURE');
    given(...workedUntil('agreed'))
      .when('report-go-live', report, hart)
      .thenRefused('SYSTEM_NOT_SELECTED');
    extracted
      .when('report-go-live', { effectiveDate: '2008-11-09', reason: 'Found late' }, hart)
      .thenRefused('MIGRATION_NOT_OPEN');
  });
  it('A18: of the day of the request itself too, and once go-live is declared', () => {
    const live = given(...workedUntil('live'));
    live
      .when('report-go-live', report, moss)
      .thenEvents([{ type: 'GoLiveReported', payload: { migrationId: workedMigrationId } }]);
    live
      .and(...secondMigration('2009-05-19'))
      .when('report-go-live', { effectiveDate: '2009-05-19' }, hart)
      .thenEvents([{ type: 'GoLiveReported', payload: { by: 'TARGET' } }]);
  });
  it('R10: more than 7 days late it needs a reason, as any entry but the declaration itself', () => {
    extracted
      .when('report-go-live', report, moss, '2009-03-18T12:00:00.000Z')
      .thenEvents([{ type: 'GoLiveReported' }]);
    extracted.when('report-go-live', report, moss, '2009-03-19T12:00:00.000Z').thenRefused('REASON_REQUIRED');
    extracted
      .when('report-go-live', { ...report, reason: 'Found late' }, moss, '2009-03-19T12:00:00.000Z')
      .thenEvents([{ type: 'GoLiveReported', payload: { flags: ['LATE_ENTRY'] } }]);
  });
  it('A18: changes nothing but what is told: practice or PCT is to declare it', () => {
    expect(reported.state.migrations[0]).toMatchObject({ status: 'OPEN', goLive: null });
    expect(practiceStateOn(reported.state, reference, '2009-03-11')).toBe('MIGRATING');
    expect(migrationView(reported.state, reference, '2009-03-11')).toMatchObject({
      delivery: 'EXTRACTED',
      reported: { on: '2009-03-11', by: 'TARGET', cutoverTime: '08:00', rule: 'A18', events: [idOf(25)] },
    });
    expect(told(reported, '2009-03-10')).toBeUndefined();
    expect(told(reported, '2009-03-11')).toMatchObject({
      rule: 'A18',
      message: 'INPS reported Business Go Live of 2009-03-11: the practice or the PCT is to declare it.',
    });
  });
  it('A18: is done with once that day is declared; another day is told', () => {
    const declare = (effectiveDate: string) =>
      reported.and(command('declare-go-live', { effectiveDate, targetInstanceId: 'V1' }, reed));
    expect(told(declare('2009-03-11'), '2009-03-12')).toBeUndefined();
    expect(told(declare('2009-03-12'), '2009-03-12')?.message).toBe(
      'INPS reported Business Go Live of 2009-03-11, and the go-live on record is of 2009-03-12.',
    );
  });
});
