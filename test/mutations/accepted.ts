import type { Accepted } from './report.js';

const inFile =
  (file: string) =>
  (within: string, original: string, replacement: string, reason: string): Accepted => ({
    file,
    within,
    original,
    replacement,
    reason,
  });

const dates = inFile('libs/domain/calendar/dates.ts');
const calendarRuns = inFile('libs/domain/calendar/runs.ts');
const amounts = inFile('libs/domain/funding/amounts.ts');
const difference = inFile('libs/domain/funding/difference.ts');
const exposure = inFile('libs/domain/funding/exposure.ts');
const parts = inFile('libs/domain/funding/part-in-migration.ts');
const payer = inFile('libs/domain/funding/payer.ts');
const retention = inFile('libs/domain/funding/retention.ts');
const runs = inFile('libs/domain/funding/runs.ts');
const service = inFile('libs/domain/funding/service.ts');
const notice = inFile('libs/domain/practice/notice.ts');
const noticeEnd = inFile('libs/domain/practice/notice-end.ts');
const noticeView = inFile('libs/domain/practice/notice-view.ts');
const invariants = inFile('libs/domain/practice/invariants.ts');
const standing = inFile('libs/domain/practice/standing.ts');
const systemHeld = inFile('libs/domain/practice/system-held.ts');

const EQUAL_DATES = 'Equal dates are the same text, whichever is taken.';
const NEVER_SO = 'The fallback is for the type alone: what is before it is never missing there.';
const ORDERED = 'The list stands in that order already; sorting it says that what follows relies on it.';
const ONE_OF_ITS_KIND = 'The list never has a second one that fits.';
const LEAVES_IT_OUT = 'A property that is undefined is left out of what is stored and sent.';

/** The survivors that may live: the change makes no difference, or none that the register promises. */
export const accepted: readonly Accepted[] = [
  dates('laterOf', 'one > other', 'one >= other', EQUAL_DATES),
  dates('earlierOf', 'one < other', 'one <= other', EQUAL_DATES),
  calendarRuns(
    'longestRuns',
    'day > firstDay',
    'day >= firstDay',
    'The first day twice is one run: the second has the value of the first.',
  ),
  amounts('amounts', 'earlierEnd(to, lastEnd) ?? lastEnd', 'earlierEnd(to, lastEnd)', NEVER_SO),
  amounts('amounts', 'yearlyPence ?? 0', 'yearlyPence', NEVER_SO),
  amounts('amounts', '0', '1', NEVER_SO),
  amounts('earlierEnd', 'one === null', 'false', 'No date is less than another where one of them is null.'),
  difference('byPayer', 'part.pence ?? 0', 'part.pence', 'Null counts as 0 in a sum.'),
  exposure('exposureIfNotice', '1', '2', 'What is counted is cut at the last day in any case.'),
  parts('partsInMigrations', 'one.from < other.from', 'one.from <= other.from', ORDERED),
  parts('partsInMigrations', 'one.from < other.from', 'false', ORDERED),
  parts('partsInMigrations', '1', '2', 'Only the sign counts.'),
  parts('partsInMigrations', 'one.from > other.from', 'one.from >= other.from', ORDERED),
  parts('partsInMigrations', 'one.from > other.from', 'one.from <= other.from', ORDERED),
  parts('partsInMigrations', 'one.from > other.from', 'true', ORDERED),
  parts('partsInMigrations', 'one.from > other.from', 'false', ORDERED),
  parts('partsInMigrations', '0', '1', ORDERED),
  payer('payingInUse', 'part.order', 'true', 'What is ordered has an order.'),
  retention('retentionIntervals', 'one.from < other.from', 'one.from <= other.from', ORDERED),
  retention('retentionIntervals', 'one.from < other.from', 'false', ORDERED),
  retention('retentionIntervals', '1', '2', 'Only the sign counts.'),
  retention(
    'runsOfOption',
    'supplier.retentionTerms.findLast(({ from }) => from <= on)?.eventId ?? null',
    'supplier.retentionTerms.findLast(({ from }) => from <= on)?.eventId',
    'Without terms there is no id either way; it is told as none.',
  ),
  retention(
    'retentionSpan',
    'retention.replacedBy === null',
    'false',
    'An id that is null is left out later.',
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
  runs('sharesOf', 'state.practice?.ods ?? null', 'state.practice?.ods', NEVER_SO),
  runs('sharesOf', 'run.practicePercent ?? 0', 'run.practicePercent', NEVER_SO),
  runs('sharesOf', '0', '1', NEVER_SO),
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
  notice('noticeTerms', 'asked !== undefined && { endsOn: asked }', '{ endsOn: asked }', LEAVES_IT_OUT),
  notice('withNotice', '0', '1', 'The retention order that comes along never asks for the id of its notice.'),
  noticeEnd(
    'migrationOf',
    'state.migrations.find(({ migrationId }) => migrationId === contingentOn?.migrationId)',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'liveOn',
    'state.migrations.find(({ migrationId }) => migrationId === contingentOn.migrationId)',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'noticeView',
    '[notice.acknowledged].flatMap((one) => one ?? []).find(isBy(on))',
    '[notice.acknowledged].flatMap((one) => one ?? []).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'noticeView',
    '[notice.withdrawn].flatMap((one) => one ?? []).find(isBy(on))',
    '[notice.withdrawn].flatMap((one) => one ?? []).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'statusOn',
    "lastServiceDay(state, notice.instanceId, notice.effectiveDate) ?? '9999'",
    'lastServiceDay(state, notice.instanceId, notice.effectiveDate)',
    'A last day that is not known lies before no day, with the fallback or without.',
  ),
  invariants(
    'isFinalLate',
    "cutoverTime ?? '23:59'",
    'cutoverTime',
    'Without a time only the next day is later, as no digit goes after a letter.',
  ),
  standing('contingentOn', "type === 'NoticeGiven'", 'true', 'No other event says on what it is contingent.'),
  standing('stillStanding', "event.type === 'ProposalDeclined'", 'true', 'No other event names a proposal.'),
  standing(
    'stillStanding',
    'replaced.length === 0 && declined === undefined && closed.length === 0',
    'false',
    'It only saves time.',
  ),
  standing('closedBetween', 'migrations === state.migrations', 'false', 'It only saves time.'),
  systemHeld('observedSystems', '1', '2', 'Only the sign counts.'),
  systemHeld(
    'observedSystems',
    'key(one) < key(other)',
    'key(one) <= key(other)',
    'No two have the same first month of one product.',
  ),
  systemHeld('movesOf', '1', '2', 'Only the sign counts.'),
  systemHeld('holderOn', '1', '2', 'Only the sign counts.'),
];
