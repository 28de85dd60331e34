import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of a migration’s delivery', () => {
  it.each([
    [
      'MigrationOrderAmended',
      {
        effectiveDate: '2009-02-02',
        migrationId: idOf(7),
        trackingRef: 'TRACK-0001',
        services: [{ service: 'Deployment' }, { service: 'Training' }],
      },
      'Order TRACK-0001 amended, now for Deployment and Training, 2 February 2009',
    ],
    [
      'MigrationOrderCancelled',
      { effectiveDate: '2009-02-27', migrationId: idOf(7), trackingRef: 'TRACK-0001', chargePence: 25_000 },
      'Order TRACK-0001 cancelled, with a charge of £250.00, 27 February 2009',
    ],
    [
      'MigrationOrderCancelled',
      { effectiveDate: '2009-02-27', migrationId: idOf(7), trackingRef: 'TRACK-0001' },
      'Order TRACK-0001 cancelled, 27 February 2009',
    ],
    [
      'DataExtractRejected',
      {
        effectiveDate: '2009-03-10',
        migrationId: idOf(7),
        extractId: idOf(24),
        grounds: ['Unreadable', 'Old'],
      },
      'Data extract rejected: Unreadable; Old, 10 March 2009',
    ],
    [
      'DataAccessProblemRaised',
      { effectiveDate: '2009-02-16', migrationId: idOf(7), instanceId: 'E1', problem: 'No answer' },
      'Problem with obtaining data from EMIS LV (E1) raised: No answer, 16 February 2009',
    ],
    [
      'DataAccessProblemEscalated',
      { effectiveDate: '2009-02-23', migrationId: idOf(7), instanceId: 'E1', problemId: idOf(19) },
      'Problem with obtaining data from EMIS LV (E1) put to the national team, 23 February 2009',
    ],
    [
      'DataAccessProblemResolved',
      {
        effectiveDate: '2009-03-02',
        migrationId: idOf(7),
        instanceId: 'E1',
        problemId: idOf(19),
        resolution: 'It arrived',
      },
      'Problem with obtaining data from EMIS LV (E1) resolved: It arrived, 2 March 2009',
    ],
    [
      'GoLiveReported',
      { effectiveDate: '2009-03-12', migrationId: idOf(7), by: 'TARGET', cutoverTime: '08:00' },
      'Business Go Live of 12 March 2009 at 8am reported by the supplier of the new system',
    ],
    [
      'CutoverGapClosed',
      {
        effectiveDate: '2009-03-16',
        migrationId: idOf(7),
        from: '2009-03-09T18:30',
        to: '2009-03-12T08:00',
        method: 'Keyed in',
      },
      'Entries from 6.30pm on 9 March 2009 to 8am on 12 March 2009 back-loaded: Keyed in, 16 March 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
