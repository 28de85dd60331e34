import { longDate } from '../plain-english.js';

/** `text, 11 March 2009`: a line with the day on which it was done or happened. */
export const dated = (text: string, { effectiveDate }: { readonly effectiveDate: string }): string =>
  `${text}, ${longDate(effectiveDate)}`;
