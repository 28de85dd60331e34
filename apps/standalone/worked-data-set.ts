import type { PracticeCommandName } from '#domain/practice/commands.js';
import type { Actor } from '#domain/recorded.js';

/** Ids of events recorded so far, by the label of their step. */
export type Ids = Readonly<Record<string, string>>;

/** One command of the worked data set: when it is recorded (UTC), by whom, and what. */
export type Step =
  | {
      readonly at: string;
      readonly by: Actor;
      readonly stream: string;
      readonly command: string;
      readonly body: object;
    }
  | {
      readonly at: string;
      readonly by: Actor;
      readonly command: PracticeCommandName;
      readonly body: object | ((ids: Ids) => object);
      readonly label?: string;
      /** Who confirms it and when, for a command of two (R2). */
      readonly confirmed?: { readonly at: string; readonly by: Actor };
    };

/** The practice of the worked data set W (domain D0). All codes and people are fictional. */
export const ODS = 'A00001';

const person = (sub: string, name: string, role: Actor['role'], org: string): Actor => ({
  sub,
  name,
  role,
  org,
});
export const people = {
  auditor: person('v-lane', 'V Lane, auditor', 'AUD', 'NAO'),
  national: person('gpsoc-team', 'GPSoC team', 'NAT', 'NATIONAL'),
  patel: person('j-patel', 'J Patel, Head of IM&T', 'PCT', '5ZZ'),
  cole: person('s-cole', 'S Cole', 'PCT', '5ZZ'),
  reed: person('a-reed', 'A Reed, practice manager', 'PR', ODS),
  moss: person('k-moss', 'K Moss', 'SUP', 'INPS'),
  hart: person('d-hart', 'D Hart', 'SUP', 'EMIS'),
  grey: person('m-grey', 'M Grey', 'PCT', '99Z'),
};
const { national, patel, cole, reed, moss } = people;

const installed = { chooseAndBook: true, etp: true, hosting: 'LOCAL_SERVER', contract: 'GPSOC', level: 3 };
const at = (day: string, time = '12:00'): string => `${day}T${time}:00.000Z`;

/** The worked data set W, in the order in which it is recorded. First start (R14) comes before it, at 09:00. */
export const workedDataSet: readonly Step[] = [
  {
    at: at('2008-04-01', '09:01'),
    by: national,
    stream: 'commissioner-5ZZ',
    command: 'establish-commissioner',
    body: { effectiveDate: '2006-10-01', name: 'Example PCT', kind: 'PCT' },
  },
  {
    at: at('2008-04-01', '09:02'),
    by: national,
    stream: 'calloff-5ZZ-EMIS',
    command: 'sign-call-off',
    body: { effectiveDate: '2008-04-01' },
  },
  {
    at: at('2008-04-01', '09:03'),
    by: national,
    stream: 'calloff-5ZZ-INPS',
    command: 'sign-call-off',
    body: { effectiveDate: '2008-04-01' },
  },
  {
    at: at('2008-04-01', '09:10'),
    by: national,
    command: 'register-practice',
    body: { effectiveDate: '2006-10-01', name: 'The Example Surgery', commissioner: '5ZZ' },
  },
  {
    at: at('2008-04-01'),
    by: patel,
    command: 'record-pct-practice-agreement',
    body: { effectiveDate: '2008-04-01' },
  },
  {
    at: at('2008-04-01', '12:01'),
    by: patel,
    command: 'register-instance',
    body: { effectiveDate: '2008-04-01', instanceId: 'E1', productId: 'EMIS.EMIS-LV', ...installed },
  },
  {
    at: at('2008-04-01', '12:02'),
    by: patel,
    command: 'join-call-off',
    body: { effectiveDate: '2008-04-01', instanceId: 'E1' },
  },
  {
    at: at('2008-04-01', '12:30'),
    by: reed,
    command: 'retain-system',
    body: { effectiveDate: '2008-04-01', instanceId: 'E1' },
  },
  {
    at: at('2008-11-03'),
    by: reed,
    command: 'record-contact',
    body: {
      effectiveDate: '2008-11-03',
      participants: [
        { name: 'A Reed', role: 'practice manager', org: ODS },
        { name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' },
      ],
      optionsConsidered: ['Keep EMIS LV', 'Change to Vision 3'],
    },
  },
  {
    at: at('2008-11-10'),
    by: reed,
    label: 'migration',
    command: 'request-migration',
    body: {
      effectiveDate: '2008-11-10',
      sourceInstanceId: 'E1',
      reasons: ['The practice wants appointments and records in one system'],
      desiredKind: 'FRAMEWORK',
    },
  },
  {
    at: at('2008-11-14'),
    by: patel,
    command: 'decide-business-case-need',
    body: { effectiveDate: '2008-11-14', required: true, dueBy: '2008-12-12' },
  },
  {
    at: at('2008-12-05'),
    by: reed,
    command: 'submit-business-case',
    body: {
      effectiveDate: '2008-12-05',
      version: '1.0',
      estimate: {
        lines: [
          {
            service: 'Deployment to an alternative system',
            amountPence: 450000,
            charge: 'ONE_OFF',
            payer: 'COMMISSIONER',
            whoPaysRuleId: 'DEPLOYMENT',
          },
          {
            service: 'Core training',
            amountPence: 120000,
            charge: 'ONE_OFF',
            payer: 'COMMISSIONER',
            whoPaysRuleId: 'CORE_TRAINING',
          },
        ],
      },
    },
  },
  {
    at: at('2008-12-19'),
    by: patel,
    command: 'agree-change',
    body: {
      effectiveDate: '2008-12-19',
      conditions: ['Training before go-live'],
      decidedBy: 'J Patel, Head of IM&T',
      body: 'IM&T programme board',
      minuteRef: 'IMT-EXAMPLE-12',
    },
  },
  {
    at: at('2009-01-09'),
    by: patel,
    label: 'selection',
    command: 'complete-selection',
    body: {
      effectiveDate: '2009-01-09',
      winner: 'INPS.VISION-3',
      candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
    },
    confirmed: { at: at('2009-01-09', '12:10'), by: reed },
  },
  {
    at: at('2009-01-16'),
    by: reed,
    command: 'select-system',
    body: (ids) => ({
      effectiveDate: '2009-01-16',
      productId: 'INPS.VISION-3',
      kind: 'FRAMEWORK',
      selectionId: ids['selection'],
    }),
    confirmed: { at: at('2009-01-16', '12:10'), by: patel },
  },
  {
    at: at('2009-01-20'),
    by: patel,
    label: 'date',
    command: 'propose-date',
    body: { effectiveDate: '2009-01-20', date: '2009-03-05' },
  },
  {
    at: at('2009-01-22'),
    by: reed,
    command: 'agree-date',
    body: (ids) => ({ effectiveDate: '2009-01-22', proposalEventId: ids['date'] }),
  },
  {
    at: at('2009-01-22', '12:01'),
    by: moss,
    command: 'agree-date',
    body: (ids) => ({ effectiveDate: '2009-01-22', proposalEventId: ids['date'] }),
  },
  {
    at: at('2009-01-26'),
    by: patel,
    command: 'place-order',
    body: {
      effectiveDate: '2009-01-26',
      trackingRef: 'TRACK-0001',
      services: [{ service: 'Deployment to an alternative system' }, { service: 'Data migration' }],
    },
  },
  {
    at: at('2009-02-23'),
    by: moss,
    label: 'replan',
    command: 'replan',
    body: { effectiveDate: '2009-02-23', date: '2009-03-12', cause: 'SUPPLIER' },
  },
  {
    at: at('2009-02-25'),
    by: patel,
    command: 'agree-date',
    body: (ids) => ({ effectiveDate: '2009-02-25', proposalEventId: ids['replan'] }),
  },
  {
    at: at('2009-02-25', '12:01'),
    by: reed,
    command: 'agree-date',
    body: (ids) => ({ effectiveDate: '2009-02-25', proposalEventId: ids['replan'] }),
  },
  {
    at: at('2009-03-09'),
    by: patel,
    command: 'register-instance',
    body: (ids) => ({
      effectiveDate: '2009-03-09',
      instanceId: 'V1',
      productId: 'INPS.VISION-3',
      ...installed,
      migrationId: ids['migration'],
    }),
  },
  {
    at: at('2009-03-09', '12:01'),
    by: patel,
    command: 'join-call-off',
    body: { effectiveDate: '2009-03-09', instanceId: 'V1' },
  },
  {
    at: at('2009-03-09', '19:00'),
    by: reed,
    label: 'extract',
    command: 'record-extract',
    body: {
      effectiveDate: '2009-03-09',
      kind: 'DOCUMENTED_DATA_EXTRACT',
      purpose: 'FINAL',
      at: '2009-03-09T18:30',
      mediaRef: 'MEDIA-EXAMPLE-1',
      includesAuditTrail: false,
      encrypted: true,
    },
  },
  {
    at: at('2009-03-13', '09:12'),
    by: reed,
    command: 'declare-go-live',
    body: (ids) => ({ effectiveDate: '2009-03-11', targetInstanceId: 'V1', finalExtractId: ids['extract'] }),
  },
  {
    at: at('2009-03-23', '09:40'),
    by: patel,
    command: 'give-notice',
    body: {
      effectiveDate: '2009-03-20',
      instanceId: 'E1',
      method: 'Letter',
      endsOn: '2009-06-20',
      retention: { option: 'SINGLE_USER', payer: 'COMMISSIONER' },
    },
  },
  {
    at: at('2009-03-27'),
    by: reed,
    command: 'sign-off-migration',
    body: { effectiveDate: '2009-03-27', exceptions: [] },
  },
  {
    at: at('2009-03-30'),
    by: patel,
    command: 'sign-off-migration',
    body: { effectiveDate: '2009-03-30', exceptions: [] },
  },
  {
    at: at('2009-04-02', '09:50'),
    by: patel,
    command: 'correct-go-live',
    body: {
      effectiveDate: '2009-03-12',
      cutoverTime: '08:00',
      reason: 'The first entries on Vision 3 are of the morning of 12 March',
    },
    confirmed: { at: at('2009-04-02', '10:05'), by: cole },
  },
  {
    at: at('2009-05-29'),
    by: patel,
    command: 'extend-notice',
    body: {
      effectiveDate: '2009-05-29',
      instanceId: 'E1',
      newEndsOn: '2009-07-31',
      problemCategory: 'Repeat prescribing',
    },
  },
  {
    at: at('2009-07-31', '17:00'),
    by: patel,
    command: 'end-source-service',
    body: { effectiveDate: '2009-07-31', instanceId: 'E1' },
  },
  {
    at: at('2011-09-30'),
    by: patel,
    command: 'change-retention',
    body: {
      effectiveDate: '2011-09-30',
      instanceId: 'E1',
      option: 'DATR',
      from: '2011-10-01',
      payer: 'COMMISSIONER',
    },
  },
  {
    at: at('2013-04-01'),
    by: national,
    stream: 'commissioner-99Z',
    command: 'establish-commissioner',
    body: { effectiveDate: '2013-04-01', name: 'Example CCG', kind: 'CCG' },
  },
  {
    at: at('2013-04-01', '12:01'),
    by: national,
    stream: 'commissioner-5ZZ',
    command: 'record-succession',
    body: { effectiveDate: '2013-04-01', to: '99Z' },
  },
  {
    at: at('2013-04-01', '12:02'),
    by: national,
    command: 'change-commissioner',
    body: { effectiveDate: '2013-04-01', from: '5ZZ', to: '99Z' },
  },
];
