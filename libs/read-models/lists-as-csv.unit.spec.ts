import type { FundingAnswerInterval } from './funding/answers.js';
import { practiceFundingCsv, practicesCsv } from './lists-as-csv.js';

const interval: FundingAnswerInterval = {
  instance: 'E1',
  row: 'SOFTWARE_LICENCE',
  from: '2009-06-13',
  to: '2009-08-01',
  payer: 'COMMISSIONER',
  payerOrg: '5ZZ',
  yearlyPence: 342772,
  days: 49,
  pence: 46016,
  reason: 'AFTER_BEDDING_IN',
  rule: 'A8',
  policyVersion: 'gpsoc-1',
  why: 'After bedding-in end, before the notice end as extended',
  events: ['e1', 'e2'],
  priceEvents: ['p1'],
};
const asked = { on: null, knownAt: '2014-05-14T09:00:00.000Z' };

describe('lists as CSV', () => {
  it('have stable columns, what was asked and the policy version in the last ones', () => {
    const totals = { byPayer: [], byInstance: [] };
    const answer = {
      ...asked,
      ods: 'A00001',
      until: '2014-05-14',
      nothingOnRecord: false,
      intervals: [interval],
      totals,
    };
    expect(practiceFundingCsv(answer)).toBe(
      '\uFEFFods,instance,row,from,to,payer,payerOrg,yearlyPence,days,pence,penceReason,reason,rule,why,events,sharePercent,accrualBasis,on,knownAt,until,policyVersion\r\n' +
        'A00001,E1,SOFTWARE_LICENCE,2009-06-13,2009-08-01,COMMISSIONER,5ZZ,342772,49,46016,,AFTER_BEDDING_IN,A8,"After bedding-in end, before the notice end as extended",e1 e2 p1,,,,2014-05-14T09:00:00.000Z,2014-05-14,gpsoc-1\r\n',
    );
  });

  it('have a header alone where nothing is listed', () => {
    expect(practicesCsv({ ...asked, practices: [], next: null })).toBe(
      '\uFEFFods,name,commissioner,state,system,systemSupplier,systemBasis,systemFirstMonth,systemLastMonth,systemWithdrawnAfter,on,knownAt\r\n',
    );
  });
});
