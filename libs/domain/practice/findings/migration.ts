import { daysBetween, type CivilDate } from '../../calendar/dates.js';
import { decisionOn } from '../decision-status.js';
import { liveBy } from '../delivery-view.js';
import { orderOn } from '../order-span.js';
import { isWithoutSystemOn, selectionOn } from '../selection-view.js';
import { isClosedOn, standsOn, type GoLive, type Migration } from '../state.js';
import { daysText, type Find, type Finding } from './finding.js';

/** What the open migration waits for, and what each go-live lacked: A27, F2, S17, A17. */
export const migrationFindings: Find = (state, _reference, on) =>
  state.migrations
    .filter(({ request }) => request.effectiveDate <= on)
    .flatMap((migration) => {
      const goLive = liveBy(migration, on);
      if (goLive) return standsOn(goLive, on) ? liveFindings(migration, goLive, on) : [];
      return isClosedOn(migration, on)
        ? []
        : [...businessCaseFindings(migration, on), ...selectionFindings(migration, on)];
    });

const businessCaseFindings = (migration: Migration, on: CivilDate): readonly Finding[] => {
  const status = decisionOn(migration, on);
  const { effectiveDate: requestedOn, eventId } = migration.request;
  if (status === 'BC_UNDECIDED')
    return [
      {
        code: 'BUSINESS_CASE_UNDECIDED',
        rule: 'A27',
        message: `The PCT has not said for ${daysText(daysBetween(requestedOn, on))} whether it needs a business case; silence is not a waiver.`,
        events: [eventId],
      },
    ];
  const required = migration.steps.findLast(
    ({ type, effectiveDate }) => type === 'BusinessCaseRequired' && effectiveDate <= on,
  );
  if (!required) return [];
  const { date: dueBy } = required;
  if (dueBy === null || on <= dueBy || (status !== 'BC_REQUIRED' && status !== 'BC_RETURNED')) return [];
  return [
    {
      code: 'BUSINESS_CASE_OVERDUE',
      rule: 'A27',
      message: `The business case was due by ${dueBy}, ${daysText(daysBetween(dueBy, on))} ago.`,
      events: [required.eventId],
    },
  ];
};

const selectionFindings = (migration: Migration, on: CivilDate): readonly Finding[] => {
  const selection = selectionOn(migration, on);
  if (!selection || !isWithoutSystemOn(migration, on)) return [];
  return [
    {
      code: 'NO_SUITABLE_SYSTEM',
      rule: 'F2',
      message: `No suitable system was found on ${selection.endedOn}: start the selection again with other candidates, select the LSP solution, or abandon the migration.`,
      events: selection.events,
    },
  ];
};

const liveFindings = (migration: Migration, goLive: GoLive, on: CivilDate): readonly Finding[] => {
  const { plannedDate, selected } = migration;
  const findings: Finding[] = [];
  if (plannedDate === null)
    findings.push({
      code: 'NO_PLANNED_DATE',
      rule: 'S17',
      message: `The go-live of ${goLive.on} had no planned date of PCT, practice and supplier.`,
      events: goLive.events,
    });
  if (selected?.kind !== 'LSP' && !orderOn(migration, on))
    findings.push({
      code: 'NO_ORDER',
      rule: 'A17',
      message: `No order is on the Tracking Database since the go-live of ${goLive.on}: ${goLive.targetInstanceId} has no central funding.`,
      events: goLive.events,
      instanceId: goLive.targetInstanceId,
    });
  return findings;
};
