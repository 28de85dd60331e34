import { daysBetween, type CivilDate } from '../../calendar/dates.js';
import { accruedBy, exposureIfNotice } from '../../funding/exposure.js';
import type { Reference } from '../../reference.js';
import { noticeEnd, noticeEvents } from '../notice-end.js';
import { lastServiceDay, noticeFor, noticeStandingOn, serviceSpanOn } from '../service-span.js';
import { isStillLeft, type GoLive, type Notice, type PracticeState } from '../state.js';
import { auditAccessOn } from '../audit-access.js';
import { noticesOn } from '../notice-view.js';
import { daysText, instancesInLife, type Find, type Finding } from './finding.js';

/** What the wind-down of each source that was left still lacks, and whose notice is disputed: A10, A19, R8, A6, F10. */
export const windDownFindings: Find = (state, reference, on) => [
  ...state.migrations
    .flatMap(({ goLive }) => (goLive && goLive.on <= on && isStillLeft(goLive, state, on) ? [goLive] : []))
    .flatMap((goLive) => [
      ...noNotice(goLive, state, reference, on),
      ...unfitNotice(goLive, state, reference, on),
      ...noServiceEnd(goLive, state, on),
    ]),
  ...disputedNotices(state, on),
  ...inServiceAfterClosure(state, on),
];

/** A disputed day stands until it is corrected, the supplier acknowledges the notice, or it is withdrawn (A6). */
const disputedNotices = (state: PracticeState, on: CivilDate): readonly Finding[] =>
  Object.keys(state.instances).flatMap((instanceId) => {
    const notice = noticeStandingOn(state, instanceId, on);
    const dispute = notice?.disputes.findLast(({ effectiveDate }) => effectiveDate <= on);
    if (!notice || !dispute || isSettled(notice, dispute, state, on)) return [];
    const claim = dispute.claimedOn === undefined ? '' : `, and says ${dispute.claimedOn}`;
    return [
      {
        code: 'NOTICE_DATE_DISPUTED',
        rule: 'A6',
        message: `${notice.supplier} disputes that notice for ${instanceId} was given on ${notice.effectiveDate}${claim}: ${dispute.grounds}`,
        events: [notice.eventId, dispute.eventId],
        instanceId,
      },
    ];
  });

const isSettled = (
  { eventId, acknowledged }: Notice,
  dispute: { readonly effectiveDate: CivilDate },
  { corrections }: PracticeState,
  on: CivilDate,
): boolean =>
  [
    ...corrections.filter(({ targetEventId }) => targetEventId === eventId),
    ...(acknowledged ? [acknowledged] : []),
  ].some(({ effectiveDate }) => dispute.effectiveDate <= effectiveDate && effectiveDate <= on);

const noNotice = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const { sourceInstanceId: instanceId } = goLive;
  const isGiven = noticeStandingOn(state, instanceId, on) !== undefined;
  const isOver = (lastServiceDay(state, instanceId, goLive.on) ?? '9999') < on;
  if (isGiven || isOver || auditAccessOn(state, instanceId, on) === 'FULL') return [];
  const ifNotice = exposureIfNotice(state, reference, instanceId, on);
  const accrued = accruedBy(state, reference, instanceId, on);
  if (!ifNotice || !accrued) return [];
  return [
    {
      code: 'NO_NOTICE_GIVEN',
      rule: 'A10',
      message: `No notice has been given for ${instanceId}: ${daysText(accrued.localDays)} of local cost so far; given on ${on} it would end on ${ifNotice.earliestEndsOn} at the earliest, with ${daysText(ifNotice.localDays)}.`,
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
  const notice = noticesOn(state, reference, goLive.sourceInstanceId, on).at(-1);
  if (!notice || notice.withdrawn || notice.endsOn === null || notice.earliestEndsOn === null) return [];
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
  if (givenOn < goLive.on && !noticeFor(state, instanceId, on)?.contingentOn)
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
  const { notice, serviceEnd } = serviceSpanOn(state, instanceId, goLive.on) ?? {};
  const endsOn = notice ? noticeEnd(state, notice) : null;
  if (!notice || endsOn === null || serviceEnd || on <= endsOn) return [];
  return [
    {
      code: 'SERVICE_END_NOT_RECORDED',
      rule: 'R8',
      message: `The notice for ${instanceId} ended on ${endsOn}, and no end of its service is on record.`,
      events: noticeEvents(state, notice),
      instanceId,
    },
  ];
};

/** A practice that has closed and has no successor uses no system any more: the end of each is to be recorded (F10). */
const inServiceAfterClosure = (state: PracticeState, on: CivilDate): readonly Finding[] => {
  const { closedOn, closedBy, successions } = state;
  if (closedOn === null || on <= closedOn || successions.length > 0) return [];
  return instancesInLife(state, on)
    .filter(({ instanceId }) => lastServiceDay(state, instanceId) === null)
    .map(({ instanceId, eventId }) => ({
      code: 'SERVICE_END_NOT_RECORDED',
      rule: 'F10',
      message: `The practice closed on ${closedOn}, and no end of the service of ${instanceId} is on record: record its end.`,
      events: [eventId, ...(closedBy === null ? [] : [closedBy])],
      instanceId,
    }));
};
