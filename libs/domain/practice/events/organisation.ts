import { z } from 'zod';
import { isRealDate } from '../../calendar/dates.js';
import { civilDate, commissionerCode, instanceId, odsCode, text } from '../../fields.js';
import { firstPayload, payload } from './fields.js';

/**
 * Where an imported fact stands in what was published (O1).
 * @rule O1
 */
const source = z.strictObject({ publisher: text(200), file: text(300), row: z.int().min(1) }).optional();
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((value) => isRealDate(`${value}-01`), { error: 'must be a month of the years 1900 to 2999' });

/** Events of what the practice is and who commissions it. */
export const organisationEvents = {
  PracticeRegistered: firstPayload({
    ods: odsCode,
    name: text(200),
    commissioner: commissionerCode.optional(),
    source,
  }),
  /** `effectiveDate` is the last day on which the practice was open. */
  PracticeClosed: firstPayload({ source }),
  /** Stands in the stream of the practice that ends; `effectiveDate` is its last day (F10). */
  PracticesMerged: payload({ into: odsCode, source }),
  /** `effectiveDate` is the last day before the split; a practice that goes on is itself among `into` (F10). */
  PracticeSplit: payload({ into: z.array(odsCode).min(1).max(20), source }),
  /** Stands in the successor's stream; `instances` says which of its systems is which of the predecessor's (F10). */
  PracticeTakenOver: payload({
    predecessor: odsCode,
    kind: z.enum(['MERGER', 'SPLIT']),
    instances: z
      .array(z.strictObject({ instanceId, predecessorInstanceId: instanceId }))
      .max(20)
      .optional(),
  }),
  /** `legalDate` is the effective date (R4); `left` is the last day of a published membership (O2). */
  PracticeCommissionerChanged: firstPayload({
    from: commissionerCode.optional(),
    to: commissionerCode,
    legalDate: civilDate,
    operationalDate: civilDate.optional(),
    left: civilDate.optional(),
    source,
  }),
  /** A run of months on a published list of systems in use: months, never a date or a decision (O3). */
  SystemUseObserved: z.strictObject({
    supplier: text(100).optional(),
    product: text(100),
    deployment: text(100).optional(),
    contract: text(100).optional(),
    firstMonth: month,
    lastMonth: month,
    monthsListed: z.int().min(0),
    monthsMissing: z.int().min(0),
    source,
  }),
};
