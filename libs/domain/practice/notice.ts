import { accept, nothing, type Refused } from '../decision.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide, DecisionContext } from './decider.js';
import type { PayloadOf } from './events.js';
import { retentionOrder } from './retention.js';
import { retentionSpans } from './retention-span.js';
import {
  goLiveFrom,
  lastServiceDay,
  lifeStart,
  noticeFor,
  rollbackFrom,
  standingRetention,
  type GoLive,
  type PracticeState,
} from './state.js';
import { earliestNoticeEnd } from './wind-down.js';

/**
 * Gives the previous supplier notice of one instance (S34, A30), with the retention order where it is sent along:
 * both or neither (S36). Left without an end, it ends at the minimum (R9), by the policy in force on the day of
 * notice. Refuses INSTANCE_UNKNOWN, GO_LIVE_MISSING, NOTICE_BEFORE_GO_LIVE (A5), INSTANCE_NOT_IN_LIFE,
 * NOTICE_RUNNING (I9), NOTICE_WHILE_FULL (I10), NOTICE_TOO_SHORT (I8), and what the retention order is refused for.
 */
export const giveNotice: Decide<'give-notice'> = (body, state, context) => {
  const { instanceId, method, retention, endsOn: asked, ...common } = body;
  const { effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const goLive = goLiveFrom(state, instanceId);
  if (!goLive) return refuse('GO_LIVE_MISSING', { with: ` that leaves ${instanceId}` });
  const refused = noticeRefusal(body, state, goLive);
  if (refused) return refused;
  const earliestEndsOn = earliestNoticeEnd(on, goLive.on, context.policy);
  const endsOn = asked ?? earliestEndsOn;
  if (endsOn < earliestEndsOn) return refuse('NOTICE_TOO_SHORT', { on, earliestEndsOn });
  const notice: PayloadOf<'NoticeGiven'> = {
    ...common,
    noticeId: context.eventId(0),
    instanceId,
    supplier: instance.supplier,
    method,
    minMonths: context.policy.parameters['period.months'],
    endsOn,
    earliestEndsOn,
  };
  if (!retention) return accept({ type: 'NoticeGiven', payload: notice });
  const order = retentionOrder(
    { ...common, instanceId, ...retention },
    withNotice(state, notice, context),
    context,
  );
  if ('refusal' in order) return order;
  return accept({ type: 'NoticeGiven', payload: notice }, { type: 'RetentionOrdered', payload: order });
};

/**
 * Extends a running notice to an explicit later day, on or before its present end (S35, A9). Refuses
 * INSTANCE_UNKNOWN, NO_NOTICE_RUNNING, SERVICE_ALREADY_ENDED, EXTENSION_NOT_LATER.
 */
export const extendNotice: Decide<'extend-notice'> = (body, state) => {
  const { instanceId, effectiveDate: on, newEndsOn } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const notice = noticeFor(state, instanceId);
  if (!notice || on < notice.effectiveDate || notice.currentEndsOn < on)
    return refuse('NO_NOTICE_RUNNING', { instanceId, on });
  const end = instance.serviceEnd?.effectiveDate;
  if (end !== undefined && end < on) return refuse('SERVICE_ALREADY_ENDED', { instanceId, on: end });
  if (newEndsOn <= notice.currentEndsOn)
    return refuse('EXTENSION_NOT_LATER', { endsOn: notice.currentEndsOn });
  const isEarly = (standingRetention(state, instanceId)?.from ?? '9999') <= newEndsOn;
  return accept({
    type: 'NoticeExtended',
    payload: {
      ...body,
      ...(isEarly && { flags: ['RETENTION_BEFORE_SERVICE_END'] }),
      noticeId: notice.noticeId,
    },
  });
};

/**
 * Records the last day of an instance's service, by its own supplier or the PCT; it replaces the notice's end,
 * earlier or later (R8), but not the day of a rollback (A20). The same day again: nothing. Refuses INSTANCE_UNKNOWN, NOT_YOUR_SYSTEM,
 * SERVICE_ALREADY_ENDED, INSTANCE_NOT_IN_LIFE.
 */
export const endSourceService: Decide<'end-source-service'> = (body, state, { actor }) => {
  const { instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (actor.role === 'SUP' && actor.org !== instance.supplier)
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const end = (instance.serviceEnd ?? rollbackFrom(state, instanceId))?.effectiveDate;
  if (end === on) return nothing;
  if (end !== undefined) return refuse('SERVICE_ALREADY_ENDED', { instanceId, on: end });
  if ((lifeStart(state, instance) ?? '9999') > on) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  return accept({ type: 'SourceServiceEnded', payload: body });
};

const noticeRefusal = (
  { instanceId, effectiveDate: on }: BodyOf<'give-notice'>,
  state: PracticeState,
  goLive: GoLive,
): Refused | undefined => {
  if (on < goLive.on) return refuse('NOTICE_BEFORE_GO_LIVE', { on, goLive: goLive.on });
  const lastDay = lastServiceDay(state, instanceId);
  if (lastDay !== null && lastDay < on) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  if (lastDay !== null && noticeFor(state, instanceId))
    return refuse('NOTICE_RUNNING', { instanceId, endsOn: lastDay });
  const full = retentionSpans(state, instanceId).find(
    ({ retention, until }) => retention.option === 'FULL' && (until === null || on <= until),
  );
  return full && refuse('NOTICE_WHILE_FULL', { instanceId, from: full.from });
};

/** The state in which the retention order is judged: with the notice that it comes with. */
const withNotice = (
  state: PracticeState,
  notice: PayloadOf<'NoticeGiven'>,
  { now, actor, eventId }: DecisionContext,
): PracticeState => ({
  ...state,
  notices: [
    ...state.notices,
    {
      ...notice,
      eventId: eventId(0),
      recordedAt: now,
      recordedBy: actor,
      currentEndsOn: notice.endsOn,
      extensions: [],
    },
  ],
});
