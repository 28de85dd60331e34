import type { Accepted } from '../report.js';

export const systems: readonly Accepted[] = [];
