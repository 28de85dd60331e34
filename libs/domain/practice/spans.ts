import type { CivilDate } from '../calendar/dates.js';

/** Days from an effective date to a last day, both inclusive; null is open. */
export interface Lasting {
  readonly effectiveDate: CivilDate;
  readonly until: CivilDate | null;
}

/** Whether the day is one of them. */
export const isWithin = ({ effectiveDate, until }: Lasting, on: CivilDate): boolean =>
  effectiveDate <= on && (until === null || on <= until);
