import type { Accepted } from '../report.js';
import { ONE_OF_ITS_KIND, inFile } from './in-file.js';

const installation = inFile('libs/domain/practice/installation.ts');
const installed = inFile('libs/domain/practice/installed.ts');
const systemHeld = inFile('libs/domain/practice/system-held.ts');

export const systems: readonly Accepted[] = [
  installation(
    'targetRefusal',
    'migrations.find((one) => one.migrationId === migrationId)',
    'migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  installation(
    'upgradeSystem',
    'level === undefined',
    'false',
    'A level that is not given is above none: the condition is for the type alone.',
  ),
  installed(
    'callOffOn',
    'callOffs.find((span) => isWithin(span, on))',
    'callOffs.findLast(…)',
    'No day is covered twice (S7).',
  ),
  systemHeld(
    'systemOn',
    'declaredSystems(state).find((span) => hasDay(span, on))',
    'declaredSystems(state).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
];
