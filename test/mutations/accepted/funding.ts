import type { Accepted } from '../report.js';
import { NEVER_SO, LEAVES_IT_OUT, inFile } from './in-file.js';

const amounts = inFile('libs/domain/funding/amounts.ts');
const difference = inFile('libs/domain/funding/difference.ts');
const exposure = inFile('libs/domain/funding/exposure.ts');
const heldBack = inFile('libs/domain/funding/held-back.ts');
const payer = inFile('libs/domain/funding/payer.ts');
const retention = inFile('libs/domain/funding/retention.ts');
const runs = inFile('libs/domain/funding/runs.ts');
const service = inFile('libs/domain/funding/service.ts');

export const funding: readonly Accepted[] = [
  payer('payingForSource', 'span?.eventId ?? []', 'span?.eventId', NEVER_SO),
  amounts('amounts', 'earlierEnd(to, lastEnd) ?? lastEnd', 'earlierEnd(to, lastEnd)', NEVER_SO),
  amounts('earlierEnd', 'one === null', 'false', 'No date is less than another where one of them is null.'),
  difference('byPayer', 'part.pence ?? 0', 'part.pence', 'Null counts as 0 in a sum.'),
  exposure('exposureIfNotice', '1', '2', 'What is counted is cut at the last day in any case.'),
  heldBack(
    'endedBy',
    'until < on',
    'until <= on',
    'It is asked only of a day without an agreement, and the last day of one has it still.',
  ),
  payer(
    'leftBy',
    'until < on',
    'until <= on',
    'It is asked only of a day without a Call-Off, and the last day of one is on it still.',
  ),
  payer(
    'callOffOf',
    'from <= on',
    'from < on',
    'It is asked only of a day on which no part runs, and on its first day a part does.',
  ),
  retention(
    'runsOfOption',
    'supplier.retentionTerms.findLast(({ from }) => from <= on)?.eventId ?? null',
    'supplier.retentionTerms.findLast(({ from }) => from <= on)?.eventId',
    'Without terms there is no id either way; it is told as none.',
  ),
  runs(
    'runsOf',
    'day > span.from',
    'day >= span.from',
    'The first day twice is one day: the days are a set.',
  ),
  runs(
    'charged',
    'commissioner?.eventId ?? null',
    'commissioner?.eventId',
    'Without a commissioner there is no id either way.',
  ),
  runs('otherPayerOrg', 'state.practice?.ods ?? null', 'state.practice?.ods', NEVER_SO),
  runs(
    'intervalsOf',
    'run.sharePercent !== undefined && { sharePercent: run.sharePercent }',
    '{ sharePercent: run.sharePercent }',
    LEAVES_IT_OUT,
  ),
  service(
    'priceOn',
    'list?.rows.find((priced) => priced.row === row)',
    'list?.rows.findLast(…)',
    'A list has each row once (S32).',
  ),
];
