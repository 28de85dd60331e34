import type { CivilDate } from '../calendar/dates.js';
import type { PriceRow } from '../fields.js';
import type { SupplierCommand } from '../supplier/commands.js';
import type { PolicyCommand } from './commands.js';
import { servicesOfA4 } from './services.js';

/** A command of first start, and the stream on which it is decided. */
export type FirstStartCommand = (SupplierCommand | PolicyCommand<'publish-policy-set'>) & {
  readonly stream: string;
};

const POLICY_FROM: CivilDate = '2007-04-01';
const PRICES_FROM: CivilDate = '2008-04-01';
const PRICES_SOURCE =
  'House of Commons written answer, 2 June 2009, General Practitioners: ICT (charges per practice per annum)';
const SYSTEMS_SOURCE =
  'Digital Health: Level 3 systems, September 2007; systems available under GPSoC, September 2009';
const WHO_PAYS_SOURCE = 'NHS Connecting for Health, GPSoC funding explained: Who pays for what?';

const policySet: FirstStartCommand = {
  stream: 'policy-gpsoc',
  name: 'publish-policy-set',
  body: {
    effectiveDate: POLICY_FROM,
    version: 'gpsoc-1',
    parameters: {
      'period.months': 3,
      'period.endConvention': 'CORRESPONDING_DATE',
      'notice.earliest': 'ON_GO_LIVE',
      'notice.basis': 'GIVEN',
      'local.defaultPayer': 'PCT',
      'extension.funding': 'LOCAL',
      'beddingIn.eligibleSource': 'ON_CALLOFF_AT_GO_LIVE',
      'beddingIn.afterRollback': 'FULL',
      'funding.beddingInRequiresOrder': false,
      'funding.lateOrder': 'FROM_ORDER_DATE',
      'goLive.backdateWarnDays': 92,
      'lateEntry.days': 7,
      'choice.minYears': 3,
      'choice.enforcement': 'WARN',
      'compliance.lossEffect': 'FLAG',
      'retention.mediaReviewMonths': 12,
      'calendar.workingDayRule': 'NONE',
      'accrual.basis': 'ACT_365F',
    },
    whoPays: [
      centrally('SOFTWARE_LICENCE', 'GPSoC Level 2 Service'),
      centrally('LEVEL_1_COMPLIANCE', 'GPSoC Level 2 Service'),
      centrally('LEVEL_2_COMPLIANCE', 'GPSoC Level 2 Service'),
      centrally('LEVEL_3_COMPLIANCE', 'GPSoC Level 3 Service'),
      centrally('SUMMARY_CARE_RECORD_COMPLIANCE', 'Summary Care Record Service'),
      {
        row: 'SYSTEM_SUPPORT',
        payer: 'COMMISSIONER',
        service: 'System Support Service',
        source: WHO_PAYS_SOURCE,
      },
    ],
    services: servicesOfA4,
  },
};

function centrally(row: PriceRow, service: string) {
  return { row, payer: 'CENTRAL', service, source: WHO_PAYS_SOURCE } as const;
}

/** A yearly charge in pence, or why there is none. */
type Charge = number | string;

interface Supplier {
  readonly id: string;
  readonly systems: readonly { readonly productId: string; readonly name: string; readonly level: number }[];
  readonly charges: Readonly<Record<PriceRow, Charge>>;
}

const NO_LEVEL_3 = 'Not level 3 compliant';
const NO_SUMMARY_CARE_RECORD = 'Not SCR compliant';

const suppliers: readonly Supplier[] = [
  {
    id: 'EMIS',
    systems: [
      { productId: 'EMIS.EMIS-LV', name: 'EMIS LV', level: 3 },
      { productId: 'EMIS.EMIS-PCS', name: 'EMIS PCS', level: 2 },
    ],
    charges: {
      SOFTWARE_LICENCE: 3427_72,
      LEVEL_1_COMPLIANCE: 204_64,
      LEVEL_2_COMPLIANCE: 204_64,
      LEVEL_3_COMPLIANCE: 204_64,
      SUMMARY_CARE_RECORD_COMPLIANCE: NO_SUMMARY_CARE_RECORD,
      SYSTEM_SUPPORT: 665_08,
    },
  },
  {
    id: 'INPS',
    systems: [{ productId: 'INPS.VISION-3', name: 'Vision 3', level: 3 }],
    charges: {
      SOFTWARE_LICENCE: 4681_00,
      LEVEL_1_COMPLIANCE: 205_00,
      LEVEL_2_COMPLIANCE: 205_00,
      LEVEL_3_COMPLIANCE: 205_00,
      SUMMARY_CARE_RECORD_COMPLIANCE: NO_SUMMARY_CARE_RECORD,
      SYSTEM_SUPPORT: 665_00,
    },
  },
  {
    id: 'iSOFT',
    systems: [
      { productId: 'iSOFT.PREMIERE', name: 'Premiere', level: 2 },
      { productId: 'iSOFT.SYNERGY', name: 'Synergy', level: 2 },
    ],
    charges: {
      SOFTWARE_LICENCE: 4997_31,
      LEVEL_1_COMPLIANCE: 203_06,
      LEVEL_2_COMPLIANCE: 203_06,
      LEVEL_3_COMPLIANCE: NO_LEVEL_3,
      SUMMARY_CARE_RECORD_COMPLIANCE: 203_06,
      SYSTEM_SUPPORT: 659_95,
    },
  },
  {
    id: 'Microtest',
    systems: [
      { productId: 'Microtest.EVOLUTION', name: 'Evolution', level: 2 },
      { productId: 'Microtest.PRACTICE-MANAGER-II', name: 'Practice Manager II', level: 2 },
    ],
    charges: {
      SOFTWARE_LICENCE: 5592_81,
      LEVEL_1_COMPLIANCE: 204_64,
      LEVEL_2_COMPLIANCE: 204_64,
      LEVEL_3_COMPLIANCE: NO_LEVEL_3,
      SUMMARY_CARE_RECORD_COMPLIANCE: NO_SUMMARY_CARE_RECORD,
      SYSTEM_SUPPORT: 665_08,
    },
  },
];

const asCommands = ({ id, systems, charges }: Supplier): readonly FirstStartCommand[] => {
  const effectiveDate = PRICES_FROM;
  const system = { effectiveDate, reason: SYSTEMS_SOURCE };
  const rows = (Object.entries(charges) as [PriceRow, Charge][]).map(([row, charge]) =>
    typeof charge === 'number' ? { row, yearlyPence: charge } : { row, yearlyPence: null, note: charge },
  );
  const commands: readonly SupplierCommand[] = [
    { name: 'register-supplier', body: { effectiveDate, name: id } },
    ...systems.flatMap(({ productId, name, level }): SupplierCommand[] => [
      { name: 'list-system', body: { ...system, productId, name } },
      { name: 'record-level', body: { ...system, productId, level } },
    ]),
    { name: 'publish-price-list', body: { effectiveDate, rows, source: PRICES_SOURCE } },
  ];
  return commands.map((command) => ({ ...command, stream: `supplier-${id}` }));
};

/**
 * What first start publishes, once, in this order (R14): the policy set `gpsoc-1` and the suppliers of the 2009
 * written answer with their systems, levels and prices, as the commands that fill the reference streams.
 */
export const firstStart: readonly FirstStartCommand[] = [policySet, ...suppliers.flatMap(asCommands)];
