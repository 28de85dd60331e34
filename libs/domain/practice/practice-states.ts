import { addDays, type CivilDate } from '../calendar/dates.js';
import { longestRuns } from '../calendar/runs.js';
import type { Reference } from '../reference.js';
import { isRefusedOn, refusalCuts } from './decision-status.js';
import { isClosedOn, type Migration, type PracticeState } from './state.js';
import { windDownCuts, windDownOn } from './wind-down.js';

/** A practice's states, the one that goes before first. */
export const PRACTICE_STATES = [
  'CLOSED',
  'BEDDING_IN',
  'NOTICE_RUNNING',
  'NO_NOTICE_LOCAL_COST',
  'MIGRATING',
  'IN_SERVICE',
] as const;
export type PracticeStateName = (typeof PRACTICE_STATES)[number];

/** A run of days, both inclusive, with one state; `until` null is open. */
export interface PracticeStateInterval {
  readonly state: PracticeStateName;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * The practice's state on every day from its registration, or its first fact if that is earlier, on; empty while
 * nothing is on record. Of several that hold on a day the first of `PRACTICE_STATES` is told: CLOSED from the day
 * after closure; then the wind-down of a source that was left (S24 BEDDING_IN, S34 NOTICE_RUNNING, A10
 * NO_NOTICE_LOCAL_COST, each until its service ends, R8), also while a next migration is open (A21); MIGRATING from
 * the request to go-live, but not from the day of a refusal that stands (F1) or from which it is closed (I1, F5);
 * IN_SERVICE otherwise, from the day after a rollback too (A20).
 * @rule S24
 */
export const practiceStateIntervals = (
  state: PracticeState,
  reference: Reference,
): readonly PracticeStateInterval[] => {
  const facts = [
    ...(state.practice ? [state.practice.effectiveDate] : []),
    ...Object.values(state.instances).map(({ effectiveDate }) => effectiveDate),
    ...state.migrations.map(({ request }) => request.effectiveDate),
  ].sort();
  const [first] = facts;
  if (first === undefined) return [];
  const cuts = [
    ...(state.closedOn === null ? [] : [addDays(state.closedOn, 1)]),
    ...state.migrations.flatMap((migration) => cutsOf(migration, state, reference)),
  ];
  return longestRuns(first, cuts, (day) => practiceStateOn(state, reference, day)).map(
    ({ value, from, until }) => ({ state: value, from, until }),
  );
};

/** The practice's state on a day, by the precedence that `practiceStateIntervals` tells. */
export const practiceStateOn = (
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): PracticeStateName => {
  const held = new Set<string>([
    ...(state.closedOn !== null && state.closedOn < on ? ['CLOSED'] : []),
    ...state.migrations.map((migration) => stateOfMigration(migration, state, reference, on)),
  ]);
  return PRACTICE_STATES.find((name) => held.has(name)) ?? 'IN_SERVICE';
};

const stateOfMigration = (
  migration: Migration,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): string => {
  const { request, goLive } = migration;
  if (goLive && goLive.on <= on) return windDownOn(goLive, state, reference, on);
  const isOver = isRefusedOn(migration, on) || isClosedOn(migration, on);
  return request.effectiveDate <= on && !isOver ? 'MIGRATING' : 'IN_SERVICE';
};

const cutsOf = (migration: Migration, state: PracticeState, reference: Reference): readonly CivilDate[] => [
  migration.request.effectiveDate,
  ...refusalCuts(migration),
  ...(migration.closedOn === null ? [] : [migration.closedOn]),
  ...(migration.goLive ? windDownCuts(migration.goLive, state, reference) : []),
];
