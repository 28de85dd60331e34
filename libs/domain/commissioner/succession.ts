import type { CivilDate } from '../calendar/dates.js';
import { commissionerIn, type Reference } from '../reference.js';

/** For which practice a succession is asked, and by which day it must have come. */
export interface SuccessionScope {
  readonly ods: string;
  readonly by: CivilDate;
  readonly reference: Reference;
}

/** Whether `org` has succeeded commissioner `of` for the practice by that day, directly or through others (I2, R4). */
export const hasSucceeded = (org: string, of: string, scope: SuccessionScope): boolean =>
  isAfter(org, of, scope, []);

/** `seen` keeps successions that lead back from being followed for ever. */
const isAfter = (org: string, of: string, scope: SuccessionScope, seen: readonly string[]): boolean =>
  !seen.includes(of) &&
  commissionerIn(scope.reference, of)
    .successions.filter(
      ({ legalDate, practices }) =>
        legalDate <= scope.by && (practices === null || practices.includes(scope.ods)),
    )
    .some(({ to }) => to === org || isAfter(org, to, scope, [...seen, of]));
