import type { whatIsKnownRefusals } from '#domain/refusals/what-is-known.js';
import { command } from '#testing/decisions.js';
import { national } from '#testing/fixture.js';
import { installed } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const day = { effectiveDate: '2008-05-01' };
const visitors = [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }];

export const whatIsKnownExamples: ExamplesOf<typeof whatIsKnownRefusals> = {
  PRACTICE_UNKNOWN: {
    refused: command('record-contact', { ...day, participants: visitors, optionsConsidered: ['Retain'] }),
  },
  PRACTICE_ALREADY_REGISTERED: {
    after: 'registered',
    refused: command('register-practice', { effectiveDate: '2006-10-01', name: 'Another Name' }),
  },
  COMMISSIONER_UNKNOWN: {
    refused: command('register-practice', {
      effectiveDate: '2006-09-30',
      name: 'Fictional Surgery',
      commissioner: '5ZZ',
    }),
  },
  COMMISSIONER_DIFFERS: {
    after: 'registered',
    refused: command('change-commissioner', { effectiveDate: '2013-04-01', from: '5YY', to: '99Z' }),
  },
  SUPPLIER_UNKNOWN: {
    refused: {
      by: national,
      to: {
        kind: 'call-off',
        commissioner: '5ZZ',
        supplier: 'Seetec',
        command: { name: 'sign-call-off', body: day },
      },
    },
  },
  PRODUCT_NOT_LISTED: {
    after: 'agreed',
    refused: command('complete-selection', {
      effectiveDate: '2009-01-09',
      winner: 'EMIS.EMIS-WEB',
      candidates: ['EMIS.EMIS-WEB'],
    }),
  },
  INSTANCE_UNKNOWN: {
    after: 'installed',
    refused: command('join-call-off', { ...day, instanceId: 'X1' }),
  },
  INSTANCE_ID_TAKEN: {
    after: 'installed',
    refused: command('register-instance', {
      ...day,
      ...installed,
      instanceId: 'E1',
      productId: 'EMIS.EMIS-LV',
      etp: false,
    }),
  },
  INSTANCE_NOT_IN_LIFE: {
    after: 'serviceEnded',
    refused: command('request-migration', {
      effectiveDate: '2009-08-01',
      sourceInstanceId: 'E1',
      reasons: ['Slow'],
    }),
  },
  LEVEL_ABOVE_PRODUCT: {
    after: 'installed',
    refused: command('register-instance', {
      ...day,
      ...installed,
      instanceId: 'E2',
      productId: 'EMIS.EMIS-PCS',
    }),
  },
  PRACTICE_CLOSED: {
    after: 'installed',
    and: [command('close-practice', { effectiveDate: '2008-06-30' })],
    refused: command('retain-system', { effectiveDate: '2008-07-01', instanceId: 'E1' }),
  },
  PRACTICE_ALREADY_CLOSED: {
    after: 'installed',
    and: [command('close-practice', { effectiveDate: '2008-06-30' })],
    refused: command('close-practice', { effectiveDate: '2008-07-31' }),
  },
  PRACTICE_ALREADY_SUCCEEDED: {
    after: 'installed',
    and: [command('merge-practice', { effectiveDate: '2008-06-30', into: 'A00002' })],
    refused: command('merge-practice', { effectiveDate: '2008-06-30', into: 'A00003' }),
  },
  SUCCEEDED_BY_ITSELF: {
    after: 'installed',
    refused: command('merge-practice', { effectiveDate: '2008-06-30', into: 'A00001' }),
  },
  TAKEN_OVER_ALREADY: {
    after: 'installed',
    and: [
      command('take-over-practice', { effectiveDate: '2008-07-01', predecessor: 'A00002', kind: 'MERGER' }),
    ],
    refused: command('take-over-practice', {
      effectiveDate: '2008-08-01',
      predecessor: 'A00002',
      kind: 'MERGER',
    }),
  },
};
