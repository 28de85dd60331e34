import type { PolicyCommand } from '#domain/policy/commands.js';
import { firstStart } from '#domain/policy/first-start.js';
import type { migrationRefusals } from '#domain/refusals/migration.js';
import { command, confirmed } from '#testing/decisions.js';
import { idOf, moss, patel, reed } from '#testing/fixture.js';
import { installed, secondMigration } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const published = firstStart.find(
  ({ name }) => name === 'publish-policy-set',
) as PolicyCommand<'publish-policy-set'>;
const request = { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Slow'] };
const agree = { effectiveDate: '2008-12-19', conditions: [], decidedBy: 'J Patel' };
const line = { service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' } as const;
const submission = { effectiveDate: '2008-12-05', version: '1.0', estimate: { lines: [line] } };
const selection = { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3'] };
const start = { effectiveDate: '2009-01-05', candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'] };
const started = command('start-selection', start);
const score = {
  effectiveDate: '2009-01-07',
  candidate: 'INPS.VISION-3',
  scores: [{ criterion: 'Prescribing', weight: 60, score: 80 }],
};
const select = { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' } as const;
const instance = {
  effectiveDate: '2009-03-09',
  instanceId: 'V9',
  productId: 'INPS.VISION-3',
  ...installed,
} as const;
const extract = {
  effectiveDate: '2009-03-02',
  kind: 'BACKUP_TAPE',
  purpose: 'TRIAL',
  at: '2009-03-02T18:30',
  mediaRef: 'MEDIA-0002',
  includesAuditTrail: false,
  encrypted: true,
} as const;
const goLive = { effectiveDate: '2009-03-11', targetInstanceId: 'V1' };
const march13 = '2009-03-13T09:12:00.000Z';

const won = (winner: string) =>
  confirmed(command('complete-selection', { ...selection, winner, candidates: [winner] }, patel), reed);

export const migrationExamples: ExamplesOf<typeof migrationRefusals> = {
  EVIDENCE_REQUIRED: {
    after: 'installed',
    refused: command('retain-system', { effectiveDate: '2008-05-01', instanceId: 'E1' }, patel),
  },
  MIGRATION_OPEN: {
    after: 'requested',
    refused: command('request-migration', { ...request, effectiveDate: '2008-11-11' }),
  },
  SYSTEM_LEFT: {
    after: 'live',
    refused: command('request-migration', {
      effectiveDate: '2009-03-12',
      sourceInstanceId: 'E1',
      reasons: ['Slow'],
    }),
  },
  CHOICE_TOO_EARLY: {
    facts: [
      {
        kind: 'policy',
        command: {
          name: 'publish-policy-set',
          body: {
            ...published.body,
            effectiveDate: '2009-04-01',
            version: 'gpsoc-2',
            parameters: { ...published.body.parameters, 'choice.enforcement': 'REFUSE' },
          },
        },
      },
    ],
    after: 'corrected',
    refused: command('request-migration', {
      ...request,
      effectiveDate: '2009-05-01',
      sourceInstanceId: 'V1',
      reason: 'Repeat prescribing',
    }),
  },
  MIGRATION_NOT_OPEN: { after: 'contacted', refused: command('agree-change', agree) },
  MIGRATION_UNKNOWN: {
    after: 'selected',
    refused: command('register-instance', { ...instance, migrationId: idOf(99) }),
  },
  CONTACT_MISSING: {
    after: 'retained',
    and: [command('request-migration', request)],
    refused: command('agree-change', agree),
  },
  BUSINESS_CASE_UNDECIDED: { after: 'requested', refused: command('agree-change', agree) },
  BUSINESS_CASE_NOT_REQUIRED: { after: 'requested', refused: command('submit-business-case', submission) },
  BUSINESS_CASE_MISSING: { after: 'needDecided', refused: command('agree-change', agree) },
  ESTIMATE_MISSING: {
    after: 'needDecided',
    refused: command('submit-business-case', { ...submission, estimate: { lines: [] } }),
  },
  CHANGE_NOT_AGREED: { after: 'submitted', refused: command('complete-selection', selection) },
  CHANGE_ALREADY_AGREED: {
    after: 'agreed',
    refused: command('refuse-change', { effectiveDate: '2008-12-20', grounds: ['Cost'] }),
  },
  SELECTION_MISSING: { after: 'agreed', refused: command('select-system', select) },
  SELECTION_UNDER_WAY: {
    after: 'agreed',
    and: [started],
    refused: command('start-selection', { ...start, effectiveDate: '2009-01-06' }),
  },
  SELECTION_NOT_STARTED: { after: 'agreed', refused: command('score-candidate', score) },
  NOT_A_CANDIDATE: {
    after: 'agreed',
    and: [started],
    refused: command('score-candidate', { ...score, candidate: 'Microtest.EVOLUTION' }),
  },
  CANDIDATES_DIFFER: { after: 'agreed', and: [started], refused: command('complete-selection', selection) },
  SYSTEM_ALREADY_SELECTED: {
    after: 'selected',
    refused: command('fail-selection', { effectiveDate: '2009-01-19', reasons: ['Too slow'] }),
  },
  WINNER_NOT_A_CANDIDATE: {
    after: 'agreed',
    refused: command('complete-selection', { ...selection, candidates: ['Microtest.EVOLUTION'] }),
  },
  TARGET_LEVEL_TOO_LOW: {
    facts: [
      {
        kind: 'supplier',
        id: 'INPS',
        command: {
          name: 'list-system',
          body: { effectiveDate: '2009-01-01', productId: 'INPS.VISION-2', name: 'Vision 2' },
        },
      },
      {
        kind: 'supplier',
        id: 'INPS',
        command: {
          name: 'record-level',
          body: { effectiveDate: '2009-01-01', productId: 'INPS.VISION-2', level: 1 },
        },
      },
    ],
    after: 'agreed',
    and: [won('INPS.VISION-2')],
    refused: command('select-system', { ...select, productId: 'INPS.VISION-2' }),
  },
  SELECTION_KIND_WRONG: {
    after: 'selectionCompleted',
    refused: command('select-system', { ...select, kind: 'SAME_SUPPLIER' }),
  },
  SAME_PRODUCT: {
    after: 'agreed',
    and: [won('EMIS.EMIS-LV')],
    refused: command('select-system', { ...select, productId: 'EMIS.EMIS-LV', kind: 'SAME_SUPPLIER' }),
  },
  SYSTEM_NOT_SELECTED: {
    after: 'selectionCompleted',
    refused: command('propose-date', { effectiveDate: '2009-01-20', date: '2009-03-05' }),
  },
  DATE_STANDS: {
    after: 'planned',
    refused: command('propose-date', { effectiveDate: '2009-01-23', date: '2009-03-12' }),
  },
  NO_DATE_STANDS: {
    after: 'dateProposed',
    refused: command('replan', { effectiveDate: '2009-01-21', date: '2009-03-12', cause: 'SUPPLIER' }, moss),
  },
  DATE_BEFORE_PROPOSAL: {
    after: 'selected',
    refused: command('propose-date', { effectiveDate: '2009-01-20', date: '2009-01-19' }),
  },
  DATE_PROPOSAL_NOT_OPEN: {
    after: 'planned',
    refused: command('agree-date', { effectiveDate: '2009-01-22', proposalEventId: idOf(15) }, patel),
  },
  DATE_NOT_PLANNED: {
    after: 'dateProposed',
    refused: command('place-order', {
      effectiveDate: '2009-01-26',
      trackingRef: 'TRACK-0001',
      services: [{ service: 'Deployment to an alternative system' }],
    }),
  },
  ORDER_ALREADY_PLACED: {
    after: 'ordered',
    refused: command('place-order', {
      effectiveDate: '2009-01-27',
      trackingRef: 'TRACK-0002',
      services: [{ service: 'Training' }],
    }),
  },
  EXTRACT_TIME_DIFFERS: {
    after: 'ordered',
    refused: command('record-extract', { ...extract, at: '2009-03-01T23:59' }),
  },
  EXTRACT_MISSING: {
    after: 'targetInstalled',
    refused: command('declare-go-live', goLive, reed, march13),
  },
  FINAL_EXTRACT_UNKNOWN: {
    after: 'extracted',
    refused: command('declare-go-live', { ...goLive, finalExtractId: idOf(1) }, reed, march13),
  },
  FINAL_EXTRACT_AFTER_GO_LIVE: {
    after: 'extracted',
    refused: command(
      'declare-go-live',
      { ...goLive, effectiveDate: '2009-03-09', cutoverTime: '18:00', finalExtractId: idOf(24) },
      reed,
      march13,
    ),
  },
  TARGET_INSTANCE_UNKNOWN: {
    after: 'extracted',
    refused: command('declare-go-live', { ...goLive, targetInstanceId: 'E1' }, reed, march13),
  },
  BEDDING_IN_OPEN: {
    after: 'live',
    and: secondMigration('2009-05-01'),
    refused: command('declare-go-live', { effectiveDate: '2009-06-11', targetInstanceId: 'E2' }),
  },
  BEDDING_IN_REACHES_NEXT: {
    after: 'live',
    and: [
      ...secondMigration('2009-06-12'),
      command('declare-go-live', { effectiveDate: '2009-06-12', targetInstanceId: 'E2' }),
    ],
    refused: command(
      'correct-go-live',
      { effectiveDate: '2009-03-12', targetEventId: idOf(25), reason: 'As the log says' },
      patel,
      '2009-06-15T12:00:00.000Z',
    ),
  },
  GO_LIVE_MISSING: {
    after: 'extracted',
    refused: command('sign-off-migration', { effectiveDate: '2009-03-27', exceptions: [] }),
  },
  ALREADY_SIGNED_OFF: {
    after: 'signedOff',
    refused: command('sign-off-migration', { effectiveDate: '2009-04-01', exceptions: ['Two letters'] }),
  },
};
