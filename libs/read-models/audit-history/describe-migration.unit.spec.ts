import { idOf } from '#testing/fixture.js';
import { told } from '#testing/told.js';

describe('the plain English of a migration', () => {
  it.each([
    [
      'BusinessCaseWaived',
      { effectiveDate: '2008-11-14', migrationId: idOf(1) },
      'Business case not required, 14 November 2008',
    ],
    [
      'BusinessCaseReturned',
      { effectiveDate: '2008-12-08', migrationId: idOf(1), points: ['No costs of training', 'No risks'] },
      'Business case returned: No costs of training; No risks, 8 December 2008',
    ],
    [
      'ChangeRefused',
      { effectiveDate: '2008-12-19', migrationId: idOf(1), grounds: ['Not affordable this year'] },
      'Change of system refused: Not affordable this year, 19 December 2008',
    ],
    [
      'BusinessCaseRequired',
      { effectiveDate: '2008-11-14', migrationId: idOf(1), templateVersion: '1.1' },
      'Business case required on template 1.1, 14 November 2008',
    ],
    [
      'BusinessCaseRequired',
      { effectiveDate: '2008-11-14', migrationId: idOf(1), dueBy: '2008-12-12' },
      'Business case required, 14 November 2008; due by 12 December 2008',
    ],
    [
      'BusinessCaseSubmitted',
      {
        effectiveDate: '2008-12-05',
        migrationId: idOf(1),
        version: '2.0',
        estimate: {
          lines: [
            { service: 'Training', amountPence: 50_000, charge: 'ONE_OFF' },
            { service: 'Licence', amountPence: 16_509, charge: 'ANNUAL' },
          ],
        },
      },
      'Business case 2.0 submitted, estimated at £500.00 and £165.09 a year, 5 December 2008',
    ],
    [
      'BusinessCaseSubmitted',
      {
        effectiveDate: '2008-12-05',
        migrationId: idOf(1),
        version: '2.0',
        estimate: { lines: [{ service: 'Licence', amountPence: 16_509, charge: 'ANNUAL' }] },
      },
      'Business case 2.0 submitted, estimated at £165.09 a year, 5 December 2008',
    ],
    [
      'MigrationDateReplanned',
      {
        effectiveDate: '2009-02-25',
        migrationId: idOf(1),
        old: '2009-03-05',
        new: '2009-03-12',
        cause: 'PCT',
      },
      'Migration replanned from 5 March 2009 to 12 March 2009, cause: PCT, 25 February 2009',
    ],
    [
      'BusinessCaseSubmitted',
      {
        effectiveDate: '2008-12-05',
        migrationId: idOf(1),
        version: '2.0',
        templateVersion: '1.1',
        estimate: { lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF' }] },
      },
      'Business case 2.0 submitted on template 1.1, estimated at £500.00, 5 December 2008',
    ],
    [
      'ChangeAgreed',
      {
        effectiveDate: '2008-12-19',
        migrationId: idOf(1),
        conditions: ['Training first'],
        decidedBy: 'J Patel',
        localPayerSplit: { practicePercent: 40 },
      },
      'Change of system agreed by J Patel on condition: Training first, 19 December 2008; the practice pays 40% of the local cost',
    ],
    [
      'GoLiveDeclared',
      {
        effectiveDate: '2009-05-20',
        migrationId: idOf(31),
        sourceInstanceId: 'E1',
        targetInstanceId: 'V1',
        plannedDate: null,
        override: 'BEDDING_IN_OPEN',
      },
      'Gone live with Vision 3 (V1), 20 May 2009, while a bedding-in was open',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
