import { addDays, addMonths, type CivilDate } from './dates.js';

/** How long a period is: so many calendar months or so many days, one of the two (A1, B3). */
export interface Period {
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

/** The parameters of a policy set that say how long a period is and which day ends it (A1, A3). */
export interface PeriodRule extends Period {
  readonly endConvention: 'CORRESPONDING_DATE' | 'DAY_BEFORE';
}

/**
 * The last day, inclusive, of the period that starts with the anchor's event (A3), whose own day does not count (A1).
 * @rule A3
 */
export const periodEnd = (anchor: CivilDate, rule: PeriodRule): CivilDate => {
  const { months = 0, days = 0, endConvention } = rule;
  const corresponding = addDays(addMonths(anchor, months), days);
  return endConvention === 'DAY_BEFORE' ? addDays(corresponding, -1) : corresponding;
};

/** The latest day whose period has ended by `limit` (A7): by 28 Feb 2010 those of 28, 29 and 30 Nov 2009 have. */
export const latestAnchor = (limit: CivilDate, rule: PeriodRule): CivilDate => {
  const { months = 0, days = 0 } = rule;
  let latest = addDays(addMonths(limit, -months), -days);
  while (periodEnd(addDays(latest, 1), rule) <= limit) latest = addDays(latest, 1);
  return latest;
};
