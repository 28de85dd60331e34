import type { Accepted } from '../report.js';

export const migration: readonly Accepted[] = [];
