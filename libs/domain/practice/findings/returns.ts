import type { CivilDate } from '../../calendar/dates.js';
import { noticeEnd } from '../notice-end.js';
import { retentionSpans } from '../retention-span.js';
import { noticeFor } from '../service-span.js';
import { goLiveFrom, type GoLive, type PracticeState } from '../state.js';
import type { Find, Finding } from './finding.js';

/** What still ends, or still charges for, a system that the practice returned to, by a rollback or by a go-live (A20). */
export const returnFindings: Find = (state, _reference, on) =>
  returns(state, on).flatMap((back) => [
    ...noticeAfterReturn(back, state, on),
    ...retentionAfterReturn(back, state, on),
  ]);

/** How a system came to be the practice's own again. */
interface Return {
  readonly instanceId: string;
  readonly returnedOn: CivilDate;
  readonly how: 'ROLLBACK' | 'RETURN';
  readonly events: readonly string[];
}

/** The latest return by a day to each system that the practice has not left again since. */
const returns = (state: PracticeState, on: CivilDate): readonly Return[] => {
  const all = state.migrations.flatMap(({ goLive }) => {
    if (!goLive || on < goLive.on) return [];
    const back = returnBy(goLive, on);
    const leftBy = goLiveFrom(state, back.instanceId, on);
    return leftBy && leftBy !== goLive ? [] : [back];
  });
  return all.filter(
    (back) =>
      !all.some((other) => other.instanceId === back.instanceId && back.returnedOn < other.returnedOn),
  );
};

const returnBy = (goLive: GoLive, on: CivilDate): Return => {
  const { rolledBack, sourceInstanceId, targetInstanceId } = goLive;
  return rolledBack && rolledBack.effectiveDate <= on
    ? {
        instanceId: sourceInstanceId,
        returnedOn: rolledBack.effectiveDate,
        how: 'ROLLBACK',
        events: [rolledBack.eventId],
      }
    : { instanceId: targetInstanceId, returnedOn: goLive.on, how: 'RETURN', events: goLive.events };
};

/** A notice to the system that the practice returned to must be withdrawn (A20). */
const noticeAfterReturn = (
  { instanceId, returnedOn, how, events }: Return,
  state: PracticeState,
  on: CivilDate,
): readonly Finding[] => {
  const notice = noticeFor(state, instanceId, on);
  const endsOn = notice ? noticeEnd(state, notice) : null;
  if (!notice || endsOn === null || returnedOn < notice.effectiveDate) return [];
  return [
    {
      code: `NOTICE_AFTER_${how}`,
      rule: 'A20',
      message: `The practice returned to ${instanceId} on ${returnedOn}, and the notice of ${notice.effectiveDate} still ends its service on ${endsOn}: withdraw it.`,
      events: [...events, notice.eventId],
      instanceId,
    },
  ];
};

/** An option is not part of a system's life and is charged to its own end (R6), in use again or not: it is to be ended. */
const retentionAfterReturn = (
  { instanceId, returnedOn, events }: Return,
  state: PracticeState,
  on: CivilDate,
): readonly Finding[] =>
  retentionSpans(state, instanceId)
    .filter(({ retention, until }) => {
      const { option, effectiveDate, endedOn } = retention;
      const isSeenTo = endedOn !== null && returnedOn <= endedOn && endedOn <= on;
      return option !== 'FULL' && effectiveDate <= returnedOn && on <= (until ?? '9999') && !isSeenTo;
    })
    .map(({ retention: { option, effectiveDate, eventId }, from, until }) => ({
      code: 'RETENTION_AFTER_RETURN',
      rule: 'A20',
      message: `The practice returned to ${instanceId} on ${returnedOn}, and the option ${option} ordered on ${effectiveDate} to keep it is charged from ${from} ${until === null ? 'on without end' : `to ${until}`}: end it.`,
      events: [...events, eventId],
      instanceId,
    }));
