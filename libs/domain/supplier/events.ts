import { z } from 'zod';
import {
  civilDate,
  common,
  pence,
  PRICE_ROWS,
  productId,
  RETENTION_OPTIONS,
  supplierId,
  text,
} from '../fields.js';

const payload = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

const retentionTerm = z.strictObject({
  option: z.enum(RETENTION_OPTIONS),
  /** How long the supplier keeps it available (A26): `months` only with MONTHS. */
  availability: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('PERPETUAL_ANNUAL') }),
    z.strictObject({ kind: z.literal('MONTHS'), months: z.int().min(1).max(600) }),
    z.strictObject({ kind: z.literal('WHILE_MEDIA_READABLE') }),
  ]),
  yearlyPence: pence.nullable(),
  oneOffPence: pence.optional(),
  freeAccessesPerYear: z.int().min(0).optional(),
});
export type RetentionTerm = z.infer<typeof retentionTerm>;

const priceListRow = z.strictObject({
  row: z.enum(PRICE_ROWS),
  /** Null where the supplier has no price, such as a level it has not reached: never 0. */
  yearlyPence: pence.nullable(),
  note: text(200).optional(),
});

/** One way in which a supplier gives a practice its data (S20, S22). */
const dataAccessService = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'must be capitals, digits and underscores' }),
  service: text(200),
  extractKind: z.enum(['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT']).optional(),
  details: text(1000).optional(),
  /** What one use of it costs; null where the supplier has no price on file: never 0. */
  chargePence: pence.nullable(),
});
export type DataAccessService = z.infer<typeof dataAccessService>;

/** Shapes that a practice's events, and a supplier's commands, share with a supplier's events. */
export const supplierEventFields = {
  retentionTerm,
  priceListRow,
  retentionPrice: retentionTerm,
  dataAccessService,
};

/** The current version of every event of `supplier-<id>`, by type. `effectiveDate` is from when it holds. */
export const supplierEvents = {
  SupplierRegistered: payload({ id: supplierId, name: text(200) }),
  SystemListed: payload({ productId, name: text(100) }),
  LevelAchieved: payload({ productId, level: z.int().min(1).max(6) }),
  /** The level that the product keeps from the effective date on; null for none (A29). */
  LevelWithdrawn: payload({ productId, level: z.int().min(1).max(6).nullable() }),
  /** When the supplier means to have a Level 2 version; the product need not be listed (S5). */
  SupplierPlannedL2: payload({ productId, plannedFor: civilDate }),
  /** `lastDay` is the last day on which the supplier provides the product to anybody (F12). */
  SystemWithdrawalAnnounced: payload({ productId, lastDay: civilDate }),
  /** `effectiveDate` is the day on which the supplier ceased (F13). */
  SupplierCeased: payload({ successor: supplierId.optional() }),
  /** A national decision: from the effective date on nothing is centrally funded of the product (A29). */
  CentralFundingSuspended: payload({ productId }),
  CentralFundingRestored: payload({ productId }),
  DataAccessServicesPublished: payload({
    version: text(50),
    services: z.array(dataAccessService).min(1).max(50),
    source: text(500).optional(),
  }),
  PriceListPublished: payload({
    rows: z.array(priceListRow).min(1).max(PRICE_ROWS.length),
    source: text(500).optional(),
    /** A price that differs within a year of the list before or after it (X8): accepted, and told. */
    flags: z.array(z.enum(['PRICE_CHANGED_WITHIN_A_YEAR'])).optional(),
  }),
  RetentionTermsPublished: payload({
    terms: z.array(retentionTerm).min(1).max(3),
    source: text(500).optional(),
  }),
};

export type SupplierEvent = {
  [Type in keyof typeof supplierEvents]: {
    readonly type: Type;
    readonly payload: z.infer<(typeof supplierEvents)[Type]>;
  };
}[keyof typeof supplierEvents];
