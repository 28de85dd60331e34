import type { Accepted } from '../report.js';

export const nextSteps: readonly Accepted[] = [];
