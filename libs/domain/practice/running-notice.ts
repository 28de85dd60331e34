import { accept, nothing, type Refused } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { noticeEnd } from './notice-end.js';
import { noticeFor, serviceSpanOn } from './service-span.js';
import { standingRetention, type Notice, type PracticeState } from './state.js';

/** The notice that stands and was given by that day; else INSTANCE_UNKNOWN or NO_NOTICE_RUNNING. */
const givenNotice = (state: PracticeState, instanceId: string, on: string): Notice | Refused => {
  if (!state.instances[instanceId]) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const notice = noticeFor(state, instanceId, on);
  return notice && notice.effectiveDate <= on ? notice : refuse('NO_NOTICE_RUNNING', { instanceId, on });
};

/** The notice of an actor's own system: of another's nothing is told, not even that none runs (I8, NOT_YOUR_SYSTEM). */
const ownNotice = (
  state: PracticeState,
  instanceId: string,
  on: string,
  { org }: Actor,
): Notice | Refused => {
  const supplier = state.instances[instanceId]?.supplier ?? org;
  return supplier === org ? givenNotice(state, instanceId, on) : refuse('NOT_YOUR_SYSTEM', { org });
};

/**
 * Extends a running notice to an explicit later day, on or before its present end (S35, A9). Refuses
 * INSTANCE_UNKNOWN, NO_NOTICE_RUNNING, SERVICE_ALREADY_ENDED, EXTENSION_NOT_LATER.
 * @rule S35
 */
export const extendNotice: Decide<'extend-notice'> = (body, state) => {
  const { instanceId, effectiveDate: on, newEndsOn } = body;
  const notice = givenNotice(state, instanceId, on);
  if ('refusal' in notice) return notice;
  const endsOn = noticeEnd(state, notice);
  if (endsOn === null || endsOn < on) return refuse('NO_NOTICE_RUNNING', { instanceId, on });
  const end = serviceSpanOn(state, instanceId, on)?.serviceEnd?.effectiveDate;
  if (end !== undefined && end < on) return refuse('SERVICE_ALREADY_ENDED', { instanceId, on: end });
  if (newEndsOn <= endsOn) return refuse('EXTENSION_NOT_LATER', { endsOn });
  const retainedFrom = standingRetention(state, instanceId)?.from;
  const isEarly = retainedFrom !== undefined && retainedFrom <= newEndsOn;
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
 * Withdraws the notice that stands, with the consent of the supplier that it was given to (R2): the source runs on,
 * and a new notice may be given later. It is judged on its day, like every act (R10); not after the notice's end, when
 * there is nothing left to run on (F8). Refuses INSTANCE_UNKNOWN, NO_NOTICE_RUNNING, SERVICE_ALREADY_ENDED,
 * NOTICE_ALREADY_ENDED, DATE_ORDER.
 * @rule F8
 */
export const withdrawNotice: Decide<'withdraw-notice'> = (body, state) => {
  const { instanceId, effectiveDate: on } = body;
  const notice = givenNotice(state, instanceId, on);
  if ('refusal' in notice) return notice;
  const end = serviceSpanOn(state, instanceId, on)?.serviceEnd?.effectiveDate;
  if (end !== undefined) return refuse('SERVICE_ALREADY_ENDED', { instanceId, on: end });
  const endsOn = noticeEnd(state, notice);
  if (endsOn !== null && endsOn < on) return refuse('NOTICE_ALREADY_ENDED', { instanceId, endsOn });
  const extendedOn = notice.extensions.at(-1)?.effectiveDate;
  if (extendedOn !== undefined && on < extendedOn)
    return refuse('DATE_ORDER', { what: `The notice was extended on ${extendedOn}, after ${on}.` });
  return accept({ type: 'NoticeWithdrawn', payload: { ...body, noticeId: notice.noticeId } });
};

/**
 * The supplier says on which day it received the notice (A6); by a policy of that basis the minimum then counts from
 * there, and the end with it where none was asked for (R9). The same day again: nothing. Refuses INSTANCE_UNKNOWN, NOT_YOUR_SYSTEM, NO_NOTICE_RUNNING,
 * NOTICE_ALREADY_ACKNOWLEDGED, DATE_ORDER.
 */
export const acknowledgeNotice: Decide<'acknowledge-notice'> = (body, state, { actor }) => {
  const { instanceId, effectiveDate: on, receivedOn } = body;
  const notice = ownNotice(state, instanceId, on, actor);
  if ('refusal' in notice) return notice;
  const before = notice.acknowledged?.receivedOn;
  if (before === receivedOn) return nothing;
  if (before !== undefined) return refuse('NOTICE_ALREADY_ACKNOWLEDGED', { instanceId, receivedOn: before });
  if (receivedOn < notice.effectiveDate || on < receivedOn)
    return refuse('DATE_ORDER', {
      what: `Notice given on ${notice.effectiveDate} cannot have been received on ${receivedOn}, as said on ${on}.`,
    });
  return accept({ type: 'NoticeAcknowledged', payload: { ...body, noticeId: notice.noticeId } });
};

/**
 * The supplier disputes the day on which notice is on record as given; that moves no clock (A6). Refuses
 * INSTANCE_UNKNOWN, NOT_YOUR_SYSTEM, NO_NOTICE_RUNNING.
 */
export const disputeNotice: Decide<'dispute-notice'> = (body, state, { actor }) => {
  const notice = ownNotice(state, body.instanceId, body.effectiveDate, actor);
  if ('refusal' in notice) return notice;
  return accept({ type: 'NoticeDateDisputed', payload: { ...body, noticeId: notice.noticeId } });
};
