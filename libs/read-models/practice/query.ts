import { practiceAnswer } from '#domain/practice/answer.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice } from '#domain/practice/state.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, type Asked } from '../asked.js';
import { knownAtInstant, practiceFile, referenceKnownAt } from '../audit-history/file.js';
import type { PracticeQueryAnswer } from './answers.js';

/** A practice on a day as known at an instant; undefined for one that is unknown now. */
export const practiceOn = async (
  sql: Sql,
  asked: Asked & { readonly ods: string },
): Promise<PracticeQueryAnswer | undefined> => {
  const { ods, knownAt } = asked;
  const file = await practiceFile(sql, ods);
  if (file.length === 0) return undefined;
  const on = dayAsked(asked);
  const known = knownAtInstant(file, knownAt);
  const state = known.reduce(evolvePractice, initialPractice);
  const reference = await referenceKnownAt(
    sql,
    knownAt,
    state.commissioners.map(({ code }) => code),
  );
  const answer = practiceAnswer(state, reference, on, asked.on !== undefined);
  return answer
    ? { ...answer, revision: known.at(-1)?.revision ?? 0, knownAt, nothingOnRecord: false }
    : { ods, on, knownAt, nothingOnRecord: true };
};
