import { z } from 'zod';
import { civilDate, instanceId, sha256, text } from '../../fields.js';
import { dataHolder, locationClass, payload } from './fields.js';

/** Events of who holds the data and audit trail of a system, and of their destruction. */
export const custodyEvents = {
  /** `effectiveDate` is the first day of holding; it lasts until the next holder's (X6). */
  SourceDataHeldBy: payload({
    instanceId,
    holder: dataHolder,
    locationClass,
    format: text(100),
    mediaRef: text(100).optional(),
    reviewBy: civilDate.optional(),
  }),
  SourceDataDestroyed: payload({
    instanceId,
    certificate: z.strictObject({ title: text(200), sha256 }),
  }),
};
