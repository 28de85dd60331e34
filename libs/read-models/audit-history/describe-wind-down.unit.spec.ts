import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of a wind-down', () => {
  it.each([
    [
      'NoticeGiven',
      {
        effectiveDate: '2009-02-27',
        supplier: 'EMIS',
        instanceId: 'E1',
        minMonths: 3,
        contingentOn: { migrationId: idOf(7) },
      },
      'Notice given to EMIS for EMIS LV (E1), 27 February 2009; it runs for 3 months from Business Go Live',
    ],
    [
      'NoticeGiven',
      {
        effectiveDate: '2009-02-27',
        supplier: 'EMIS',
        instanceId: 'E1',
        minDays: 90,
        endsOn: '2009-07-31',
        contingentOn: { migrationId: idOf(7) },
      },
      'Notice given to EMIS for EMIS LV (E1), 27 February 2009; it runs for 90 days from Business Go Live, not before 31 July 2009',
    ],
    [
      'NoticeGiven',
      {
        effectiveDate: '2009-03-20',
        supplier: 'EMIS',
        instanceId: 'E1',
        minMonths: 1,
        endsOn: '2009-04-20',
        countedFromReceipt: { endConvention: 'CORRESPONDING_DATE' },
      },
      'Notice given to EMIS for EMIS LV (E1), 20 March 2009; ends 20 April 2009, or 1 month from its receipt if later',
    ],
    [
      'RetentionOrdered',
      { effectiveDate: '2009-04-01', instanceId: 'E1', option: 'FULL', payer: 'PRACTICE' },
      'Full retention of EMIS LV (E1) ordered, 1 April 2009; from that day, paid by the practice',
    ],
    [
      'RetentionEnded',
      { effectiveDate: '2012-09-03', instanceId: 'E1', option: 'DATR', until: '2012-09-30' },
      'Data and Audit Trail Retrieval Service of EMIS LV (E1) ends; 30 September 2012 is its last day, 3 September 2012',
    ],
    [
      'NoticeWithdrawn',
      { effectiveDate: '2009-05-29', instanceId: 'E1' },
      'Notice for EMIS LV (E1) withdrawn, the service runs on, 29 May 2009',
    ],
    [
      'NoticeAcknowledged',
      { effectiveDate: '2009-03-24', instanceId: 'E1', receivedOn: '2009-03-23' },
      'Notice for EMIS LV (E1) acknowledged as received on 23 March 2009, 24 March 2009',
    ],
    [
      'NoticeDateDisputed',
      {
        effectiveDate: '2009-03-24',
        instanceId: 'E1',
        claimedOn: '2009-03-23',
        grounds: 'Recorded delivery',
      },
      'Day of notice for EMIS LV (E1) disputed (23 March 2009 claimed): Recorded delivery, 24 March 2009',
    ],
    [
      'NoticeDateDisputed',
      { effectiveDate: '2009-03-24', instanceId: 'E1', grounds: 'It never came' },
      'Day of notice for EMIS LV (E1) disputed: It never came, 24 March 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
