import { z } from 'zod';
import { isRealDate } from '../../calendar/dates.js';
import { civilDate, commissionerCode, odsCode, text } from '../../fields.js';
import { firstPayload } from './fields.js';

/** Where an imported fact stands in what was published (O1). */
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
