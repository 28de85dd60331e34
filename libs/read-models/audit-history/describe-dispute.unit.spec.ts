import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of a dispute', () => {
  it.each([
    [
      'DisputeRaised',
      {
        effectiveDate: '2009-01-05',
        migrationId: idOf(1),
        disputeId: idOf(2),
        subject: 'REFUSAL',
        grounds: ['It is within the budget', 'The system is unsafe'],
      },
      'Dispute raised over the refusal: It is within the budget; The system is unsafe, 5 January 2009',
    ],
    [
      'DisputeEscalated',
      { effectiveDate: '2009-01-19', migrationId: idOf(1), disputeId: idOf(2), level: 'SHA' },
      'Dispute taken to the Strategic Health Authority, 19 January 2009',
    ],
    [
      'DisputeReferredToNhsla',
      {
        effectiveDate: '2009-02-02',
        migrationId: idOf(1),
        disputeId: idOf(2),
        requestBy: '2009-02-09',
        representations: { from: '2009-02-23', by: '2009-03-09' },
        observations: { from: '2009-03-09', by: '2009-04-06' },
      },
      'Dispute referred to the NHS Litigation Authority, 2 February 2009; request to the parties by 9 February 2009, representations by 9 March 2009, observations by 6 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'CHANGE_TO_BE_AGREED',
        level: 'NHSLA',
      },
      'Dispute determined at the NHS Litigation Authority: change to be agreed, 20 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'OTHER_TERMS',
        level: null,
      },
      'Dispute determined between practice and PCT: other terms, 20 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'WITHDRAWN',
        level: 'SHA',
      },
      'Dispute withdrawn, 20 April 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
