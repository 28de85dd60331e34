import type { Accepted } from '../report.js';
import { calendar } from './calendar.js';
import { custodyAndAccess } from './custody-and-access.js';
import { evolve } from './evolve.js';
import { findings } from './findings.js';
import { funding } from './funding.js';
import { migration } from './migration.js';
import { nextSteps } from './next-steps.js';
import { notice } from './notice.js';
import { practice } from './practice.js';
import { reference } from './reference.js';
import { selection } from './selection.js';
import { systems } from './systems.js';

/** The survivors that may live: the change makes no difference, or none that the register promises. */
export const accepted: readonly Accepted[] = [
  ...calendar,
  ...custodyAndAccess,
  ...evolve,
  ...findings,
  ...funding,
  ...migration,
  ...nextSteps,
  ...notice,
  ...practice,
  ...reference,
  ...selection,
  ...systems,
];
