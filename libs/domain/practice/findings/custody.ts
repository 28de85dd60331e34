import type { CivilDate } from '../../calendar/dates.js';
import type { Reference } from '../../reference.js';
import { openFailure } from '../audit-access.js';
import { custodyOn } from '../custody.js';
import { mediaReview } from '../media-review.js';
import { retentionSpans } from '../retention-span.js';
import type { PracticeState } from '../state.js';
import type { Find, Finding } from './finding.js';

/** What keeps an old system's audit trail out of reach: X6, A26, F9. */
export const custodyFindings: Find = (state, reference, on) =>
  Object.keys(state.instances).flatMap((instanceId) => [
    ...notHeld(instanceId, state, on),
    ...reviewDue(instanceId, state, reference, on),
    ...notDelivered(instanceId, state, on),
    ...outlivesData(instanceId, state, on),
  ]);

const notHeld = (instanceId: string, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const custody = custodyOn(state, instanceId, on);
  if (custody?.basis !== 'GAP') return [];
  return [
    {
      code: 'NO_DATA_HOLDER',
      rule: 'X6',
      message: `Nobody is on record as holding the data and audit trail of ${instanceId} since ${custody.from}: record who does.`,
      events: custody.events,
      instanceId,
    },
  ];
};

const reviewDue = (
  instanceId: string,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const review = mediaReview(state, reference, instanceId, on);
  if (!review || on < review.dueBy) return [];
  return [
    {
      code: 'MEDIA_REVIEW_DUE',
      rule: 'A26',
      message: `Whether the media of ${instanceId} can still be read was to be seen by ${review.dueBy}: record who holds them, and until when that is good.`,
      events: review.events,
      instanceId,
      dueBy: review.dueBy,
    },
  ];
};

/** A gap until the audit trail is given out, or another option is chosen (F9). */
const notDelivered = (instanceId: string, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const failure = openFailure(state, instanceId, on);
  if (!failure) return [];
  const cause = failure.cause.toLowerCase().replaceAll('_', ' ');
  return [
    {
      code: 'AUDIT_ACCESS_GAP',
      rule: 'F9',
      message: `The audit trail of ${instanceId} was asked for and not given out on ${failure.effectiveDate}: ${cause}. Have it given out, or choose another option.`,
      events: [failure.requestId, failure.eventId],
      instanceId,
    },
  ];
};

/** An option is charged until somebody ends it, and nothing is left that it could give access to (X6). */
const outlivesData = (instanceId: string, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const destroyed = state.destroyed[instanceId];
  if (!destroyed || on < destroyed.effectiveDate) return [];
  return retentionSpans(state, instanceId)
    .filter(({ until }) => on <= (until ?? '9999'))
    .map(({ retention: { option, eventId }, until }) => ({
      code: 'RETENTION_TO_REVIEW',
      rule: 'X6',
      message: `The data and audit trail of ${instanceId} were destroyed on ${destroyed.effectiveDate}, and the option ${option} is ordered ${until === null ? 'without end' : `until ${until}`}: end it.`,
      events: [eventId, destroyed.eventId],
      instanceId,
    }));
};
