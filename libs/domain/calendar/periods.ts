import { addDays, addMonths, type CivilDate } from './dates.js';

/** The parameters of a policy set that say how long a period is and which day ends it (A1, A3). */
export interface PeriodRule {
  readonly months: number;
  readonly endConvention: 'CORRESPONDING_DATE' | 'DAY_BEFORE';
}

/**
 * The last day, inclusive, of the period that starts with the anchor's event (A3).
 * @rule A3
 */
export const periodEnd = (anchor: CivilDate, rule: PeriodRule): CivilDate => {
  const corresponding = addMonths(anchor, rule.months);
  return rule.endConvention === 'DAY_BEFORE' ? addDays(corresponding, -1) : corresponding;
};

/** The latest day whose period has ended by `limit` (A7): by 28 Feb 2010 those of 28, 29 and 30 Nov 2009 have. */
export const latestAnchor = (limit: CivilDate, rule: PeriodRule): CivilDate => {
  let latest = addMonths(limit, -rule.months);
  while (periodEnd(addDays(latest, 1), rule) <= limit) latest = addDays(latest, 1);
  return latest;
};
