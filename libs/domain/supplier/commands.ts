import { z } from 'zod';
import { common, PRICE_ROWS, productId, text } from '../fields.js';
import { supplierEventFields } from './events.js';

const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** What each command of a supplier's stream takes; `effectiveDate` is from when it holds (R10). */
export const supplierCommands = {
  'register-supplier': body({ name: text(200) }),
  'list-system': body({ productId, name: text(100) }),
  'record-level': body({ productId, level: z.int().min(1).max(6) }),
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
