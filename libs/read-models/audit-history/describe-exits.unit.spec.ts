import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of a migration that did not stay live', () => {
  it.each([
    [
      'GoLiveRetracted',
      {
        effectiveDate: '2009-04-02',
        migrationId: idOf(7),
        targetEventId: idOf(25),
        reason: 'Wrong practice',
      },
      'Go-live retracted: it was declared by mistake and never happened, 2 April 2009',
    ],
    [
      'MigrationRolledBack',
      {
        effectiveDate: '2009-04-30',
        migrationId: idOf(7),
        sourceInstanceId: 'E1',
        targetInstanceId: 'V1',
        cause: 'Repeat prescriptions fail',
      },
      'Rolled back from Vision 3 (V1) to EMIS LV (E1): Repeat prescriptions fail, 30 April 2009',
    ],
    [
      'MigrationAbandoned',
      { effectiveDate: '2008-12-10', migrationId: idOf(7), stage: 'BC_SUBMITTED', cause: 'Too dear' },
      'Migration abandoned when business case submitted: Too dear, 10 December 2008',
    ],
    [
      'MigrationAbandoned',
      {
        effectiveDate: '2009-03-10',
        migrationId: idOf(7),
        stage: 'EXTRACTED',
        cause: 'Offer withdrawn',
        chargesIncurredPence: 25_000,
        mediaDisposal: [{ extractId: idOf(24), disposal: 'Destroyed by EMIS' }],
      },
      'Migration abandoned when extracted, with charges of £250.00: Offer withdrawn, 10 March 2009; media of extracts: Destroyed by EMIS',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
