import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of the Selection Process', () => {
  it.each([
    [
      'SelectionStarted',
      {
        effectiveDate: '2009-01-05',
        migrationId: idOf(1),
        candidates: ['INPS.VISION-3', 'Microtest.EVOLUTION'],
      },
      'Selection started among Vision 3 and Microtest.EVOLUTION, 5 January 2009',
    ],
    [
      'CandidateScored',
      {
        effectiveDate: '2009-01-07',
        migrationId: idOf(1),
        candidate: 'INPS.VISION-3',
        by: 'PR',
        org: 'A00001',
        scores: [{ criterion: 'Prescribing', weight: 60, score: 80 }],
        weightedScore: 80,
      },
      'Vision 3 scored 80 by the practice, 7 January 2009',
    ],
    [
      'SelectionCompleted',
      {
        effectiveDate: '2009-01-09',
        migrationId: idOf(1),
        winner: 'INPS.VISION-3',
        candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
        scores: [
          { candidate: 'INPS.VISION-3', by: 'PR', org: 'A00001', scores: [], weightedScore: 76 },
          { candidate: 'INPS.VISION-3', by: 'PCT', org: '5ZZ', scores: [], weightedScore: 61.25 },
          { candidate: 'EMIS.EMIS-PCS', by: 'PCT', org: '5ZZ', scores: [], weightedScore: 50 },
        ],
      },
      'Selection completed: Vision 3, chosen over EMIS.EMIS-PCS, 9 January 2009; scored 76 by the practice and 61.25 by the PCT',
    ],
    [
      'SelectionFailed',
      {
        effectiveDate: '2009-01-09',
        migrationId: idOf(1),
        reasons: ['No link to the dispensary', 'Too slow'],
      },
      'No suitable system found: No link to the dispensary; Too slow, 9 January 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
