import type { Accepted } from './report.js';

/** The survivors that may live. */
export const accepted: readonly Accepted[] = [];
