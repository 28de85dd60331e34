import { daysBetween, type CivilDate } from '../../calendar/dates.js';
import { problemsOpenOn } from '../data-access.js';
import { liveBy } from '../delivery-view.js';
import { reliedOn, restsOnRejected } from '../extracts-relied-on.js';
import { isClosedOn, type Migration } from '../state.js';
import { daysText, type Find, type Finding } from './finding.js';

/** What the delivery of a migration leaves to be done: S21, S23, A18, R1. */
export const deliveryFindings: Find = (state, _reference, on) =>
  state.migrations.flatMap((migration) => {
    const isOver = isClosedOn(migration, on);
    return [
      ...problems(migration, on),
      ...(isOver ? [] : [...tapesWithoutReason(migration, on), ...reported(migration, on)]),
      ...(isOver ? [] : onRejected(migration, on)),
    ];
  });

const problems = (migration: Migration, on: CivilDate): readonly Finding[] =>
  problemsOpenOn(migration, on).map(({ raised, escalated }) => {
    const isNational = escalated !== null && escalated.effectiveDate <= on;
    const whose = isNational
      ? `with the national team since ${escalated.effectiveDate}`
      : 'not put to the national team';
    return {
      code: 'DATA_ACCESS_PROBLEM',
      rule: 'S23',
      message: `The problem with obtaining data that ${raised.recordedBy.org} raised on ${raised.effectiveDate} is open for ${daysText(daysBetween(raised.effectiveDate, on))}, ${whose}.`,
      events: [raised.eventId, ...(isNational ? [escalated.eventId] : [])],
      instanceId: raised.instanceId,
    };
  });

/**
 * Until go-live: another kind of extract may still be taken (S21).
 * @rule S21
 */
const tapesWithoutReason = (migration: Migration, on: CivilDate): readonly Finding[] => {
  if (liveBy(migration, on)) return [];
  return migration.extracts
    .filter(
      ({ kind, reason, effectiveDate }) =>
        kind === 'BACKUP_TAPE' && reason === undefined && effectiveDate <= on,
    )
    .map(({ mediaRef, effectiveDate, eventId }) => ({
      code: 'TAPE_WITHOUT_REASON',
      rule: 'S21',
      message: `The extract ${mediaRef} of ${effectiveDate} is a backup tape, and why is not on record: a documented data extract tells the new supplier how the data is structured, and makes it easier to translate it correctly.`,
      events: [eventId],
    }));
};

/** Practice or PCT is to declare what a supplier reported; where they declared another day, both are told (A18). */
const reported = (migration: Migration, on: CivilDate): readonly Finding[] => {
  const report = migration.reports.findLast(({ effectiveDate }) => effectiveDate <= on);
  const { goLive } = migration;
  if (!report || goLive?.on === report.effectiveDate) return [];
  const told = `${report.recordedBy.org} reported Business Go Live of ${report.effectiveDate}`;
  return [
    {
      code: 'GO_LIVE_REPORTED',
      rule: 'A18',
      message: goLive
        ? `${told}, and the go-live on record is of ${goLive.on}.`
        : `${told}: the practice or the PCT is to declare it.`,
      events: [report.eventId, ...(goLive?.events ?? [])],
    },
  ];
};

/** Any extract satisfies S19, but data that was rejected may not have arrived (R1). */
const onRejected = (migration: Migration, on: CivilDate): readonly Finding[] => {
  const goLive = liveBy(migration, on);
  if (!goLive || !restsOnRejected(migration, goLive.finalExtractId, goLive.on)) return [];
  const relied = reliedOn(migration, goLive.finalExtractId, goLive.on);
  return [
    {
      code: 'EXTRACT_REJECTED',
      rule: 'R1',
      message: `The go-live of ${goLive.on} rests on rejected extracts alone: ${relied.map(({ mediaRef }) => mediaRef).join(', ')}.`,
      events: [
        ...goLive.events,
        ...relied.flatMap(({ eventId, rejected }) => [eventId, ...(rejected ? [rejected.eventId] : [])]),
      ],
      instanceId: goLive.targetInstanceId,
    },
  ];
};
