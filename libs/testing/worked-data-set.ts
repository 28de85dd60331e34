import { command, confirmed } from './decisions.js';
import { cole, idOf, moss, national, patel, reed } from './fixture.js';
import type { Step } from './practice-history.js';

/** The migration of W is known by the id of its MigrationRequested. */
export const workedMigrationId = idOf(7);
/** How the systems of W are installed. */
export const installed = {
  level: 3,
  contract: 'GPSOC',
  hosting: 'LOCAL_SERVER',
  chooseAndBook: true,
  etp: true,
} as const;
const at = (day: string, time: string) => `${day}T${time}:00.000Z`;
const april = { effectiveDate: '2008-04-01' };
const [january20, january22] = [{ effectiveDate: '2009-01-20' }, { effectiveDate: '2009-01-22' }];
const [february23, february25] = [{ effectiveDate: '2009-02-23' }, { effectiveDate: '2009-02-25' }];

/** The worked data set W of domain D0 for practice A00001, row by row; the comments are its command numbers. */
const rows = {
  /** 1 */
  registered: [
    command(
      'register-practice',
      { effectiveDate: '2006-10-01', name: 'Fictional Surgery', commissioner: '5ZZ' },
      national,
      at('2008-04-01', '09:10'),
    ),
  ],
  /** 2, 3, 4 */
  installed: [
    command('record-pct-practice-agreement', april, patel, at('2008-04-01', '12:00')),
    command(
      'register-instance',
      { ...april, instanceId: 'E1', productId: 'EMIS.EMIS-LV', ...installed },
      patel,
      at('2008-04-01', '12:01'),
    ),
    command('join-call-off', { ...april, instanceId: 'E1' }, patel, at('2008-04-01', '12:02')),
  ],
  /** 5 */
  retained: [command('retain-system', { ...april, instanceId: 'E1' }, reed, at('2008-04-01', '12:30'))],
  /** 6 */
  contacted: [
    command('record-contact', {
      effectiveDate: '2008-11-03',
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['Retain EMIS LV', 'Migrate to Vision 3'],
    }),
  ],
  /** 7 */
  requested: [
    command('request-migration', {
      effectiveDate: '2008-11-10',
      sourceInstanceId: 'E1',
      reasons: ['Better prescribing support'],
    }),
  ],
  /** 8 */
  needDecided: [command('decide-business-case-need', { effectiveDate: '2008-11-14', required: true })],
  /** 9 */
  submitted: [
    command('submit-business-case', {
      effectiveDate: '2008-12-05',
      version: '1.0',
      estimate: {
        lines: [
          {
            service: 'Data migration',
            amountPence: 150_000,
            charge: 'ONE_OFF',
            payer: 'COMMISSIONER',
            whoPaysRuleId: 'DATA_MIGRATION',
          },
        ],
      },
    }),
  ],
  /** 10 */
  agreed: [command('agree-change', { effectiveDate: '2008-12-19', conditions: [], decidedBy: 'J Patel' })],
  /** 11, 12 */
  selectionCompleted: [
    confirmed(
      command(
        'complete-selection',
        {
          effectiveDate: '2009-01-09',
          winner: 'INPS.VISION-3',
          candidates: ['INPS.VISION-3', 'Microtest.EVOLUTION'],
        },
        patel,
      ),
      reed,
      at('2009-01-09', '12:10'),
    ),
  ],
  /** 13, 14 */
  selected: [
    confirmed(
      command('select-system', {
        effectiveDate: '2009-01-16',
        productId: 'INPS.VISION-3',
        kind: 'FRAMEWORK',
      }),
      patel,
      at('2009-01-16', '12:10'),
    ),
  ],
  /** 15 */
  dateProposed: [command('propose-date', { ...january20, date: '2009-03-05' }, patel)],
  /** 16, 17 */
  planned: [
    command('agree-date', { ...january22, proposalEventId: idOf(15) }, reed),
    command('agree-date', { ...january22, proposalEventId: idOf(15) }, moss, at('2009-01-22', '12:01')),
  ],
  /** 18 */
  ordered: [
    command('place-order', {
      effectiveDate: '2009-01-26',
      trackingRef: 'TRACK-0001',
      services: [{ service: 'Deployment to an alternative system' }],
    }),
  ],
  /** 19, 20, 21 */
  replanned: [
    command('replan', { ...february23, date: '2009-03-12', cause: 'SUPPLIER' }, moss),
    command('agree-date', { ...february25, proposalEventId: idOf(19) }, reed),
    command('agree-date', { ...february25, proposalEventId: idOf(19) }, patel, at('2009-02-25', '12:01')),
  ],
  /** 22, 23 */
  targetInstalled: [
    command('register-instance', {
      effectiveDate: '2009-03-09',
      instanceId: 'V1',
      productId: 'INPS.VISION-3',
      migrationId: workedMigrationId,
      ...installed,
    }),
    command(
      'join-call-off',
      { effectiveDate: '2009-03-09', instanceId: 'V1' },
      patel,
      at('2009-03-09', '12:01'),
    ),
  ],
  /** 24 */
  extracted: [
    command(
      'record-extract',
      {
        effectiveDate: '2009-03-09',
        kind: 'DOCUMENTED_DATA_EXTRACT',
        purpose: 'FINAL',
        at: '2009-03-09T18:30',
        mediaRef: 'MEDIA-0001',
        includesAuditTrail: false,
        encrypted: true,
      },
      reed,
      at('2009-03-09', '19:00'),
    ),
  ],
  /** 25 */
  live: [
    command(
      'declare-go-live',
      { effectiveDate: '2009-03-11', targetInstanceId: 'V1' },
      reed,
      at('2009-03-13', '09:12'),
    ),
  ],
  /** 26 */
  noticeGiven: [
    command(
      'give-notice',
      {
        effectiveDate: '2009-03-20',
        instanceId: 'E1',
        method: 'Letter',
        endsOn: '2009-06-20',
        retention: { option: 'SINGLE_USER', payer: 'COMMISSIONER' },
      },
      patel,
      at('2009-03-23', '09:40'),
    ),
  ],
  /** 27, 28 */
  signedOff: [
    command('sign-off-migration', { effectiveDate: '2009-03-27', exceptions: [] }, reed),
    command('sign-off-migration', { effectiveDate: '2009-03-30', exceptions: [] }, patel),
  ],
  /** 29, 30 */
  corrected: [
    confirmed(
      command(
        'correct-go-live',
        {
          effectiveDate: '2009-03-12',
          cutoverTime: '08:00',
          reason: 'The first entries on Vision 3 are of the morning of 12 March',
        },
        patel,
        at('2009-04-02', '09:50'),
      ),
      cole,
      at('2009-04-02', '10:05'),
    ),
  ],
  /** 31 */
  extended: [
    command('extend-notice', {
      effectiveDate: '2009-05-29',
      instanceId: 'E1',
      newEndsOn: '2009-07-31',
      problemCategory: 'Repeat prescribing',
    }),
  ],
  /** 32 */
  serviceEnded: [
    command(
      'end-source-service',
      { effectiveDate: '2009-07-31', instanceId: 'E1' },
      patel,
      at('2009-07-31', '17:00'),
    ),
  ],
  /** 33 */
  retentionChanged: [
    command('change-retention', {
      effectiveDate: '2011-09-30',
      instanceId: 'E1',
      option: 'DATR',
      from: '2011-10-01',
      payer: 'COMMISSIONER',
    }),
  ],
  /** 34 */
  rehomed: [command('change-commissioner', { effectiveDate: '2013-04-01', from: '5ZZ', to: '99Z' })],
} satisfies Record<string, readonly Step[]>;

/** How far W has come. */
export type Milestone = keyof typeof rows;

/** The commands of W up to and including that row. */
export const workedUntil = (milestone: Milestone): readonly Step[] => {
  const names = Object.keys(rows) as Milestone[];
  return names.slice(0, names.indexOf(milestone) + 1).flatMap((name) => rows[name] as readonly Step[]);
};

/**
 * A migration from V1 on to EMIS PCS, every step of it on that day, as far as its go-live onto E2 could be declared;
 * to be added to W from `live` on, or from E1 once W is rolled back.
 */
export const secondMigration = (
  effectiveDate: string,
  extractAt = `${effectiveDate}T18:00`,
  sourceInstanceId: 'V1' | 'E1' = 'V1',
): readonly Step[] => {
  const steps = movingTo('EMIS.EMIS-PCS', effectiveDate, extractAt, sourceInstanceId);
  const system = { productId: 'EMIS.EMIS-PCS', ...installed, level: 2 };
  return [
    ...steps.slice(0, -1),
    command('register-instance', { effectiveDate, instanceId: 'E2', ...system }),
    ...steps.slice(-1),
  ];
};

/**
 * A migration from V1, or from E2, back to EMIS LV, every step of it on that day, as far as its go-live onto E1 could be
 * declared.
 */
export const returnToE1 = (effectiveDate: string, sourceInstanceId: 'V1' | 'E2' = 'V1'): readonly Step[] =>
  movingTo('EMIS.EMIS-LV', effectiveDate, `${effectiveDate}T18:00`, sourceInstanceId);

/** The steps of a migration to a system that is registered by then, the extract last. */
const movingTo = (
  winner: string,
  effectiveDate: string,
  extractAt: string,
  sourceInstanceId: 'V1' | 'E1' | 'E2',
): readonly Step[] => {
  const day = { effectiveDate };
  return [
    command('record-contact', {
      ...day,
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['EMIS PCS'],
    }),
    command('request-migration', {
      ...day,
      sourceInstanceId,
      reasons: ['Slow'],
      reason: 'Within three years',
    }),
    command('decide-business-case-need', { ...day, required: false, reason: 'Small change' }),
    command('agree-change', { ...day, conditions: [], decidedBy: 'J Patel' }),
    confirmed(
      command('complete-selection', { ...day, winner, candidates: [winner] }, patel),
      reed,
      at(effectiveDate, '13:01'),
    ),
    confirmed(
      command('select-system', {
        ...day,
        productId: winner,
        kind: sourceInstanceId === 'V1' ? 'FRAMEWORK' : 'SAME_SUPPLIER',
      }),
      patel,
      at(effectiveDate, '13:02'),
    ),
    command('record-extract', {
      effectiveDate: extractAt.slice(0, 10),
      kind: 'BACKUP_TAPE',
      purpose: 'FINAL',
      at: extractAt,
      mediaRef: 'MEDIA-0002',
      includesAuditTrail: false,
      encrypted: true,
    }),
  ];
};
