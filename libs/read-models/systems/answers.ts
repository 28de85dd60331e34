import { z } from 'zod';
import { askedFields, nextPage } from '../asked.js';

const systemListed = z.object({
  productId: z.string(),
  name: z.string(),
  supplier: z.string(),
  supplierName: z.string(),
  level: z.int().nullable().meta({ description: 'Null where no level is on record' }),
  isCompliant: z.boolean().meta({ description: 'GPSoC Level 2 at least (S3)' }),
  listedFrom: z.string(),
});
export type SystemListed = z.infer<typeof systemListed>;

/** The register of systems available through GPSoC on a day (S2): GET /systems. */
export const systemsAnswer = z.object({ ...askedFields, systems: z.array(systemListed), next: nextPage });
export type Systems = z.infer<typeof systemsAnswer>;
