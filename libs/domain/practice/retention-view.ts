import type { CivilDate } from '../calendar/dates.js';
import type { RetentionOption } from '../fields.js';
import type { Reference } from '../reference.js';
import { mediaReview } from './media-review.js';
import type { Fact } from './migration-view.js';
import { retentionSpans } from './retention-span.js';
import { hasDay } from './spans.js';
import type { PracticeState } from './state.js';

/** A retention option that was ordered by the day; `from` is null while the service has no end to start after (R9). */
export interface RetentionView extends Fact {
  readonly instanceId: string;
  readonly option: RetentionOption;
  readonly orderedOn: CivilDate;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  readonly payer: 'COMMISSIONER' | 'PRACTICE';
  /** By when the media are to be looked at, where the option lasts only while they can be read (A26). */
  readonly reviewBy: CivilDate | null;
  /** The policy set by whose months `reviewBy` is told (B3); null where the holder on record says the day, or none is. */
  readonly policyVersion: string | null;
}

/** Every option that was ordered by the day, in the order of their recording. */
export const retentionViews = (
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly RetentionView[] =>
  state.retentions
    .filter(({ effectiveDate }) => effectiveDate <= on)
    .map((retention) => {
      const { instanceId, option, effectiveDate, payer, lastDay, eventId } = retention;
      const span = retentionSpans(state, instanceId).find((one) => one.retention === retention);
      const review = span && hasDay(span, on) ? mediaReview(state, reference, instanceId, on) : null;
      return {
        instanceId,
        option,
        orderedOn: effectiveDate,
        from: span?.from ?? null,
        until: span ? span.until : lastDay,
        payer,
        reviewBy: review?.dueBy ?? null,
        policyVersion: review?.policyVersion ?? null,
        rule: 'S28',
        events: [eventId, retention.endedBy, retention.replacedBy].flatMap((id) => id ?? []),
      };
    });
