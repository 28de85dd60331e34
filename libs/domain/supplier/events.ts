import { z } from 'zod';
import { common, pence, PRICE_ROWS, productId, RETENTION_OPTIONS, supplierId, text } from '../fields.js';

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

/** Shapes that a practice's events share with a supplier's. */
export const supplierEventFields = { retentionTerm, priceListRow, retentionPrice: retentionTerm };

/** The current version of every event of `supplier-<id>`, by type. `effectiveDate` is from when it holds. */
export const supplierEvents = {
  SupplierRegistered: payload({ id: supplierId, name: text(200) }),
  SystemListed: payload({ productId, name: text(100) }),
  LevelAchieved: payload({ productId, level: z.int().min(1).max(6) }),
  PriceListPublished: payload({
    rows: z.array(priceListRow).min(1).max(PRICE_ROWS.length),
    source: text(500).optional(),
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
