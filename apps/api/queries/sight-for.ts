import { londonDateOf } from '#domain/calendar/dates.js';
import { refuse } from '#domain/refusals.js';
import type { Clock } from '#platform/clock.js';
import type { Sql } from '#projections/index.js';
import { practiceParties } from '#read-models/index.js';
import { type Sight, sightOf } from '../access.js';
import type { Holder } from '../auth/asker.js';
import { ProblemError, problemOfRefusal } from '../problems/problem.js';

/** The error of a practice that is not on the register. */
export const unknownPractice = (ods: string): ProblemError =>
  new ProblemError(problemOfRefusal(refuse('PRACTICE_UNKNOWN', { ods }).refusal));

/**
 * How much of a practice's file the holder may read.
 * @throws ProblemError PRACTICE_UNKNOWN, NOT_YOUR_PRACTICE
 */
export const sightFor = async (
  sql: Sql,
  clock: Clock,
  holder: Holder,
  ods: string,
): Promise<Exclude<Sight, { kind: 'none' }>> => {
  const parties = await practiceParties(sql, ods);
  if (!parties) throw unknownPractice(ods);
  const sight = sightOf(holder, ods, parties, londonDateOf(clock.now()));
  if (sight.kind === 'none') throw new ProblemError(problemOfRefusal(sight.refusal));
  return sight;
};
