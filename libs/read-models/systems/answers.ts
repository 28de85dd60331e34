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
  withdrawal: z
    .object({ announcedOn: z.string(), lastDay: z.string() })
    .nullable()
    .meta({ description: 'The withdrawal announced by the day (F12)' }),
  levelTwoPlannedFor: z
    .string()
    .nullable()
    .meta({ description: 'When the supplier plans a Level 2 version, while it has none (S5)' }),
  fundingSuspendedFrom: z
    .string()
    .nullable()
    .meta({ description: 'Since when a national decision stops its central funding (A29)' }),
});
export type SystemListed = z.infer<typeof systemListed>;

/** The register of systems available through GPSoC on a day (S2): GET /systems. */
export const systemsAnswer = z.object({ ...askedFields, systems: z.array(systemListed), next: nextPage });
export type Systems = z.infer<typeof systemsAnswer>;
