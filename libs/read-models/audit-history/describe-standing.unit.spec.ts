import { told } from '#testing/told.js';

describe('the plain English of what a practice has and what became of it', () => {
  it.each([
    [
      'NationalFunctionInstalled',
      { effectiveDate: '2009-05-01', instanceId: 'V1', function: 'SUMMARY_CARE_RECORD' },
      'Summary Care Record installed with Vision 3 (V1), 1 May 2009',
    ],
    [
      'SystemUpgraded',
      { effectiveDate: '2008-09-01', instanceId: 'E1', version: '5.2', level: 3 },
      'EMIS LV (E1) upgraded to 5.2 at Level 3, 1 September 2008',
    ],
    [
      'PracticeOptedOut',
      { effectiveDate: '2008-04-01', pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' },
      'Opted out of the Call-Off of 5ZZ with EMIS for EMIS LV (E1), 1 April 2008',
    ],
    [
      'PracticeLeftCallOff',
      { effectiveDate: '2010-03-31', pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' },
      'EMIS LV (E1) left the Call-Off of 5ZZ with EMIS; 31 March 2010 was its last day on it',
    ],
    [
      'PctPracticeAgreementEnded',
      { effectiveDate: '2010-03-31', pct: '5ZZ' },
      'PCT-Practice Agreement with 5ZZ ended; 31 March 2010 was its last day',
    ],
    [
      'ContractorTypeRecorded',
      { effectiveDate: '2008-04-01', contractorType: 'PCTMS' },
      'Works under PCTMS, 1 April 2008',
    ],
    [
      'CentralFundingExceptionGranted',
      { effectiveDate: '2009-06-01', instanceId: 'E1', from: '2009-06-13', until: '2009-07-31' },
      'Central funding of EMIS LV (E1) granted from 13 June 2009 to 31 July 2009, 1 June 2009',
    ],
    [
      'PracticesMerged',
      { effectiveDate: '2011-06-30', into: 'A00002' },
      'Merged into A00002; 30 June 2011 was the last day before it',
    ],
    [
      'PracticeSplit',
      { effectiveDate: '2011-06-30', into: ['A00002', 'A00003'] },
      'Split into A00002 and A00003; 30 June 2011 was the last day before it',
    ],
    [
      'PracticeTakenOver',
      {
        effectiveDate: '2011-07-01',
        predecessor: 'A00002',
        kind: 'MERGER',
        instances: [{ instanceId: 'V1', predecessorInstanceId: 'X1' }],
      },
      'A00002 taken over by merger, 1 July 2011; Vision 3 (V1) is its X1',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
