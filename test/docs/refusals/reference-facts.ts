import type { ReferenceCommand } from '#commands/reference-commands.js';
import type { CommissionerCommand } from '#domain/commissioner/commands.js';
import type { PolicyCommand } from '#domain/policy/commands.js';
import { firstStart } from '#domain/policy/first-start.js';
import type { SupplierCommand } from '#domain/supplier/commands.js';
import type { referenceFactsRefusals } from '#domain/refusals/reference-facts.js';
import { command } from '#testing/decisions.js';
import { national, otherPct } from '#testing/fixture.js';
import { workedMigrationId } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const day = { effectiveDate: '2010-07-01' };
const published = firstStart.find(
  ({ name }) => name === 'publish-policy-set',
) as PolicyCommand<'publish-policy-set'>;

const ofSupplier = (asked: SupplierCommand, id = 'INPS'): ReferenceCommand => ({
  kind: 'supplier',
  id,
  command: asked,
});
const ofCommissioner = (asked: CommissionerCommand, code = '5ZZ'): ReferenceCommand => ({
  kind: 'commissioner',
  code,
  command: asked,
});
const bySupplier = (asked: SupplierCommand, id = 'INPS') => ({ by: national, to: ofSupplier(asked, id) });
const byCommissioner = (asked: CommissionerCommand, code = '5ZZ') => ({
  by: national,
  to: ofCommissioner(asked, code),
});
const byPolicy = (body: Partial<PolicyCommand<'publish-policy-set'>['body']>) => ({
  by: national,
  to: {
    kind: 'policy',
    command: { name: 'publish-policy-set', body: { ...published.body, ...body } },
  } as const,
});

const list = (name: string): SupplierCommand => ({
  name: 'list-system',
  body: { ...day, productId: 'INPS.VISION-360', name },
});
const level = (height: number): SupplierCommand => ({
  name: 'record-level',
  body: { ...day, productId: 'INPS.VISION-3', level: height },
});
const price = (yearlyPence: number) => ({ row: 'SOFTWARE_LICENCE', yearlyPence }) as const;
const terms = (yearlyPence: number): SupplierCommand => ({
  name: 'publish-retention-terms',
  body: {
    ...day,
    terms: [{ option: 'DATR', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence }],
  },
});
const succeed = (to: string, practices?: string[]): CommissionerCommand => ({
  name: 'record-succession',
  body: { effectiveDate: '2013-04-01', to, ...(practices && { practices }) },
});

const keep = (kept: number | null): SupplierCommand => ({
  name: 'withdraw-level',
  body: { ...day, productId: 'INPS.VISION-3', level: kept },
});
const plan = (plannedFor: string): SupplierCommand => ({
  name: 'plan-level-2',
  body: { ...day, productId: 'INPS.VISION-2', plannedFor },
});
const withdraw = (lastDay: string): SupplierCommand => ({
  name: 'announce-withdrawal',
  body: { ...day, productId: 'INPS.VISION-3', lastDay },
});
const cease = (effectiveDate: string): SupplierCommand => ({
  name: 'cease-supplier',
  body: { effectiveDate },
});
const suspend = (effectiveDate: string): SupplierCommand => ({
  name: 'suspend-central-funding',
  body: { effectiveDate, productId: 'INPS.VISION-3' },
});
const restore: SupplierCommand = {
  name: 'restore-central-funding',
  body: { ...day, productId: 'INPS.VISION-3' },
};
const dataAccess = (chargePence: number): SupplierCommand => ({
  name: 'publish-data-access-services',
  body: { ...day, version: '2010', services: [{ id: 'EXTRACT', service: 'Data extract', chargePence }] },
});

export const referenceFactsExamples: ExamplesOf<typeof referenceFactsRefusals> = {
  SUPPLIER_ALREADY_REGISTERED: {
    refused: bySupplier({ name: 'register-supplier', body: { effectiveDate: '2008-04-01', name: 'Other' } }),
  },
  SUPPLIER_NOT_REGISTERED: {
    refused: bySupplier(
      { name: 'list-system', body: { ...day, productId: 'Seetec.GP-ENTERPRISE', name: 'GP Enterprise' } },
      'Seetec',
    ),
  },
  PRODUCT_NOT_THE_SUPPLIERS: {
    refused: bySupplier({
      name: 'list-system',
      body: { ...day, productId: 'EMIS.VISION-360', name: 'Vision 360' },
    }),
  },
  PRODUCT_ALREADY_LISTED: {
    facts: [ofSupplier(list('Vision 360'))],
    refused: bySupplier(list('Vision Anywhere')),
  },
  PRICE_LIST_EXISTS: {
    facts: [ofSupplier({ name: 'publish-price-list', body: { ...day, rows: [price(500_000)] } })],
    refused: bySupplier({ name: 'publish-price-list', body: { ...day, rows: [price(510_000)] } }),
  },
  TERMS_EXIST: { facts: [ofSupplier(terms(10_000))], refused: bySupplier(terms(12_000)) },
  ROWS_TWICE: {
    refused: bySupplier({
      name: 'publish-price-list',
      body: { ...day, rows: [price(500_000), price(510_000)] },
    }),
  },
  COMMISSIONER_ALREADY_ESTABLISHED: {
    refused: byCommissioner({
      name: 'establish-commissioner',
      body: { effectiveDate: '2006-10-01', kind: 'CCG' },
    }),
  },
  COMMISSIONER_NOT_ESTABLISHED: { refused: byCommissioner(succeed('99Z'), '5XX') },
  SUCCESSION_EXISTS: {
    facts: [ofCommissioner(succeed('99Z', ['A00001']))],
    refused: byCommissioner(succeed('99Z', ['A00001', 'A00002'])),
  },
  POLICY_VERSION_EXISTS: { refused: byPolicy({ effectiveDate: '2008-01-01' }) },
  POLICY_MISSING: {
    beforeFirstStart: true,
    refused: command('register-practice', { effectiveDate: '2006-10-01', name: 'Fictional Surgery' }),
  },
  PERIOD_NOT_GIVEN_ONCE: {
    refused: byPolicy({
      version: 'gpsoc-2',
      parameters: { ...published.body.parameters, 'period.days': 90 },
    }),
  },
  ROW_MISSING_IN_WHO_PAYS: {
    refused: byPolicy({ version: 'gpsoc-2', whoPays: published.body.whoPays.slice(0, 5) }),
  },
  LEVEL_EXISTS: { facts: [ofSupplier(level(4))], refused: bySupplier(level(5)) },
  NOT_YOUR_CALL_OFF: {
    refused: {
      by: otherPct,
      to: {
        kind: 'call-off',
        commissioner: '5ZZ',
        supplier: 'Microtest',
        command: { name: 'sign-call-off', body: { effectiveDate: '2008-06-01' } },
      },
    },
  },
  SUCCESSION_BY_ITSELF: { refused: byCommissioner(succeed('5ZZ')) },
  NOT_THE_SELECTED_SYSTEM: {
    after: 'selected',
    refused: command('register-instance', {
      effectiveDate: '2009-03-09',
      instanceId: 'V9',
      productId: 'EMIS.EMIS-PCS',
      level: 2,
      contract: 'GPSOC',
      hosting: 'LOCAL_SERVER',
      chooseAndBook: true,
      etp: true,
      migrationId: workedMigrationId,
    }),
  },
  LEVEL_NOT_HELD: { refused: bySupplier(keep(3)) },
  PLAN_EXISTS: { facts: [ofSupplier(plan('2011-04-01'))], refused: bySupplier(plan('2011-10-01')) },
  WITHDRAWAL_EXISTS: {
    facts: [ofSupplier(withdraw('2015-03-31'))],
    refused: bySupplier(withdraw('2015-12-31')),
  },
  SUPPLIER_ALREADY_CEASED: {
    facts: [ofSupplier(cease('2013-03-31'))],
    refused: bySupplier(cease('2013-04-30')),
  },
  FUNDING_DECISION_EXISTS: {
    facts: [ofSupplier(suspend('2010-07-01'))],
    refused: bySupplier(restore),
  },
  FUNDING_ALREADY_SUSPENDED: {
    facts: [ofSupplier(suspend('2010-04-01'))],
    refused: bySupplier(suspend('2010-05-01')),
  },
  FUNDING_NOT_SUSPENDED: { refused: bySupplier(restore) },
  DATA_ACCESS_SERVICES_EXIST: {
    facts: [ofSupplier(dataAccess(45_000))],
    refused: bySupplier(dataAccess(50_000)),
  },
  SUCCESSION_OVERLAPS: {
    facts: [
      ofCommissioner(
        { name: 'establish-commissioner', body: { effectiveDate: '2013-04-01', kind: 'CCG' } },
        '98Z',
      ),
      ofCommissioner(succeed('99Z', ['A00001', 'A00002'])),
    ],
    refused: byCommissioner(succeed('98Z', ['A00002'])),
  },
};
