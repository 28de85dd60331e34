import type { Accepted } from '../report.js';

export const findings: readonly Accepted[] = [];
