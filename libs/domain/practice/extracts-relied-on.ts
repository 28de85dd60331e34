import type { CivilDate } from '../calendar/dates.js';
import type { Extract, Migration } from './state.js';

/** The extracts that a go-live of a day rests on: the final one where it is named, else all that were taken by then. */
export const reliedOn = (
  { extracts }: Migration,
  finalExtractId: string | undefined,
  on: CivilDate,
): readonly Extract[] => {
  const final = extracts.filter(({ eventId }) => eventId === finalExtractId);
  return final.length > 0 ? final : extracts.filter(({ effectiveDate }) => effectiveDate <= on);
};

/** A moment of Business Go Live: the day, and the London time of cutover where it is known (A31). */
export interface Moment {
  readonly on: CivilDate;
  readonly cutoverTime?: string | null | undefined;
}

/** The London time of a cutover, or the day where its time is not known. */
export const cutoverOf = ({ on, cutoverTime }: Moment): string => (cutoverTime ? `${on}T${cutoverTime}` : on);

/** Whether a London time is later than a cutover; on its day nothing is where its time is not known (I6). */
export const isAfterCutover = (at: string, moment: Moment): boolean => {
  const cutover = cutoverOf(moment);
  return at.slice(0, cutover.length) > cutover;
};

/** Whether all that a go-live rests on was rejected by its day: any extract satisfies S19, so it is but told (R1). */
export const restsOnRejected = (
  migration: Migration,
  finalExtractId: string | undefined,
  on: CivilDate,
): boolean =>
  reliedOn(migration, finalExtractId, on).every(
    ({ rejected }) => rejected !== null && rejected.effectiveDate <= on,
  );
