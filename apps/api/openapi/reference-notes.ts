import type { z } from 'zod';
import { callOffCommands } from '#domain/call-off/commands.js';
import { commissionerCommands } from '#domain/commissioner/commands.js';
import { policyCommands } from '#domain/policy/commands.js';
import { firstStart } from '#domain/policy/first-start.js';
import type { Role } from '#domain/recorded.js';
import { supplierCommands } from '#domain/supplier/commands.js';
import type { CommandNote } from './note.js';

/** The commands of one kind of reference stream, at one address. */
export interface ReferenceTopic<Commands extends Readonly<Record<string, z.ZodType>>> {
  readonly tag: string;
  /** The address up to the command's name. */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly commands: Commands;
  readonly notes: { readonly [Name in keyof Commands]: CommandNote<z.input<Commands[Name]>> };
}

const topic = <Commands extends Readonly<Record<string, z.ZodType>>>(of: ReferenceTopic<Commands>) => of;

const suppliers = topic({
  tag: 'Suppliers',
  path: '/api/v1/suppliers/{id}',
  roles: ['NAT'],
  commands: supplierCommands,
  notes: {
    'register-supplier': {
      summary: 'Put a supplier on the register',
      example: { effectiveDate: '2008-04-01', name: 'INPS' },
      refusals: ['SUPPLIER_ALREADY_REGISTERED'],
    },
    'list-system': {
      summary: 'List a system as available through GPSoC (S2)',
      example: { effectiveDate: '2008-04-01', productId: 'INPS.VISION-3', name: 'Vision 3' },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'PRODUCT_NOT_THE_SUPPLIERS', 'PRODUCT_ALREADY_LISTED'],
    },
    'record-level': {
      summary: 'Record the compliance level that a system has reached (S3)',
      example: { effectiveDate: '2008-04-01', productId: 'INPS.VISION-3', level: 3 },
      refusals: [
        'SUPPLIER_NOT_REGISTERED',
        'PRODUCT_NOT_THE_SUPPLIERS',
        'PRODUCT_NOT_LISTED',
        'LEVEL_EXISTS',
      ],
    },
    'withdraw-level': {
      summary: 'Record that a system keeps a lower level, or none (A29)',
      example: { effectiveDate: '2010-03-01', productId: 'INPS.VISION-3', level: 1 },
      refusals: [
        'SUPPLIER_NOT_REGISTERED',
        'PRODUCT_NOT_THE_SUPPLIERS',
        'PRODUCT_NOT_LISTED',
        'LEVEL_EXISTS',
        'LEVEL_NOT_HELD',
      ],
    },
    'plan-level-2': {
      summary: 'Record when the supplier plans a Level 2 version of a system (S5)',
      example: { effectiveDate: '2008-04-01', productId: 'INPS.VISION-2', plannedFor: '2009-10-01' },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'PRODUCT_NOT_THE_SUPPLIERS', 'DATE_ORDER', 'PLAN_EXISTS'],
    },
    'announce-withdrawal': {
      summary: 'Announce the last day of a system (F12)',
      example: { effectiveDate: '2012-02-01', productId: 'INPS.VISION-3', lastDay: '2015-03-31' },
      refusals: [
        'SUPPLIER_NOT_REGISTERED',
        'PRODUCT_NOT_THE_SUPPLIERS',
        'PRODUCT_NOT_LISTED',
        'DATE_ORDER',
        'WITHDRAWAL_EXISTS',
      ],
    },
    'cease-supplier': {
      summary: 'Record that the supplier ceased, and who succeeds it (F13)',
      example: { effectiveDate: '2013-03-31', successor: 'EMIS' },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'SUPPLIER_UNKNOWN', 'SUPPLIER_ALREADY_CEASED'],
    },
    'suspend-central-funding': {
      summary: 'Decide that a system is centrally funded no more (A29)',
      example: { effectiveDate: '2010-04-01', productId: 'INPS.VISION-3' },
      refusals: [
        'SUPPLIER_NOT_REGISTERED',
        'PRODUCT_NOT_THE_SUPPLIERS',
        'PRODUCT_NOT_LISTED',
        'FUNDING_DECISION_EXISTS',
        'FUNDING_ALREADY_SUSPENDED',
      ],
    },
    'restore-central-funding': {
      summary: 'Decide that a system is centrally funded again (A29)',
      example: { effectiveDate: '2010-07-01', productId: 'INPS.VISION-3' },
      refusals: [
        'SUPPLIER_NOT_REGISTERED',
        'PRODUCT_NOT_THE_SUPPLIERS',
        'PRODUCT_NOT_LISTED',
        'FUNDING_DECISION_EXISTS',
        'FUNDING_NOT_SUSPENDED',
      ],
    },
    'publish-data-access-services': {
      summary: 'Publish how the supplier gives practices their data (S22)',
      example: {
        effectiveDate: '2009-05-01',
        version: '2009-05',
        services: [
          {
            id: 'EXTRACT',
            service: 'Documented data extract',
            extractKind: 'DOCUMENTED_DATA_EXTRACT',
            chargePence: 45_000,
          },
        ],
      },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'ROWS_TWICE', 'DATA_ACCESS_SERVICES_EXIST'],
    },
    'publish-price-list': {
      summary: 'Publish the yearly charges from a day on (S32)',
      example: { effectiveDate: '2008-04-01', rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 468_100 }] },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'ROWS_TWICE', 'PRICE_LIST_EXISTS'],
    },
    'publish-retention-terms': {
      summary: 'Publish how the old audit trail can be kept, and at what price (S32)',
      example: {
        effectiveDate: '2009-05-01',
        terms: [
          {
            option: 'DATR',
            availability: { kind: 'WHILE_MEDIA_READABLE' },
            yearlyPence: null,
            freeAccessesPerYear: 2,
          },
        ],
      },
      refusals: ['SUPPLIER_NOT_REGISTERED', 'ROWS_TWICE', 'TERMS_EXIST'],
    },
  },
});

const callOffs = topic({
  tag: 'Call-Offs',
  path: '/api/v1/call-offs/{commissioner}/{supplier}',
  roles: ['PCT', 'NAT'],
  commands: callOffCommands,
  notes: {
    'sign-call-off': {
      summary: 'Sign the Call-Off of a commissioner and a supplier (S7, A30)',
      example: { effectiveDate: '2008-04-01' },
      refusals: ['NOT_YOUR_CALL_OFF', 'COMMISSIONER_UNKNOWN', 'SUPPLIER_UNKNOWN', 'CALL_OFF_ALREADY_SIGNED'],
    },
  },
});

const commissioners = topic({
  tag: 'Commissioners',
  path: '/api/v1/commissioners/{code}',
  roles: ['NAT'],
  commands: commissionerCommands,
  notes: {
    'establish-commissioner': {
      summary: 'Put a PCT, or what came after it, on the register',
      example: { effectiveDate: '2006-10-01', kind: 'PCT', name: 'An example PCT' },
      refusals: ['COMMISSIONER_ALREADY_ESTABLISHED'],
    },
    'record-succession': {
      summary: 'Record who succeeded this commissioner (F11)',
      example: { effectiveDate: '2013-04-01', to: '99Z' },
      refusals: [
        'COMMISSIONER_NOT_ESTABLISHED',
        'COMMISSIONER_UNKNOWN',
        'SUCCESSION_BY_ITSELF',
        'SUCCESSION_OVERLAPS',
        'SUCCESSION_EXISTS',
      ],
    },
  },
});

const policyExample = firstStart.find(({ name }) => name === 'publish-policy-set')?.body;

const policy = topic({
  tag: 'Policy',
  path: '/api/v1/policy',
  roles: ['NAT'],
  commands: policyCommands,
  notes: {
    'publish-policy-set': {
      summary: 'Publish the parameters and the who-pays table in force from a day on',
      example: policyExample as z.input<(typeof policyCommands)['publish-policy-set']>,
      refusals: ['PERIOD_NOT_GIVEN_ONCE', 'ROW_MISSING_IN_WHO_PAYS', 'ROWS_TWICE', 'POLICY_VERSION_EXISTS'],
    },
    'publish-business-case-template': {
      summary: 'Publish the Business Case Template in force from a day on (S12)',
      example: {
        effectiveDate: '2008-04-01',
        version: '1.1',
        title: 'An example template',
        sections: [{ title: 'Estimated costs', guidance: 'Name each service and who pays for it' }],
      },
      refusals: ['TEMPLATE_VERSION_EXISTS'],
    },
  },
});

/** Every kind of reference stream with its commands. */
export const referenceTopics = [suppliers, callOffs, commissioners, policy] as const;
