import type { CivilDate } from '../../calendar/dates.js';
import type { Entry, EventRef } from './entry.js';

/**
 * A commissioner's time with the practice: from `from` (joined) to `until`, both inclusive; null is open. `until` is
 * the last day on record, or the day before the next membership where that comes first.
 */
export interface Membership {
  readonly code: string;
  readonly from: CivilDate;
  /** The last day as its source states it. */
  readonly left: CivilDate | null;
  readonly until: CivilDate | null;
  readonly eventId: string;
}

/** A PCT-Practice Agreement: from its effective date to `until`, the last day, inclusive; null is open (X1). */
export interface PctPracticeAgreement extends Entry<'PctPracticeAgreementSigned'> {
  readonly until: CivilDate | null;
  readonly endedBy: string | null;
}

/** What a practice was merged or split into; it goes on where it is itself among them (F10). */
export interface PracticeSuccession extends EventRef {
  readonly kind: 'MERGER' | 'SPLIT';
  readonly into: readonly string[];
  readonly effectiveDate: CivilDate;
}
