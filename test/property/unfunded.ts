import { addDays } from '#domain/calendar/dates.js';
import type { FundingInterval } from '#domain/funding/index.js';
import { installedLevelOn, isInstalled } from '#domain/practice/installed.js';
import { isInLife, serviceSpans } from '#domain/practice/service-span.js';
import type { Instance, PracticeState } from '#domain/practice/state.js';
import { groupBy } from '#platform/group-by.js';

/**
 * What is wrong with the funding: R6 asks for exactly one payer a row on every day of an instance's life, and no other;
 * the closure of the practice ends no charge (A11). The rows of a day are those of A3.
 */
export const unfunded = (state: PracticeState, timeline: readonly FundingInterval[]): string[] => {
  const wrong: string[] = [];
  for (const instance of Object.values(state.instances)) {
    const { instanceId } = instance;
    const own = timeline.filter((one) => one.instanceId === instanceId && one.reason !== 'RETENTION');
    for (const [row, intervals] of groupBy(own, (one) => one.row)) {
      if (intervals.some(({ from, to }) => to !== null && to <= from))
        wrong.push(`${instanceId} ${row} has an empty interval`);
    }
    for (const day of cutDays(state, instance, own)) {
      const paid = own.filter(({ from, to }) => from <= day && (to === null || day < to));
      const rows = paid.map(({ row }) => row).sort();
      const expected = [...rowsOn(state, instance, day)].sort();
      if (rows.join() !== expected.join()) wrong.push(`${instanceId} on ${day}: ${rows.join()}`);
    }
  }
  return wrong;
};

/** Every day on which something may change for an instance, the day before it, and the day after. */
const cutDays = (state: PracticeState, instance: Instance, own: readonly FundingInterval[]) => {
  const days = [
    ...own.flatMap(({ from, to }) => [from, to]),
    ...serviceSpans(state, instance).flatMap(({ from, until }) => [from, until]),
    ...[...instance.upgrades, ...instance.functions].map(({ effectiveDate }) => effectiveDate),
  ].filter((day) => day !== null);
  return new Set([...days, '2030-01-01'].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]));
};

const rowsOn = (state: PracticeState, instance: Instance, day: string): readonly string[] => {
  if (!isInLife(state, instance, day)) return [];
  if (instance.contract === 'LSP') return ['SOFTWARE_LICENCE'];
  const levels = [1, 2, 3].filter((level) => level <= installedLevelOn(instance, day));
  const hasSummary = isInstalled(instance, 'SUMMARY_CARE_RECORD', day);
  return [
    ...['SOFTWARE_LICENCE', 'SYSTEM_SUPPORT', ...levels.map((level) => `LEVEL_${level}_COMPLIANCE`)],
    ...(hasSummary ? ['SUMMARY_CARE_RECORD_COMPLIANCE'] : []),
  ];
};
