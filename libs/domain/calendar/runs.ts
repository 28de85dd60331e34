import { addDays, type CivilDate } from './dates.js';

/** A value that holds on every day from `from` to `until`, both inclusive; `until` null is open. */
export interface Run<Value> {
  readonly value: Value;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * The longest runs of days with the same value, from the first day on, without gap or overlap. `changeDays` are the
 * days on which the value may change, in any order; between them it must not.
 */
export const longestRuns = <Value extends string | null | undefined>(
  firstDay: CivilDate,
  changeDays: readonly CivilDate[],
  valueOn: (day: CivilDate) => Value,
): readonly Run<Value>[] => {
  const later = [...new Set(changeDays)].filter((day) => day > firstDay).sort();
  const starts = [firstDay, ...later]
    .map((from) => ({ from, value: valueOn(from) }))
    .filter(({ value }, index, all) => index === 0 || value !== all[index - 1]?.value);
  return starts.map(({ from, value }, index) => {
    const next = starts[index + 1];
    return { value, from, until: next ? addDays(next.from, -1) : null };
  });
};
