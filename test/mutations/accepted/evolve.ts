import type { Accepted } from '../report.js';

export const evolve: readonly Accepted[] = [];
