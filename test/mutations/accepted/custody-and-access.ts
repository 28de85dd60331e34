import type { Accepted } from '../report.js';

export const custodyAndAccess: readonly Accepted[] = [];
