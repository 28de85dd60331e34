import { z } from 'zod';
import { isRealDate } from './calendar/dates.js';

/** Ten digits, as people write an NHS number: in a row, or parted by spaces, full stops, dashes or slashes. */
const LIKE_NHS_NUMBER = /(?<!\d)\d{3}[\s.\u2010-\u2015/-]{0,3}\d{3}[\s.\u2010-\u2015/-]{0,3}\d{4}(?!\d)/g;

/**
 * Whether such digits, of any width, pass the NHS number's mod-11 check: never allowed in free text (I15).
 * @rule I15
 */
const holdsNhsNumber = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(LIKE_NHS_NUMBER)].some(([match]) => {
    const digits = [...match.replaceAll(/\D/g, '')].map(Number);
    const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
    return (11 - (sum % 11)) % 11 === digits[9];
  });

/** Whether a database keeps the text as it is: whole characters, and no controls but tab and line end. */
const isPlain = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text);

/** Free text of at most `max` characters, without anything that looks like an NHS number (I15). */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isPlain, { error: 'must be text without control characters' })
    .refine((value) => !holdsNhsNumber(value), {
      error: 'must not hold an NHS number: the register takes no patient data (I15)',
    });

/** A London civil date, `YYYY-MM-DD`, that is a real day of the calendar (A32). */
export const civilDate = z
  .string()
  .refine(isRealDate, { error: 'must be a real date of the years 1900 to 2999, written YYYY-MM-DD' })
  .meta({ format: 'date', example: '2009-03-12' });

/** A London local time of day, `HH:MM`. */
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day, written HH:MM' })
  .meta({ example: '08:00' });

/** A London local date and time, `YYYY-MM-DDTHH:MM`. */
export const localDateTime = z
  .string()
  .refine((value) => /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isRealDate(value.slice(0, 10)), {
    error: 'must be a London date and time, written YYYY-MM-DDTHH:MM',
  })
  .meta({ example: '2009-03-09T18:30' });

/** The ODS code of a practice: a letter and five digits; the register takes every shape that ODS publishes. */
export const odsCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{5}$/, { error: 'must be an ODS practice code, such as A00001' })
  .meta({ example: 'A00001' });

/** The code of a PCT or a later commissioner. */
export const commissionerCode = z
  .string()
  .regex(/^[A-Z0-9]{3,6}$/, { error: 'must be a commissioner code, such as 5ZZ' })
  .meta({ example: '5ZZ' });

export const supplierId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,20}$/, { error: 'must be a supplier id of letters and digits, such as EMIS' })
  .meta({ example: 'EMIS' });

/** `<supplier id>.<name in capitals>`, such as `EMIS.EMIS-LV`: the supplier is read from it, never sent (R20). */
export const productId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,20}\.[A-Z0-9-]{1,40}$/, {
    error: 'must be a product id: supplier, a full stop, the product, such as EMIS.EMIS-LV',
  })
  .meta({ example: 'EMIS.EMIS-LV' });

/** The supplier of a product (R20). */
export const supplierOf = (product: string): string => product.slice(0, product.indexOf('.'));

/** The client's own id for an instance: 1 to 12 of A to Z and 0 to 9, unique in the practice (R20). */
export const instanceId = z
  .string()
  .regex(/^[A-Z0-9]{1,12}$/, { error: 'must be 1 to 12 capitals and digits, such as E1' })
  .meta({ example: 'E1' });

export const eventId = z.uuid({ error: 'must be the id of an event, a UUID' });
export const pence = z.int().min(0).max(1_000_000_000_00);
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hexadecimal digits in lower case' });

export const evidence = z
  .array(z.strictObject({ title: text(200), sha256 }))
  .max(20)
  .meta({ description: 'Documents by title and hash; the register does not keep the documents themselves' });

/** What every payload has: the day on which it was done or happened (R10), a reason and evidence. */
export const common = {
  effectiveDate: civilDate,
  reason: text(2000).optional(),
  evidence: evidence.optional(),
};

/**
 * The three ways to keep access to the old audit trail, in descending order of cost (S28): the service as it was (S29),
 * the service for a single user (S30), retrieval on request (S31).
 * @rule S28
 */
export const RETENTION_OPTIONS = ['FULL', 'SINGLE_USER', 'DATR'] as const;
export type RetentionOption = (typeof RETENTION_OPTIONS)[number];
export const localPayer = z.enum(['COMMISSIONER', 'PRACTICE']);
export const replanCause = z.enum(['SUPPLIER', 'PRACTICE', 'PCT', 'DATA', 'INFRASTRUCTURE', 'NATIONAL']);

/** The rows of a supplier's price list (A3). */
export const PRICE_ROWS = [
  'SOFTWARE_LICENCE',
  'LEVEL_1_COMPLIANCE',
  'LEVEL_2_COMPLIANCE',
  'LEVEL_3_COMPLIANCE',
  'SUMMARY_CARE_RECORD_COMPLIANCE',
  'SYSTEM_SUPPORT',
] as const;
export type PriceRow = (typeof PRICE_ROWS)[number];
