import type { Accepted } from '../report.js';

/** Names the survivors of one file: within what, the change, and why it may live. */
export const inFile =
  (file: string) =>
  (within: string, original: string, replacement: string, reason: string): Accepted => ({
    file,
    within,
    original,
    replacement,
    reason,
  });

export const EQUAL_DATES = 'Equal dates are the same text, whichever is taken.';
export const NEVER_SO = 'The fallback is for the type alone: what is before it is never missing there.';
export const ORDERED =
  'The list stands in that order already; sorting it says that what follows relies on it.';
export const ONE_OF_ITS_KIND = 'The list never has a second one that fits.';
export const LEAVES_IT_OUT = 'A property that is undefined is left out of what is stored and sent.';
export const SIGN_ALONE = 'Only the sign counts.';
