import { z } from 'zod';
import { askedFields, nextPage } from '../asked.js';

const dataAccessServiceListed = z.object({
  id: z.string().meta({ description: 'The supplier, a full stop, the service', example: 'EMIS.EXTRACT' }),
  supplier: z.string(),
  supplierName: z.string(),
  service: z.string(),
  extractKind: z.enum(['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT']).nullable(),
  details: z.string().nullable(),
  chargePence: z.int().nullable().meta({ description: 'Null, never 0, where no price is on file' }),
  version: z.string(),
  inForceFrom: z.string(),
  eventId: z.string(),
});
export type DataAccessServiceListed = z.infer<typeof dataAccessServiceListed>;

/** How suppliers give practices their data, by the versions in force on a day (S22): GET /data-access-services. */
export const dataAccessServicesAnswer = z.object({
  ...askedFields,
  services: z.array(dataAccessServiceListed),
  next: nextPage,
});
export type DataAccessServices = z.infer<typeof dataAccessServicesAnswer>;
