import type { Accepted } from '../report.js';
import { NEVER_SO, inFile } from './in-file.js';

const nextStepsFile = inFile('libs/domain/practice/next-steps/next-steps.ts');
const tryOut = inFile('libs/domain/practice/next-steps/try-out.ts');
const callOff = inFile('libs/domain/practice/next-steps/probes/call-off.ts');
const custody = inFile('libs/domain/practice/next-steps/probes/custody.ts');
const decision = inFile('libs/domain/practice/next-steps/probes/decision.ts');
const delivery = inFile('libs/domain/practice/next-steps/probes/delivery.ts');

const SPARES_WORK =
  'A hash that is taken in vain is that of no request: it costs time and changes no answer.';
const ANOTHER_DAY = 'Any other day that is not before the first would do as well.';

export const nextSteps: readonly Accepted[] = [
  nextStepsFile(
    'stepsOf',
    'request.command === command',
    'request.command !== command',
    `The registration, a request of another command, always stands. ${SPARES_WORK}`,
  ),
  nextStepsFile('stepsOf', 'mayStand', 'true', SPARES_WORK),
  tryOut('tryOut', 'bodies[0] ?? body', 'bodies[0]', NEVER_SO),
  callOff(
    'callOffProbes',
    '1',
    '2',
    'Any day after the last that was granted makes it days that were not granted yet.',
  ),
  custody(
    'custodyProbes',
    'from <= scene.on',
    'from < scene.on',
    'The day itself is among the days to try in any case.',
  ),
  decision('decisionProbes', '0', '1', 'The amount of an estimate decides nothing.'),
  delivery('deliveryProbes', '1', '2', ANOTHER_DAY),
];
