import { common, pence, PRICE_ROWS, text } from '#domain/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = z.strictObject({
  ...common,
  rows: z
    .array(
      z.strictObject({
        row: z.enum(PRICE_ROWS),
        yearlyPence: pence.nullable(),
        note: text(200).optional(),
      }),
    )
    .min(1)
    .max(PRICE_ROWS.length),
  source: text(500).optional(),
});

/** PriceListPublished before it could say that a price changed within a year (X8): it says nothing of it. */
export const priceListVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
