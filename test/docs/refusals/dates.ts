import type { datesRefusals } from '#domain/refusals/dates.js';
import { command } from '#testing/decisions.js';
import { reed } from '#testing/fixture.js';
import type { ExamplesOf } from './example.js';

const contact = {
  effectiveDate: '2008-11-03',
  participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
  optionsConsidered: ['Retain EMIS LV'],
};

export const datesExamples: ExamplesOf<typeof datesRefusals> = {
  EFFECTIVE_DATE_IN_FUTURE: {
    after: 'retained',
    refused: command('record-contact', contact, reed, '2008-11-02T12:00:00.000Z'),
  },
  GO_LIVE_IN_FUTURE: {
    after: 'extracted',
    refused: command(
      'declare-go-live',
      { effectiveDate: '2009-03-14', targetInstanceId: 'V1' },
      reed,
      '2009-03-13T09:12:00.000Z',
    ),
  },
  REASON_REQUIRED: {
    after: 'retained',
    refused: command('record-contact', contact, reed, '2008-11-11T12:00:00.000Z'),
  },
  DATE_ORDER: {
    after: 'live',
    refused: command('order-retention', {
      effectiveDate: '2009-03-20',
      instanceId: 'E1',
      option: 'SINGLE_USER',
      from: '2009-06-21',
      until: '2009-06-20',
      payer: 'COMMISSIONER',
    }),
  },
};
