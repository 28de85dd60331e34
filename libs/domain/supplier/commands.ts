import { z } from 'zod';
import { civilDate, common, PRICE_ROWS, productId, supplierId, text } from '../fields.js';
import { supplierEventFields } from './events.js';

const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** What each command of a supplier's stream takes; `effectiveDate` is from when it holds (R10). */
export const supplierCommands = {
  'register-supplier': body({ name: text(200) }),
  'list-system': body({ productId, name: text(100) }),
  'record-level': body({ productId, level: z.int().min(1).max(6) }),
  'withdraw-level': body({
    productId,
    level: z.int().min(1).max(6).nullable().meta({ description: 'The level that it keeps; null for none' }),
  }),
  'plan-level-2': body({ productId, plannedFor: civilDate }),
  'announce-withdrawal': body({ productId, lastDay: civilDate }),
  'cease-supplier': body({ successor: supplierId.optional() }),
  'suspend-central-funding': body({ productId }),
  'restore-central-funding': body({ productId }),
  'publish-data-access-services': body({
    version: text(50),
    services: z.array(supplierEventFields.dataAccessService).min(1).max(50),
    source: text(500).optional(),
  }),
  'publish-price-list': body({
    rows: z.array(supplierEventFields.priceListRow).min(1).max(PRICE_ROWS.length),
    source: text(500).optional(),
  }),
  'publish-retention-terms': body({
    terms: z.array(supplierEventFields.retentionTerm).min(1).max(3),
    source: text(500).optional(),
  }),
};

export type SupplierCommandName = keyof typeof supplierCommands;

/** A supplier's command by its name, with its validated body. */
export type SupplierCommand = {
  [Name in SupplierCommandName]: {
    readonly name: Name;
    readonly body: z.infer<(typeof supplierCommands)[Name]>;
  };
}[SupplierCommandName];

/** The body of one command of a supplier's stream. */
export type SupplierBodyOf<Name extends SupplierCommandName> = z.infer<(typeof supplierCommands)[Name]>;
