import { civilDate, commissionerCode, odsCode, text } from '#domain/fields.js';
import { practiceEvents } from '#domain/practice/events.js';
import type { z } from 'zod';
import type { Format } from './rows.js';

const GP_PRACTICE = '4';

const valid = <Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value => {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(`${what} ${parsed.error.issues[0]?.message} (${JSON.stringify(value)})`);
  return parsed.data;
};

/** `YYYYMMDD` as the files have it, as an ISO date; null where empty. */
const publishedDate = (text: string, what: string): string | null =>
  text === '' ? null : valid(civilDate, text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'), what);

const requiredDate = (text: string, what: string): string => {
  const date = publishedDate(text, what);
  if (date === null) throw new Error(`${what} is empty`);
  return date;
};

/** Throws where an end, if there is one, lies before its beginning; both are days or both months. */
const inOrder = (from: string, end: string | null, what: string): void => {
  if (end !== null && end < from) throw new Error(`${what} (${JSON.stringify(end)})`);
};

/** The ODS practice register `epraccur` (O2). Only prescribing setting 4 is a GP practice. */
const odsPractices: Format = {
  publisher: 'NHS Digital, Organisation Data Service',
  columns: 27,
  read: (field, source) => {
    const ods = valid(odsCode, field(1), 'the code (column 1)');
    const setting = field(26);
    if (setting !== GP_PRACTICE)
      return { ods, skipped: `prescribing setting ${setting || 'not stated'}: not a GP practice` };
    if (field(2) === '') throw new Error('the name (column 2) is empty');
    const name = valid(text(200), field(2), 'the name (column 2)');
    const opened = requiredDate(field(11), 'the opening date (column 11)');
    const closed = publishedDate(field(12), 'the closing date (column 12)');
    inOrder(opened, closed, 'the closing date (column 12) is before the opening date (column 11)');
    return { ods, row: { kind: 'practice', name, opened, closed, source } };
  },
};

/** The ODS membership file `epcmem`: practice, commissioner, joined and left (O2). */
const odsMemberships: Format = {
  publisher: 'NHS Digital, Organisation Data Service',
  columns: 6,
  read: (field, source) => {
    const ods = valid(odsCode, field(1), 'the practice (column 1)');
    const commissioner = valid(commissionerCode, field(2), 'the commissioner (column 2)');
    const joined = requiredDate(field(4), 'the joining date (column 4)');
    const left = publishedDate(field(5), 'the leaving date (column 5)');
    inOrder(joined, left, 'the leaving date (column 5) is before the joining date (column 4)');
    return { ods, row: { kind: 'membership', commissioner, joined, left, source } };
  },
};

/** A monthly list of systems in use, as runs of months with named columns (O3). */
const systemUse: Format = {
  publisher: 'NHS Digital, GPSoC Market Share',
  columns: ['practice_code', 'system', 'first_month', 'last_month', 'months_listed', 'months_missing'],
  read: (field, source) => {
    const ods = valid(odsCode, field('practice_code'), 'practice_code');
    const stated = (name: string, column = name) => (field(column) === '' ? {} : { [name]: field(column) });
    const { source: _source, ...use } = valid(
      practiceEvents.SystemUseObserved,
      {
        product: field('system'),
        firstMonth: field('first_month'),
        lastMonth: field('last_month'),
        monthsListed: Number(field('months_listed') || NaN),
        monthsMissing: Number(field('months_missing') || NaN),
        ...stated('supplier'),
        ...stated('deployment'),
        ...stated('contract'),
      },
      'the spell',
    );
    inOrder(use.firstMonth, use.lastMonth, 'last_month is before first_month');
    return { ods, row: { kind: 'system-use', use, source } };
  },
};

/** The published formats that `gpsoc import` reads, by the word that names them. */
export const formats = {
  'ods-practices': odsPractices,
  'ods-memberships': odsMemberships,
  'system-use': systemUse,
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
