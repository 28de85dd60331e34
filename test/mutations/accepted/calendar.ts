import type { Accepted } from '../report.js';
import { EQUAL_DATES, inFile, SIGN_ALONE } from './in-file.js';

const dates = inFile('libs/domain/calendar/dates.ts');
const periods = inFile('libs/domain/calendar/periods.ts');
const calendarRuns = inFile('libs/domain/calendar/runs.ts');

const BELOW_NOTHING =
  'The sort asks only whether the answer is below nothing, and leaves the others in their order.';

export const calendar: readonly Accepted[] = [
  dates('laterOf', 'one > other', 'one >= other', EQUAL_DATES),
  dates('earlierOf', 'one < other', 'one <= other', EQUAL_DATES),
  dates('inOrder', '1', '2', SIGN_ALONE),
  dates('inOrder', 'dayOf(one) > dayOf(other)', 'dayOf(one) >= dayOf(other)', BELOW_NOTHING),
  dates('inOrder', 'dayOf(one) > dayOf(other)', 'dayOf(one) <= dayOf(other)', BELOW_NOTHING),
  periods('latestAnchor', '0', '1', 'The search begins earlier then, and comes to the same day.'),
  calendarRuns(
    'longestRuns',
    'day > firstDay',
    'day >= firstDay',
    'The first day twice is one run: the second has the value of the first.',
  ),
];
