import type { CivilDate } from '../../calendar/dates.js';
import { liveBy } from '../delivery-view.js';
import { noticeFor } from '../service-span.js';
import { sourceRolledBackBy } from '../migration-source.js';
import { ordersStandingOn, selectedOn } from '../order-span.js';
import { goLiveFrom, isClosedOn, type Migration, type PracticeState } from '../state.js';
import { isOpenOn, type Find, type Finding } from './finding.js';

/** What a rollback, a retraction, an abandonment or the practice's closure leaves to be done: A20, F5, F7, F10. */
export const exitFindings: Find = (state, _reference, on) =>
  state.migrations.flatMap((migration) => [
    ...restsOnRetracted(migration, state, on),
    ...mediaHeld(migration, endedBy(migration, state, on)),
    ...ordersStand(migration, endedBy(migration, state, on), on),
    ...sourceGone(migration, state, on),
  ]);

/** Notice and retention of a source whose go-live never happened stay on record, to be looked at (F7). */
const restsOnRetracted = (
  { retracted }: Migration,
  state: PracticeState,
  on: CivilDate,
): readonly Finding[] =>
  retracted.slice(-1).flatMap(({ goLive: { sourceInstanceId: instanceId }, by }) => {
    if (goLiveFrom(state, instanceId)) return [];
    const notice = noticeFor(state, instanceId);
    const retention = state.retentions.filter((one) => one.instanceId === instanceId);
    return [...(notice && !notice.contingentOn ? [notice] : []), ...retention]
      .filter(({ effectiveDate }) => effectiveDate <= on)
      .map((entry) => ({
        code: 'GO_LIVE_RETRACTED' as const,
        rule: 'F7',
        message: `The ${entry === notice ? 'notice' : 'retention order'} of ${entry.effectiveDate} for ${instanceId} rests on a go-live that was retracted on ${by.effectiveDate}: review it.`,
        events: [by.eventId, entry.eventId],
        instanceId,
      }));
  });

/** How a migration ended without a go-live, and the event that ended it: given up (F5), or over with its practice (F10). */
interface Ended {
  readonly how: string;
  readonly rule: 'F5' | 'F10';
  readonly eventId: string;
}

const endedBy = (migration: Migration, state: PracticeState, on: CivilDate): Ended | null => {
  const { abandoned, status } = migration;
  if (!isClosedOn(migration, on)) return null;
  if (abandoned)
    return {
      how: `The migration was abandoned on ${abandoned.effectiveDate}`,
      rule: 'F5',
      eventId: abandoned.eventId,
    };
  return status === 'OPEN' && state.closedBy !== null
    ? {
        how: `The migration ended with the practice on ${state.closedOn}`,
        rule: 'F10',
        eventId: state.closedBy,
      }
    : null;
};

/** The orders of a migration that ended, or for a system that another one replaced, are to be cancelled, with any charge (F5). */
const ordersStand = (migration: Migration, ended: Ended | null, on: CivilDate): readonly Finding[] => {
  const selected = selectedOn(migration, on);
  if (!selected) return [];
  const {
    how,
    rule,
    eventId: since,
  } = ended ?? {
    how: `${selected.productId} was selected on ${selected.effectiveDate}`,
    rule: 'F5',
    eventId: selected.eventId,
  };
  return ordersStandingOn(migration, on)
    .filter(({ productId }) => ended || productId !== selected.productId)
    .map(({ trackingRef, productId, eventId }) => ({
      code: 'ORDER_NOT_CANCELLED',
      rule,
      message: `${how}, and the order ${trackingRef} for ${productId} still stands on the Tracking Database: cancel it.`,
      events: [since, eventId],
    }));
};

/** An open migration whose source was rolled back goes on from the system returned to, unless it is abandoned (A20). */
const sourceGone = (migration: Migration, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const { request } = migration;
  const isOver = liveBy(migration, on) !== null || isClosedOn(migration, on) || !isOpenOn(state, on);
  const rolledBack = isOver ? undefined : sourceRolledBackBy(migration, state, on);
  if (!rolledBack || on < request.effectiveDate) return [];
  const { sourceInstanceId: instanceId, targetInstanceId, effectiveDate } = rolledBack;
  const isBackOnIt = selectedOn(migration, on)?.productId === state.instances[instanceId]?.productId;
  const remedy = isBackOnIt
    ? 'which is the system that it was to move to: select another, or abandon it'
    : 'from which it now moves: go on with it, or abandon it';
  return [
    {
      code: 'SOURCE_ROLLED_BACK',
      rule: 'A20',
      message: `The migration requested on ${request.effectiveDate} was to leave ${targetInstanceId}, and the practice returned from that on ${effectiveDate} to ${instanceId}, ${remedy}.`,
      events: [request.eventId, rolledBack.eventId],
      instanceId,
    },
  ];
};

/** Of a migration that ended, the media that nothing is said of (F5). */
const mediaHeld = ({ abandoned, extracts }: Migration, ended: Ended | null): readonly Finding[] => {
  if (!ended) return [];
  const { how, rule, eventId: since } = ended;
  const disposed = new Set(abandoned?.mediaDisposal?.map(({ extractId }) => extractId));
  return extracts
    .filter(({ eventId }) => !disposed.has(eventId))
    .map(({ eventId, mediaRef, effectiveDate }) => ({
      code: 'EXTRACT_MEDIA_HELD',
      rule,
      message: `${how}, and nothing is on record of what became of ${mediaRef}, the extract of ${effectiveDate}.`,
      events: [since, eventId],
    }));
};
