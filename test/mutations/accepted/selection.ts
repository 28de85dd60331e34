import type { Accepted } from '../report.js';

export const selection: readonly Accepted[] = [];
