import { addMonths, laterOf, type CivilDate } from '../calendar/dates.js';
import { policyOn } from '../policy/state.js';
import type { Reference } from '../reference.js';
import { custodyOn } from './custody.js';
import { retentionSpans } from './retention-span.js';
import type { PracticeState } from './state.js';
import { hasDay } from './spans.js';

/** By when somebody is to see whether the media of an old system can still be read, and what says so (A26). */
export interface MediaReview {
  readonly dueBy: CivilDate;
  /** The policy set by whose months the day is told (B3); null where the holder on record says it. */
  readonly policyVersion: string | null;
  readonly events: readonly string[];
}

/**
 * The review that is due next, as of a day: as the holder on record says, else the policy's months after that record,
 * or after the start of an option that lasts only while the media can be read; null where neither asks for one. A new
 * record of the holder is how a review is put on record.
 */
export const mediaReview = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  on: CivilDate,
): MediaReview | null => {
  const custody = custodyOn(state, instanceId, on);
  if (custody?.basis === 'SERVICE' || custody?.basis === 'DESTROYED') return null;
  const { recorded } = custody ?? {};
  if (recorded?.reviewBy !== undefined)
    return { dueBy: recorded.reviewBy, policyVersion: null, events: [recorded.eventId] };
  const option = retentionSpans(state, instanceId).find(
    (span) => hasDay(span, on) && span.retention.priceSnapshot?.availability.kind === 'WHILE_MEDIA_READABLE',
  );
  const policy = option && policyOn(reference.policy, option.retention.effectiveDate);
  if (!option || !policy) return null;
  const seenOn = recorded ? laterOf(recorded.effectiveDate, option.from) : option.from;
  return {
    dueBy: addMonths(seenOn, policy.parameters['retention.mediaReviewMonths']),
    policyVersion: policy.version,
    events: [option.retention.eventId, ...(recorded ? [recorded.eventId] : [])],
  };
};
