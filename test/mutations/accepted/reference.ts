import type { Accepted } from '../report.js';

export const reference: readonly Accepted[] = [];
