import type { windDownRefusals } from '#domain/refusals/wind-down.js';
import { command, confirmed } from '#testing/decisions.js';
import { cole, hart, idOf, moss, national, patel } from '#testing/fixture.js';
import type { ExamplesOf } from './example.js';

const day = { effectiveDate: '2009-03-20', instanceId: 'E1' };
const notice = { ...day, method: 'Letter' };
const datr = { option: 'DATR', payer: 'COMMISSIONER' } as const;
const full = { option: 'FULL', payer: 'COMMISSIONER' } as const;
const extension = { ...day, effectiveDate: '2009-05-29', problemCategory: 'Repeat prescribing' };

const holder = {
  ...day,
  holder: { kind: 'PRACTICE', org: 'A00001' },
  locationClass: 'PRACTICE_PREMISES',
  format: 'The old server',
} as const;
const access = {
  effectiveDate: '2014-05-14',
  instanceId: 'E1',
  purposeClass: 'MEDICO_LEGAL_CLAIM',
  period: { from: '2009-03-01', until: '2009-03-12' },
  onWhoseAuthority: 'The practice',
} as const;
const destruction = {
  effectiveDate: '2019-08-01',
  instanceId: 'E1',
  certificate: { title: 'Certificate of destruction', sha256: 'a'.repeat(64) },
};
/** Of three: whoever confirms it first, and last. */
const destroyed = confirmed(confirmed(command('record-data-destroyed', destruction), cole), national);

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
  SERVICE_NOT_ENDED: {
    after: 'noticeGiven',
    refused: command('record-data-destroyed', { ...destruction, effectiveDate: '2009-04-01' }),
  },
  DATA_NOT_APART: {
    after: 'agreed',
    refused: command('record-data-holder', { ...holder, effectiveDate: '2009-01-05' }, patel),
  },
  DATA_DESTROYED: {
    after: 'serviceEnded',
    and: [destroyed],
    refused: command('record-data-holder', { ...holder, effectiveDate: '2019-08-05' }, patel),
  },
  AUDIT_ACCESS_IMPOSSIBLE: {
    after: 'serviceEnded',
    and: [destroyed],
    refused: command('request-audit-access', { ...access, effectiveDate: '2019-08-05' }),
  },
  PERIOD_NOT_HELD: {
    after: 'serviceEnded',
    refused: command('request-audit-access', {
      ...access,
      period: { from: '2009-08-01', until: '2009-12-31' },
    }),
  },
  ACCESS_REQUEST_UNKNOWN: {
    after: 'serviceEnded',
    refused: command('fulfil-audit-access', {
      effectiveDate: '2014-05-20',
      requestId: idOf(99),
      chargePence: 0,
    }),
  },
  ACCESS_ALREADY_FULFILLED: {
    after: 'serviceEnded',
    and: [
      command('request-audit-access', access),
      command(
        'fulfil-audit-access',
        { effectiveDate: '2014-05-20', requestId: idOf(33), chargePence: 0 },
        hart,
      ),
    ],
    refused: command(
      'fail-audit-access',
      { effectiveDate: '2014-05-21', requestId: idOf(33), cause: 'DATA_NOT_FOUND' },
      hart,
    ),
  },
  NOT_THE_HOLDER: {
    after: 'serviceEnded',
    and: [command('request-audit-access', access)],
    refused: command(
      'fulfil-audit-access',
      { effectiveDate: '2014-05-20', requestId: idOf(33), chargePence: 0 },
      moss,
    ),
  },
  SERVICE_ALREADY_ENDED: {
    after: 'serviceEnded',
    refused: command('end-source-service', { effectiveDate: '2009-08-01', instanceId: 'E1' }, hart),
  },
};
