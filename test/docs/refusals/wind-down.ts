import type { windDownRefusals } from '#domain/refusals/wind-down.js';
import { command } from '#testing/decisions.js';
import { hart } from '#testing/fixture.js';
import type { ExamplesOf } from './example.js';

const day = { effectiveDate: '2009-03-20', instanceId: 'E1' };
const notice = { ...day, method: 'Letter' };
const datr = { option: 'DATR', payer: 'COMMISSIONER' } as const;
const full = { option: 'FULL', payer: 'COMMISSIONER' } as const;
const extension = { ...day, effectiveDate: '2009-05-29', problemCategory: 'Repeat prescribing' };

export const windDownExamples: ExamplesOf<typeof windDownRefusals> = {
  NOTICE_RUNNING: {
    after: 'noticeGiven',
    refused: command('give-notice', { ...notice, effectiveDate: '2009-03-24' }),
  },
  NOTICE_TOO_SHORT: {
    after: 'live',
    refused: command('give-notice', { ...notice, endsOn: '2009-06-19' }),
  },
  NOTICE_BEFORE_GO_LIVE: {
    after: 'live',
    refused: command('give-notice', { ...notice, effectiveDate: '2009-03-10' }),
  },
  NO_NOTICE_RUNNING: {
    after: 'live',
    refused: command('extend-notice', { ...extension, newEndsOn: '2009-07-31' }),
  },
  NOTICE_ALREADY_ENDED: {
    after: 'noticeGiven',
    refused: command('withdraw-notice', { ...day, effectiveDate: '2009-06-22' }),
  },
  NOTICE_ALREADY_ACKNOWLEDGED: {
    after: 'noticeGiven',
    and: [
      command('acknowledge-notice', { ...day, effectiveDate: '2009-03-24', receivedOn: '2009-03-23' }, hart),
    ],
    refused: command(
      'acknowledge-notice',
      { ...day, effectiveDate: '2009-03-25', receivedOn: '2009-03-24' },
      hart,
    ),
  },
  EXTENSION_NOT_LATER: {
    after: 'noticeGiven',
    refused: command('extend-notice', { ...extension, newEndsOn: '2009-06-20' }),
  },
  FULL_WHILE_NOTICE_RUNS: {
    after: 'live',
    and: [command('give-notice', notice)],
    refused: command('order-retention', { ...day, ...full }),
  },
  NOTICE_WHILE_FULL: {
    after: 'live',
    and: [command('order-retention', { ...day, ...full })],
    refused: command('give-notice', notice),
  },
  RETENTION_STANDS: {
    after: 'noticeGiven',
    refused: command('order-retention', { ...day, ...datr, effectiveDate: '2009-03-24' }),
  },
  NO_RETENTION_STANDS: {
    after: 'live',
    refused: command('change-retention', { ...day, ...datr, from: '2009-10-01' }),
  },
  RETENTION_OVERLAPS: {
    after: 'serviceEnded',
    refused: command('change-retention', {
      ...day,
      ...datr,
      effectiveDate: '2009-08-03',
      from: '2009-08-01',
    }),
  },
  RETENTION_UNAVAILABLE: {
    facts: [
      {
        kind: 'supplier',
        id: 'EMIS',
        command: {
          name: 'publish-retention-terms',
          body: {
            effectiveDate: '2008-04-01',
            terms: [{ option: 'DATR', availability: { kind: 'MONTHS', months: 3 }, yearlyPence: null }],
          },
        },
      },
    ],
    after: 'live',
    and: [command('give-notice', notice)],
    refused: command('order-retention', { ...day, ...datr, until: '2009-09-21' }),
  },
  SERVICE_ALREADY_ENDED: {
    after: 'serviceEnded',
    refused: command('end-source-service', { effectiveDate: '2009-08-01', instanceId: 'E1' }, hart),
  },
};
