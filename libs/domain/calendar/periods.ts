import { addDays, addMonths, type CivilDate } from './dates.js';

/** The parameters of a policy set that say how long a period is and which day ends it (A1, A3). */
export interface PeriodRule {
  readonly months: number;
  readonly endConvention: 'CORRESPONDING_DATE' | 'DAY_BEFORE';
}

/** The last day, inclusive, of the period that starts with the anchor's event (A3). */
export const periodEnd = (anchor: CivilDate, rule: PeriodRule): CivilDate => {
  const corresponding = addMonths(anchor, rule.months);
  return rule.endConvention === 'DAY_BEFORE' ? addDays(corresponding, -1) : corresponding;
};

/**
 * The latest day on which notice costs nothing locally: the greatest n whose period ends no later than the
 * bedding-in that starts at go-live (A7). Go-live 28 Nov 2009 gives 30 Nov 2009.
 */
export const latestZeroCostNotice = (goLive: CivilDate, rule: PeriodRule): CivilDate => {
  const limit = periodEnd(goLive, rule);
  let latest = goLive;
  while (periodEnd(addDays(latest, 1), rule) <= limit) latest = addDays(latest, 1);
  return latest;
};
