import { told } from '#testing/told.js';

describe('the plain English of corrections', () => {
  it.each([
    [
      'RecordCorrected',
      { effectiveDate: '2009-04-03', field: 'effectiveDate', was: '2009-03-20', now: '2009-03-23' },
      'Record corrected: effective date was 20 March 2009, now 23 March 2009, 3 April 2009',
    ],
    [
      'RecordCorrected',
      { effectiveDate: '2009-04-03', field: 'minuteRef', was: null, now: 'IM&T 12' },
      'Record corrected: minute ref was not on record, now "IM&T 12", 3 April 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
