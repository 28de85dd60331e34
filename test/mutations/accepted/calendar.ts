import type { Accepted } from '../report.js';
import { EQUAL_DATES, inFile } from './in-file.js';

const dates = inFile('libs/domain/calendar/dates.ts');
const calendarRuns = inFile('libs/domain/calendar/runs.ts');

export const calendar: readonly Accepted[] = [
  dates('laterOf', 'one > other', 'one >= other', EQUAL_DATES),
  dates('earlierOf', 'one < other', 'one <= other', EQUAL_DATES),
  calendarRuns(
    'longestRuns',
    'day > firstDay',
    'day >= firstDay',
    'The first day twice is one run: the second has the value of the first.',
  ),
];
