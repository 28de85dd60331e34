import type { CivilDate } from '#domain/calendar/dates.js';
import { supplierOf } from '#domain/fields.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import type { Recorded } from '#domain/recorded.js';
import type { Sql } from '#projections/index.js';
import { practiceFile } from '../audit-history/file.js';

/** The organisations that a practice's file concerns, as known now: whoever may read it, or a part of it. */
export interface PracticeParties {
  /** Every commissioner that the practice is, was or is to be of, with the first day on which it is. */
  readonly commissioners: readonly { readonly code: string; readonly from: CivilDate }[];
  /** The practices that it was merged or split into (F10). */
  readonly successors: readonly string[];
  /** The suppliers of its instances, by instance id. */
  readonly instances: Readonly<Record<string, string>>;
  /** The suppliers of the systems selected for its migrations, by migration id. */
  readonly targets: Readonly<Record<string, string>>;
  /** The suppliers of the systems that its orders were for, by the ids of what placed, amended and cancelled them. */
  readonly orders: Readonly<Record<string, string>>;
  /** The suppliers that hold the data of its systems as recorded last, by instance id (X6). */
  readonly held: Readonly<Record<string, string>>;
}

/** The parties that a practice's events name. */
export const partiesIn = (file: readonly Recorded<PracticeEvent>[]): PracticeParties => {
  const commissioners: { code: string; from: CivilDate }[] = [];
  const successors: string[] = [];
  const instances: Record<string, string> = {};
  const targets: Record<string, string> = {};
  const orders: Record<string, string> = {};
  const ordered: Record<string, string> = {};
  const held: Record<string, string> = {};
  for (const { type, payload, id } of file) {
    if (type === 'PracticeRegistered' && payload.commissioner)
      commissioners.push({ code: payload.commissioner, from: payload.effectiveDate });
    if (type === 'PracticeCommissionerChanged')
      commissioners.push({ code: payload.to, from: payload.legalDate });
    if (type === 'PracticesMerged') successors.push(payload.into);
    if (type === 'PracticeSplit') successors.push(...payload.into);
    if (type === 'SystemInstanceRegistered') instances[payload.instanceId] = payload.supplier;
    if (type === 'SourceDataHeldBy')
      held[payload.instanceId] = payload.holder.kind === 'SUPPLIER' ? payload.holder.org : '';
    if (type === 'SystemSelected') targets[payload.migrationId] = supplierOf(payload.productId);
    if (type === 'MigrationOrderPlaced') ordered[payload.trackingRef] = targets[payload.migrationId] ?? '';
    if (
      type === 'MigrationOrderPlaced' ||
      type === 'MigrationOrderAmended' ||
      type === 'MigrationOrderCancelled'
    )
      orders[id] = ordered[payload.trackingRef] ?? '';
  }
  return { commissioners, successors, instances, targets, orders, held };
};

/** The parties of a practice, or undefined for one that is unknown now. */
export const practiceParties = async (sql: Sql, ods: string): Promise<PracticeParties | undefined> => {
  const file = await practiceFile(sql, ods);
  return file.length > 0 ? partiesIn(file) : undefined;
};
