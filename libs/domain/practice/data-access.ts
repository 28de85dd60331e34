import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Refused } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import { sourceOn } from './migration-source.js';
import { needOpen, notOpenRefusal, suppliersOf } from './needs.js';
import { isOpenOn } from './open-spans.js';
import { openMigration, type DataAccessProblem, type Migration, type PracticeState } from './state.js';

/**
 * Practice, PCT or a supplier of the migration tells of a problem with obtaining data from the source, from any state
 * before go-live (S23), however late it is told (R1, R10). It stands in the way of nothing: go-live is bound by I6 alone (F4). The same problem again,
 * while it is open: nothing. Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN.
 * @rule S23
 */
export const raiseDataAccessProblem: Decide<'raise-data-access-problem'> = (body, state, { actor }) => {
  const { problem, effectiveDate: on } = body;
  const migration = concerned(state, on);
  if (isStranger(actor, migration ?? openMigration(state), state))
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  if (!migration) return notOpenRefusal(state, on);
  const { migrationId, problems } = migration;
  const isSo = problems.some(
    ({ raised, resolved }) =>
      !resolved &&
      raised.problem === problem &&
      raised.effectiveDate === on &&
      isBy(raised.recordedBy, actor),
  );
  if (isSo) return nothing;
  return accept({
    type: 'DataAccessProblemRaised',
    payload: { ...body, migrationId, instanceId: sourceOn(migration, state, on) },
  });
};

/** The open migration that was requested by then; else the one that was open on that day and is over by now (R10). */
const concerned = (state: PracticeState, on: CivilDate): Migration | undefined => {
  const open = needOpen(state, on);
  return open.kind === 'ready' ? open.migration : state.migrations.findLast((one) => isOpenOn(one, on));
};

/**
 * Puts an open problem to the national team, whose case it is from then on (F4). Refuses NOT_YOUR_SYSTEM,
 * PROBLEM_UNKNOWN, PROBLEM_ALREADY_RESOLVED, PROBLEM_ALREADY_ESCALATED, DATE_ORDER.
 * @rule F4
 */
export const escalateDataAccessProblem: Decide<'escalate-data-access-problem'> = (body, state, { actor }) => {
  const found = openProblem(body, state, actor);
  if ('refusal' in found) return found;
  const { escalated, raised } = found.problem;
  if (escalated)
    return refuse('PROBLEM_ALREADY_ESCALATED', { problemId: body.problemId, on: escalated.effectiveDate });
  const { migrationId, instanceId } = raised;
  return accept({ type: 'DataAccessProblemEscalated', payload: { ...body, migrationId, instanceId } });
};

/**
 * Closes a problem with how it was solved: the national team, or who raised it while it is not escalated (S23, F4).
 * After go-live or the end of the migration too. Refuses NOT_YOUR_SYSTEM, PROBLEM_UNKNOWN, PROBLEM_ALREADY_RESOLVED,
 * PROBLEM_NOT_YOURS, DATE_ORDER.
 */
export const resolveDataAccessProblem: Decide<'resolve-data-access-problem'> = (body, state, { actor }) => {
  const found = openProblem(body, state, actor);
  if ('refusal' in found) return found;
  const { escalated, raised } = found.problem;
  if (actor.role !== 'NAT' && (escalated || !isBy(raised.recordedBy, actor)))
    return refuse('PROBLEM_NOT_YOURS', { problemId: body.problemId });
  const { migrationId, instanceId } = raised;
  return accept({ type: 'DataAccessProblemResolved', payload: { ...body, migrationId, instanceId } });
};

/** The problems of a migration that are open on a day. */
export const problemsOpenOn = ({ problems }: Migration, on: CivilDate): readonly DataAccessProblem[] =>
  problems.filter(
    ({ raised, resolved }) =>
      raised.effectiveDate <= on && (resolved === null || on < resolved.effectiveDate),
  );

const isStranger = (actor: Actor, migration: Migration | undefined, state: PracticeState): boolean =>
  actor.role === 'SUP' && !suppliersOf(migration, state).includes(actor.org);

/** Whether an actor is of the organisation that recorded something, a successor for it included. */
const isBy = (recordedBy: Actor, { role, org, onBehalfOf }: Actor): boolean =>
  recordedBy.role === role && (recordedBy.org === org || recordedBy.org === onBehalfOf);

const openProblem = (
  { problemId, effectiveDate: on }: BodyOf<'escalate-data-access-problem'>,
  state: PracticeState,
  actor: Actor,
): { readonly problem: DataAccessProblem } | Refused => {
  const isIt = ({ raised }: DataAccessProblem) => raised.eventId === problemId;
  const migration = state.migrations.find(({ problems }) => problems.some(isIt));
  if (isStranger(actor, migration, state)) return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  const problem = migration?.problems.find(isIt);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { problemId });
  const { resolved, raised, escalated } = problem;
  if (resolved) return refuse('PROBLEM_ALREADY_RESOLVED', { problemId, on: resolved.effectiveDate });
  const since = (escalated ?? raised).effectiveDate;
  return on < since
    ? refuse('DATE_ORDER', {
        what: `The problem was ${escalated ? 'escalated' : 'raised'} on ${since}, after ${on}.`,
      })
    : { problem };
};
