import { z } from 'zod';
import { endOfLondonDay, instantText, isRealDate } from '#domain/calendar/dates.js';
import { civilDate, commissionerCode, odsCode, productId } from '#domain/fields.js';
import { PAGE_LIMIT, practiceStateName } from '#read-models/index.js';

const instant = z.iso.datetime({ offset: true });

/** RFC 3339, or a bare date, which is the end of that London day; as a UTC instant in milliseconds (R14). */
export const knownAt = z
  .string()
  .refine(
    (value) => isRealDate(value.slice(0, 10)) && (value.length === 10 || instant.safeParse(value).success),
    {
      error: 'must be an instant, such as 2009-03-25T12:00:00Z, or a real date, written YYYY-MM-DD',
    },
  )
  .transform((value) => (isRealDate(value) ? endOfLondonDay(value) : instantText(Date.parse(value))))
  .meta({ description: 'As known at this instant, or by the end of this London day; now if left out (R14)' });

/** Written so that it means the same without the flag u, as the documentation's page reads it. */
const WITHOUT_CONTROLS = /^[^\u0000-\u001f\u007f-\u009f]*$/;

const words = z
  .string()
  .min(1)
  .max(200)
  .regex(WITHOUT_CONTROLS, { error: 'must not hold control characters' });

const limit = z
  .string()
  .regex(/^\d{1,3}$/, { error: `must be a number from 1 to ${PAGE_LIMIT}` })
  .transform(Number)
  .pipe(z.int().min(1).max(PAGE_LIMIT))
  .meta({ description: `At most so many entries, ${PAGE_LIMIT} being the most` });

const on = civilDate.meta({ description: 'The day asked about' });
const asOf = { on: on.optional(), knownAt: knownAt.optional() };

/** A page of entries that are told apart by such a key: the cursor is the last one's on the page before. */
const pageOf = (key: z.ZodString) => ({
  cursor: z
    .string()
    .refine((cursor) => key.safeParse(cursor).success, { error: 'must be `next` of the page before' })
    .optional()
    .meta({ description: '`next` of the page before' }),
  limit: limit.optional(),
});
const revisionKey = z.string().regex(/^\d{1,9}$/);
const serviceKey = z.string().regex(/^[A-Za-z0-9]{1,20}\.[A-Z0-9_]{1,40}$/);
const until = civilDate.meta({ description: 'Open intervals are counted to the end of this day (R7)' });

/** What each question of the API takes in its query string. Unknown parameters are refused. */
export const questions = {
  practice: z.strictObject(asOf),
  nextSteps: z.strictObject(asOf),
  practices: z.strictObject({
    code: words.optional().meta({ description: 'The code, or how it begins' }),
    name: words.optional().meta({ description: 'A part of the name' }),
    commissioner: commissionerCode.optional(),
    system: words.optional().meta({ description: 'A product’s id or name' }),
    state: practiceStateName.optional(),
    withdrawal: z
      .literal('ANNOUNCED')
      .optional()
      .meta({ description: 'Only those on a system whose withdrawal is announced (F12)' }),
    ...asOf,
    ...pageOf(odsCode),
  }),
  practiceFunding: z.strictObject({ ...asOf, until: until.optional() }),
  commissionerFunding: z.strictObject({ ...asOf, until: until.optional(), ...pageOf(odsCode) }),
  auditHistory: z.strictObject({ ...asOf, ...pageOf(revisionKey) }),
  entry: z.strictObject({ knownAt: knownAt.optional() }),
  businessCaseTemplates: z.strictObject(asOf),
  systems: z.strictObject({ ...asOf, ...pageOf(productId) }),
  callOffCover: z.strictObject(asOf),
  dataAccessServices: z.strictObject({ ...asOf, ...pageOf(serviceKey) }),
};

/** What a dry run takes in its query string: to which day the money that a command changes is counted. */
export const trial = z.strictObject({ until: until.optional() });

/** What one of the questions takes, validated. */
export type Question<Name extends keyof typeof questions> = z.output<(typeof questions)[Name]>;

/** A revision of a practice's file, as it stands in a path. */
export const revisionText = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'must be a revision, a whole number from 0' })
  .transform(Number);
