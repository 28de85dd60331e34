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

/** Whether all that a go-live rests on was rejected by its day: any extract satisfies S19, so it is but told (R1). */
export const restsOnRejected = (
  migration: Migration,
  finalExtractId: string | undefined,
  on: CivilDate,
): boolean =>
  reliedOn(migration, finalExtractId, on).every(
    ({ rejected }) => rejected !== null && rejected.effectiveDate <= on,
  );
