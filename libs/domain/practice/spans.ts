import { LATEST, type CivilDate } from '../calendar/dates.js';

/** Days from one to another, both inclusive; `until` null is open. */
export interface Span {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** Whether the day is one of a span's. */
export const hasDay = ({ from, until }: Span, on: CivilDate): boolean =>
  from <= on && (until === null || on <= until);

/** Whether two spans have a day in common. */
export const meet = (one: Span, other: Span): boolean =>
  one.from <= (other.until ?? LATEST) && other.from <= (one.until ?? LATEST);

/** Days from an effective date to a last day, both inclusive; null is open. */
export interface Lasting {
  readonly effectiveDate: CivilDate;
  readonly until: CivilDate | null;
}

/** Whether the day is one of them. */
export const isWithin = ({ effectiveDate: from, until }: Lasting, on: CivilDate): boolean =>
  hasDay({ from, until }, on);
