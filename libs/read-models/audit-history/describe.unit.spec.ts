import { idOf } from '#testing/fixture.js';
import { told, toldInW, workedFile } from '#testing/told.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { describeEvent } from './describe.js';
import { namesIn } from './names.js';

describe('the plain English of a file', () => {
  it('tells the whole of W, line by line; S26: never that an audit trail moved', () => {
    expect(workedFile.map(toldInW)).toEqual([
      'Registered as Fictional Surgery (A00001), commissioned by 5ZZ, from 1 October 2006',
      'PCT-Practice Agreement with 5ZZ signed, 1 April 2008',
      'EMIS LV (E1) installed at Level 3, with Choose and Book and ETP, 1 April 2008',
      'EMIS LV (E1) joined to the Call-Off of 5ZZ with EMIS, 1 April 2008',
      'EMIS LV (E1) retained, centrally funded, 1 April 2008',
      'Options discussed with J Patel (5ZZ), 3 November 2008',
      'Change from EMIS LV (E1) requested, 10 November 2008',
      'Business case required, 14 November 2008',
      'Business case 1.0 submitted, estimated at £1,500.00, 5 December 2008',
      'Change of system agreed by J Patel, 19 December 2008',
      'Proposed: complete selection, 9 January 2009; waits for the practice to confirm it',
      'Selection completed: Vision 3, chosen over Microtest.EVOLUTION, 9 January 2009',
      'Proposed: select system, 16 January 2009; waits for the PCT to confirm it',
      'Vision 3 selected, 16 January 2009',
      '5 March 2009 proposed for the migration by the PCT, 20 January 2009',
      'Proposed date of 5 March 2009 agreed by the practice, 22 January 2009',
      'Proposed date of 5 March 2009 agreed by the supplier, 22 January 2009',
      'Migration planned for 5 March 2009, 22 January 2009',
      'Order TRACK-0001 placed on the Tracking Database, 26 January 2009',
      '12 March 2009 proposed for the migration by the supplier, 23 February 2009',
      'Proposed date of 12 March 2009 agreed by the practice, 25 February 2009',
      'Proposed date of 12 March 2009 agreed by the PCT, 25 February 2009',
      'Migration replanned from 5 March 2009 to 12 March 2009, cause: supplier, 25 February 2009',
      'Vision 3 (V1) installed at Level 3, with Choose and Book and ETP, 9 March 2009',
      'Vision 3 (V1) joined to the Call-Off of 5ZZ with INPS, 9 March 2009',
      'Data extract taken (final documented data extract, without audit trail) at 6.30pm, 9 March 2009',
      'Gone live with Vision 3 (V1), 11 March 2009',
      'Notice given to EMIS for EMIS LV (E1), 20 March 2009; ends 20 June 2009',
      'Single-user retention of EMIS LV (E1) ordered, 20 March 2009; from the day after the service ends, paid by the commissioner',
      'Migration signed off by the practice, 27 March 2009',
      'Migration signed off by the PCT, 30 March 2009',
      'Proposed: correct go-live, 12 March 2009; waits for the PCT to confirm it',
      'Go-live corrected: was 11 March 2009, now 12 March 2009 at 8am',
      'Notice for EMIS LV (E1) extended to 31 July 2009: Repeat prescribing, 29 May 2009',
      'Service of EMIS LV (E1) ended; 31 July 2009 was its last day',
      'Access to EMIS LV (E1) changed from Single-user retention to Data and Audit Trail Retrieval Service, 30 September 2011; from 1 October 2011, paid by the commissioner',
      'Commissioned by 99Z from 1 April 2013, before it 5ZZ',
    ]);
  });

  it.each([
    ['PracticeClosed', { effectiveDate: '2013-03-31' }, 'Closed; 31 March 2013 was the last day open'],
    [
      'SystemUseObserved',
      {
        product: 'EMIS Web',
        supplier: 'EMIS',
        firstMonth: '2012-03',
        lastMonth: '2014-06',
        monthsListed: 9,
        monthsMissing: 0,
      },
      'On a published list as using EMIS Web (EMIS), March 2012 to June 2014',
    ],
    [
      'PracticeCommissionerChanged',
      { effectiveDate: '2001-04-01', legalDate: '2001-04-01', to: '5YY', left: '2006-09-30' },
      'Commissioned by 5YY 1 April 2001 to 30 September 2006',
    ],
    [
      'CommandProposed',
      {
        effectiveDate: '2009-05-29',
        command: 'withdraw-notice',
        body: {},
        confirmer: 'SUP',
        confirmerOrg: 'EMIS',
      },
      'Proposed: withdraw notice, 29 May 2009; waits for EMIS to confirm it',
    ],
    [
      'ProposalDeclined',
      { effectiveDate: '2009-01-10', proposalId: idOf(11), reason: 'Wrong winner' },
      'Proposal declined: complete selection, 10 January 2009; reason: Wrong winner',
    ],
    [
      'ProposalDeclined',
      { effectiveDate: '2009-01-17', proposalId: idOf(13) },
      'Proposal declined: select system, 17 January 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));

  it('A13, A28: a system that is not centrally funded is locally funded, or by its LSP contract where it has one', () => {
    const registered = workedFile.find(({ type }) => type === 'SystemInstanceRegistered');
    const retained = {
      type: 'SystemRetained',
      payload: { effectiveDate: '2008-04-01', ods: 'A00001', instanceId: 'E1', fundingBasis: 'LOCAL_ONLY' },
    };
    const toldUnder = (contract: 'GPSOC' | 'LSP') =>
      describeEvent(
        retained as unknown as PracticeEvent,
        namesIn(
          [{ ...registered, payload: { ...registered?.payload, contract } } as (typeof workedFile)[number]],
          new Map(),
        ),
      );
    expect(toldUnder('GPSOC')).toBe('EMIS.EMIS-LV (E1) retained, locally funded alone, 1 April 2008');
    expect(toldUnder('LSP')).toBe('EMIS.EMIS-LV (E1) retained, funded by its LSP contract, 1 April 2008');
  });
});
