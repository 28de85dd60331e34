import { practiceAnswer } from '#domain/practice/answer.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, type Asked } from '../asked.js';
import { practiceKnownAt } from '../audit-history/file.js';
import type { PracticeQueryAnswer } from './answers.js';

/** A practice on a day as known at an instant; undefined for one that is unknown now. */
export const practiceOn = async (
  sql: Sql,
  asked: Asked & { readonly ods: string },
): Promise<PracticeQueryAnswer | undefined> => {
  const { ods, knownAt } = asked;
  const practice = await practiceKnownAt(sql, asked);
  if (!practice) return undefined;
  const { known, state, reference } = practice;
  const on = dayAsked(asked);
  const answer = practiceAnswer(state, reference, on, asked.on !== undefined);
  return answer
    ? { ...answer, revision: known.at(-1)?.revision ?? 0, knownAt, nothingOnRecord: false }
    : { ods, on, knownAt, nothingOnRecord: true };
};
