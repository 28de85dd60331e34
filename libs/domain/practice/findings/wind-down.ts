import { daysBetween, type CivilDate } from '../../calendar/dates.js';
import { policyOn } from '../../policy/state.js';
import type { Reference } from '../../reference.js';
import { lastServiceDay, noticeFor, type GoLive, type PracticeState } from '../state.js';
import { auditAccessOn } from '../audit-access.js';
import { noticeOn } from '../notice-view.js';
import { beddingInAfter, earliestNoticeEnd, standsOn } from '../wind-down.js';
import { daysText, type Find, type Finding } from './finding.js';

/** What the wind-down of each source that was left still lacks: A10, A19, R8. */
export const windDownFindings: Find = (state, reference, on) =>
  state.migrations
    .flatMap(({ goLive }) => (goLive && goLive.on <= on && standsOn(goLive, on) ? [goLive] : []))
    .flatMap((goLive) => [
      ...noNotice(goLive, state, reference, on),
      ...unfitNotice(goLive, state, reference, on),
      ...noServiceEnd(goLive, state, on),
    ]);

const noNotice = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { sourceInstanceId: instanceId } = goLive;
  const beddingIn = beddingInAfter(goLive, state, reference);
  const policy = policyOn(reference.policy, on);
  const isGiven = (noticeFor(state, instanceId)?.effectiveDate ?? '9999') <= on;
  const isOver = (lastServiceDay(state, instanceId) ?? '9999') < on;
  if (!beddingIn || !policy || isGiven || isOver || auditAccessOn(state, instanceId, on) === 'FULL')
    return [];
  const earliest = earliestNoticeEnd(on, goLive.on, policy);
  const accrued = Math.max(0, daysBetween(beddingIn.lastFundedDay, on));
  const atLeast = Math.max(0, daysBetween(beddingIn.lastFundedDay, earliest));
  return [
    {
      code: 'NO_NOTICE_GIVEN',
      rule: 'A10',
      message: `No notice has been given for ${instanceId}: ${daysText(accrued)} of local cost so far; given on ${on} it would end on ${earliest} at the earliest, with ${daysText(atLeast)}.`,
      events: goLive.events,
      instanceId,
    },
  ];
};

/** Notices stay when go-live is corrected; what is short or early now is to be reviewed (A19). */
const unfitNotice = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const notice = noticeOn(goLive, state, reference, on);
  if (!notice) return [];
  const { instanceId, givenOn, endsOn, earliestEndsOn } = notice;
  const events = [...goLive.events, ...notice.events];
  const findings: Finding[] = [];
  if (endsOn < earliestEndsOn)
    findings.push({
      code: 'NOTICE_SHORT',
      rule: 'A19',
      message: `The notice for ${instanceId} ends on ${endsOn}, ${daysText(daysBetween(endsOn, earliestEndsOn))} before its minimum of ${earliestEndsOn}.`,
      events,
      instanceId,
    });
  if (givenOn < goLive.on)
    findings.push({
      code: 'NOTICE_EARLY',
      rule: 'A19',
      message: `The notice for ${instanceId} was given on ${givenOn}, before Business Go Live of ${goLive.on}.`,
      events,
      instanceId,
    });
  return findings;
};

const noServiceEnd = (goLive: GoLive, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const { sourceInstanceId: instanceId } = goLive;
  const notice = noticeFor(state, instanceId);
  if (!notice || state.instances[instanceId]?.serviceEnd || on <= notice.currentEndsOn) return [];
  return [
    {
      code: 'SERVICE_END_NOT_RECORDED',
      rule: 'R8',
      message: `The notice for ${instanceId} ended on ${notice.currentEndsOn}, and no end of its service is on record.`,
      events: [notice.eventId, ...notice.extensions.map(({ eventId }) => eventId)],
      instanceId,
    },
  ];
};
