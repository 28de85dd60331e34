import { longDate } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

/** A value of a field in words: a date in full, a text in quotes, nothing as such. */
const valueInWords = (value: unknown): string => {
  if (value === null) return 'not on record';
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value);
  return JSON.stringify(value);
};

/** `effectiveDate` as words: `effective date`. */
const fieldInWords = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** The correction of a recorded fact. */
export const describeCorrection = {
  RecordCorrected: (payload) => {
    const { field, was, now } = payload;
    const words = fieldInWords(field);
    return dated(`Record corrected: ${words} was ${valueInWords(was)}, now ${valueInWords(now)}`, payload);
  },
} satisfies Partial<Tellers>;
