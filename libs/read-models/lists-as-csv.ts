import type { AuditHistory } from './audit-history/answers.js';
import type { CallOffCover } from './call-off-cover/answers.js';
import { toCsv, type Cell, type Columns } from './csv.js';
import type { DataAccessServices } from './data-access-services/answers.js';
import type { CommissionerFunding, FundingAnswerInterval, PracticeFunding } from './funding/answers.js';
import type { Practices } from './practices/answers.js';
import type { Systems } from './systems/answers.js';

/** The last columns of every file: what was asked. */
const askedColumns = <Entry>({ on, knownAt }: { on: string | null; knownAt: string }): Columns<Entry> => ({
  on: () => on,
  knownAt: () => knownAt,
});

const intervalColumns: Columns<FundingAnswerInterval> = {
  instance: ({ instance }) => instance,
  row: ({ row }) => row,
  from: ({ from }) => from,
  to: ({ to }) => to,
  payer: ({ payer }) => payer,
  payerOrg: ({ payerOrg }) => payerOrg,
  yearlyPence: ({ yearlyPence }) => yearlyPence,
  days: ({ days }) => days,
  pence: ({ pence }) => pence,
  penceReason: ({ penceReason }) => penceReason,
  reason: ({ reason }) => reason,
  rule: ({ rule }) => rule,
  why: ({ why }) => why,
  events: ({ events, priceEvents }) => [...events, ...priceEvents].join(' '),
  sharePercent: ({ sharePercent }) => sharePercent,
  accrualBasis: ({ accrualBasis }) => accrualBasis,
};

type OwnInterval = FundingAnswerInterval & { readonly ods: string };

const fundingCsv = (
  intervals: readonly OwnInterval[],
  asked: { on: string | null; knownAt: string; until: string },
): string =>
  toCsv<OwnInterval>(
    {
      ods: ({ ods }) => ods,
      ...intervalColumns,
      ...askedColumns(asked),
      until: () => asked.until,
      policyVersion: ({ policyVersion }) => policyVersion,
    },
    intervals,
  );

/** A practice's funding as CSV, an interval a line. */
export const practiceFundingCsv = (answer: PracticeFunding): string =>
  fundingCsv(
    answer.intervals.map((interval) => ({ ods: answer.ods, ...interval })),
    answer,
  );

/** A commissioner's funding as CSV, an interval of a practice a line. */
export const commissionerFundingCsv = (answer: CommissionerFunding): string =>
  fundingCsv(
    answer.practices.flatMap(({ ods, intervals }) => intervals.map((interval) => ({ ods, ...interval }))),
    answer,
  );

/** A page of a practice's file as CSV, an event a line. */
export const auditHistoryCsv = (answer: AuditHistory): string =>
  toCsv<AuditHistory['entries'][number]>(
    {
      ods: () => answer.ods,
      revision: ({ revision }) => revision,
      type: ({ type }) => type,
      what: ({ what }) => what,
      effectiveDate: ({ effectiveDate }) => effectiveDate,
      recordedAt: ({ recordedAt }) => recordedAt,
      role: ({ by }) => by.role,
      org: ({ by }) => by.org,
      name: ({ by }) => by.name,
      onBehalfOf: ({ by }) => by.onBehalfOf,
      confirmedBy: ({ confirmedBy }) => confirmedBy?.name,
      corrects: ({ corrects }) => corrects,
      was: ({ was }) => was,
      now: ({ now }) => now,
      flags: ({ flags }) => flags.join(' '),
      eventId: ({ eventId }) => eventId,
      position: ({ position }) => position,
      ...askedColumns(answer),
      policyVersion: ({ policyVersion }): Cell => policyVersion,
    },
    answer.entries,
  );

/** A page of the list of practices as CSV. */
export const practicesCsv = (answer: Practices): string =>
  toCsv<Practices['practices'][number]>(
    {
      ods: ({ ods }) => ods,
      name: ({ name }) => name,
      commissioner: ({ commissioner }) => commissioner,
      state: ({ state }) => state,
      system: ({ system }) => system?.name,
      systemSupplier: ({ system }) => system?.supplier,
      systemBasis: ({ system }) => system?.basis,
      systemFirstMonth: ({ system }) => system?.firstMonth,
      systemLastMonth: ({ system }) => system?.lastMonth,
      systemWithdrawnAfter: ({ system }) => system?.withdrawnAfter,
      ...askedColumns(answer),
    },
    answer.practices,
  );

/** A page of the register of systems as CSV. */
export const systemsCsv = (answer: Systems): string =>
  toCsv<Systems['systems'][number]>(
    {
      productId: ({ productId }) => productId,
      name: ({ name }) => name,
      supplier: ({ supplier }) => supplier,
      supplierName: ({ supplierName }) => supplierName,
      level: ({ level }) => level,
      isCompliant: ({ isCompliant }) => isCompliant,
      listedFrom: ({ listedFrom }) => listedFrom,
      withdrawalLastDay: ({ withdrawal }) => withdrawal?.lastDay,
      levelTwoPlannedFor: ({ levelTwoPlannedFor }) => levelTwoPlannedFor,
      fundingSuspendedFrom: ({ fundingSuspendedFrom }) => fundingSuspendedFrom,
      ...askedColumns(answer),
    },
    answer.systems,
  );

/** A page of the register of data-access services as CSV (S22). */
export const dataAccessServicesCsv = (answer: DataAccessServices): string =>
  toCsv<DataAccessServices['services'][number]>(
    {
      id: ({ id }) => id,
      supplier: ({ supplier }) => supplier,
      supplierName: ({ supplierName }) => supplierName,
      service: ({ service }) => service,
      extractKind: ({ extractKind }) => extractKind,
      details: ({ details }) => details,
      chargePence: ({ chargePence }) => chargePence,
      version: ({ version }) => version,
      inForceFrom: ({ inForceFrom }) => inForceFrom,
      eventId: ({ eventId }) => eventId,
      ...askedColumns(answer),
    },
    answer.services,
  );

/** How many practices a Call-Off covers as CSV, a commissioner a line (S8). */
export const callOffCoverCsv = (answer: CallOffCover): string =>
  toCsv<CallOffCover['commissioners'][number]>(
    {
      commissioner: ({ commissioner }) => commissioner,
      practices: ({ practices }) => practices,
      onCallOff: ({ onCallOff }) => onCallOff,
      sharePercent: ({ sharePercent }) => sharePercent,
      ...askedColumns(answer),
    },
    answer.commissioners,
  );
