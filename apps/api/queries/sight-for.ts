import { londonDateOf, type Instant } from '#domain/calendar/dates.js';
import { refuse } from '#domain/refusals.js';
import type { Clock } from '#platform/clock.js';
import type { Sql } from '#projections/index.js';
import { practiceParties } from '#read-models/index.js';
import { type Sight, sightOf, type SupplierSight } from '../access.js';
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

/** With what a question is answered, who asks it, and about which practice. */
interface Asking {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly holder: Holder;
  readonly ods: string;
}

/**
 * The answer to a question about a practice as its holder may see it, known at the present where none is named.
 * @param ask the answer, or undefined for a practice that is not on the register
 * @param seenOf what a supplier sees of the answer
 * @throws ProblemError PRACTICE_UNKNOWN, NOT_YOUR_PRACTICE
 */
export const answerAsSeen = async <Answer, Asked extends { readonly knownAt?: Instant | undefined }>(
  { sql, clock, holder, ods }: Asking,
  asked: Asked,
  ask: (
    sql: Sql,
    asked: Asked & { readonly ods: string; readonly knownAt: Instant },
  ) => Promise<Answer | undefined>,
  seenOf: (sight: SupplierSight, answer: Answer) => Answer,
): Promise<Answer> => {
  const sight = await sightFor(sql, clock, holder, ods);
  const answer = await ask(sql, { ...asked, ods, knownAt: asked.knownAt ?? clock.now() });
  if (!answer) throw unknownPractice(ods);
  return sight.kind === 'all' ? answer : seenOf(sight, answer);
};
